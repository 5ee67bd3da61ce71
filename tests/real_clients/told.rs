//! What a client was told, and how it is run.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    client::{build::docs_server, http::Server},
    data::Data,
    install,
};

/// A client of somebody else.
#[derive(Debug, Clone, Copy)]
pub enum Real {
    /// FastMCP's, in one of its modes.
    Python(&'static str),
    /// An official SDK of TypeScript, by its folder of `node_modules`.
    TypeScript(&'static str),
}

/// What it made of the server.
#[derive(Debug, Deserialize)]
pub struct Told {
    pub protocol: String,
    pub tools: Vec<Value>,
    pub answers: Vec<Value>,
}

impl Told {
    /// The words of an answer.
    pub fn text(&self, answer: usize) -> &str {
        let content = &self.answers[answer]["content"][0]["text"];
        content
            .as_str()
            .unwrap_or_else(|| panic!("no text: {}", self.answers[answer]))
    }

    pub fn is_error(&self, answer: usize) -> bool {
        self.answers[answer]["isError"] == true
    }
}

impl Real {
    fn command(self) -> Option<Command> {
        let (program, script, which): (PathBuf, PathBuf, _) = match self {
            Self::Python(mode) => (install::python()?, install::here("client.py"), mode),
            Self::TypeScript(sdk) => {
                let folder = install::node()?;
                // A module is looked for beside the script.
                let script = folder.join("client.mjs");
                std::fs::copy(install::here("client.mjs"), &script).unwrap();
                (install::node_program(&folder), script, sdk)
            }
        };
        let mut command = Command::new(program);
        command.arg(script).arg(which);
        Some(command)
    }

    /// Calls tools of a docs-server that the client starts for itself.
    pub fn over_stdio(self, quota: &str, calls: &[(&str, Value)]) -> Option<Told> {
        let data = Data::new();
        let mut environment = data.environment();
        environment.push(("SAFE_TOOL_QUOTA".to_owned(), quota.into()));
        self.of(docs_server(), environment, calls)
    }

    /// Calls tools of any server, which the client starts for itself.
    pub fn of(
        self,
        server: &Path,
        environment: Vec<(String, PathBuf)>,
        calls: &[(&str, Value)],
    ) -> Option<Told> {
        let mut command = self.command()?;
        command.arg(server).arg("stdio").envs(environment);
        Some(told(command, calls))
    }

    /// Calls tools of a docs-server over HTTP.
    pub fn over_http(self, quota: &str, calls: &[(&str, Value)]) -> Option<Told> {
        let data = Data::new();
        let mut command = self.command()?;
        let mut environment = data.environment();
        environment.push(("SAFE_TOOL_QUOTA".to_owned(), quota.into()));
        let server = Server::spawn(docs_server(), environment);
        command.arg(format!("http://{}/mcp", server.address));
        Some(told(command, calls))
    }
}

fn told(mut command: Command, calls: &[(&str, Value)]) -> Told {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let stdin = child.stdin.take();
    stdin
        .unwrap()
        .write_all(json!(calls).to_string().as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{command:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}
