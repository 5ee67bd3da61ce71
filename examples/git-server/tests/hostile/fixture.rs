//! A real repository, and the server over it.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use rmcp::{
    RoleClient, ServiceError, ServiceExt as _,
    model::{CallToolRequestParams, CallToolResult, ContentBlock},
    service::RunningService,
    transport::TokioChildProcess,
};
use serde_json::{Value, json};
use tempfile::TempDir;

/// What no answer may hold.
pub(crate) const SECRET: &str = "outside-4711";

/// A folder with a repository, a secret beside it, and a program that leaves a trace.
pub(crate) struct World {
    temp: TempDir,
}

impl World {
    /// Three commits: `a.txt` in two versions, and `notes/b.txt`.
    pub(crate) fn new() -> Self {
        let world = Self {
            temp: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(world.repository()).unwrap();
        fs::write(world.path("secret"), SECRET).unwrap();
        world.git(&["init", "--quiet", "--initial-branch=main"]);
        world.commit("a.txt", "one\n", "first words");
        world.commit("a.txt", "two\n", "second words");
        world.commit("notes/b.txt", "three\n", "third words");
        world
    }

    /// With attributes that name drivers and filters, a commit that claims to be signed, and
    /// a changed file: work for whatever the configuration says runs.
    pub(crate) fn armed() -> Self {
        let world = Self::new();
        world.commit(
            ".gitattributes",
            "* diff=evil filter=evil merge=evil\n",
            "attributes",
        );
        world.commit("a.txt", "three\n", "another version");
        let signed = world.git(&["cat-file", "commit", "HEAD"]).replacen(
            "\n\n",
            "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n",
            1,
        );
        let file = world.path("commit");
        fs::write(&file, signed).unwrap();
        let file = file.to_str().unwrap();
        let signed = world.git(&["hash-object", "-t", "commit", "-w", file]);
        world.git(&["update-ref", "refs/heads/main", signed.trim()]);
        fs::write(world.repository().join("a.txt"), "four\n").unwrap();
        world
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    pub(crate) fn repository(&self) -> PathBuf {
        self.path("repository")
    }

    pub(crate) fn commit(&self, file: &str, text: &str, message: &str) {
        let file = self.repository().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// git as the repository's author runs it.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .args(["-c", "user.name=ines", "-c", "user.email=ines@example.org"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .current_dir(self.repository())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// A program that leaves a trace when it runs, whatever it is told to do.
    pub(crate) fn trap(&self) -> String {
        let trap = self.path("trap");
        let script = format!("#!/bin/sh\ntouch '{}'\n", self.trace().display());
        fs::write(&trap, script).unwrap();
        fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).unwrap();
        trap.to_str().unwrap().to_owned()
    }

    fn trace(&self) -> PathBuf {
        self.path("trace")
    }

    /// Whether the trap ran; it is set again.
    pub(crate) fn sprung(&self) -> bool {
        fs::remove_file(self.trace()).is_ok()
    }

    pub(crate) async fn serve(&self) -> Client {
        self.serve_with(&[]).await
    }

    pub(crate) async fn serve_with(&self, environment: &[(&str, &str)]) -> Client {
        let mut command = tokio::process::Command::new(server());
        command.arg("stdio").env("REPOSITORY", self.repository());
        command.envs(environment.iter().copied());
        let transport = TokioChildProcess::new(command).unwrap();
        Client(().serve(transport).await.unwrap())
    }

    /// What the server says where it refuses to start.
    pub(crate) fn refusal(&self, repository: &Path) -> String {
        let output = Command::new(server())
            .arg("stdio")
            .env("REPOSITORY", repository)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    }
}

fn server() -> &'static str {
    env!("CARGO_BIN_EXE_git-server")
}

pub(crate) struct Client(RunningService<RoleClient, ()>);

impl Client {
    /// The text of the answer, and whether it is an error.
    pub(crate) async fn call(&self, tool: &'static str, arguments: Value) -> (String, bool) {
        let mut call = CallToolRequestParams::new(tool);
        call.arguments = arguments.as_object().cloned();
        let answer = self.0.call_tool(call).await.unwrap();
        let text = answer.content.iter().map(|block| match block {
            ContentBlock::Text(text) => text.text.as_str(),
            other => panic!("{other:?} is no text"),
        });
        let text: String = text.collect();
        assert!(!text.contains(SECRET), "{text}");
        (text, answer.is_error == Some(true))
    }

    /// A call as it is, with what the protocol itself says of it.
    pub(crate) async fn send(
        &self,
        call: CallToolRequestParams,
    ) -> Result<CallToolResult, ServiceError> {
        self.0.call_tool(call).await
    }

    /// A call that is answered.
    pub(crate) async fn good(&self, tool: &'static str, arguments: Value) -> String {
        let (text, failed) = self.call(tool, arguments).await;
        assert!(!failed, "{text}");
        text
    }

    /// A call that is refused, or fails.
    pub(crate) async fn bad(&self, tool: &'static str, arguments: Value) -> String {
        let (text, failed) = self.call(tool, arguments.clone()).await;
        assert!(failed, "{arguments} was answered: {text}");
        text
    }

    /// Every tool, in the ways that touch the most of the repository, and how many of the
    /// six calls were answered.
    pub(crate) async fn every_tool(&self) -> usize {
        let mut answered = 0;
        for (tool, arguments) in [
            ("log", json!({})),
            ("log", json!({"path": "a.txt", "words": "second"})),
            ("diff", json!({"from": "HEAD~2"})),
            (
                "diff",
                json!({"from": "HEAD~2", "to": "HEAD", "path": "a.txt"}),
            ),
            ("show", json!({"rev": "HEAD"})),
            ("show", json!({"rev": "HEAD~1"})),
        ] {
            let (_, failed) = self.call(tool, arguments).await;
            answered += usize::from(!failed);
        }
        answered
    }
}
