//! Repositories whose own files would have programs run.

use std::fs;

use super::fixture::World;

/// Every setting that names a program, one by one, and what else it takes to be run.
#[tokio::test]
async fn no_program_of_the_repository_runs() {
    let world = World::armed();
    let trap = world.trap();
    let client = world.serve().await;
    for setting in [
        "core.fsmonitor",
        "diff.external",
        "diff.evil.command",
        "diff.evil.textconv",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "merge.evil.driver",
        "core.pager",
        "pager.log",
        "pager.rev-list",
        "pager.diff-tree",
        "interactive.diffFilter",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "gpg.program",
        "gpg.openpgp.program",
        "gpg.ssh.program",
        "credential.helper",
        "alias.log",
        "alias.rev-list",
        "alias.diff-tree",
        "core.gitProxy",
        "uploadpack.packObjectsHook",
        "core.alternateRefsCommand",
        "trace2.normalTarget",
    ] {
        let value = match setting.strip_prefix("alias.") {
            Some(_) => format!("!{trap}"),
            None => trap.clone(),
        };
        world.git(&["config", setting, &value]);
        world.git(&["config", "log.showSignature", "true"]);
        world.sprung();
        assert_eq!(client.every_tool().await, 6, "{setting}");
        assert!(!world.sprung(), "{setting} ran");
        world.git(&["config", "--unset", setting]);
    }
}

/// The trap is one: the same repository springs it under plain git.
#[test]
fn plain_git_would_run_them() {
    let world = World::armed();
    let trap = world.trap();
    for (setting, arguments) in [
        ("diff.external", &["diff", "HEAD~1", "HEAD"] as &[_]),
        ("diff.evil.textconv", &["diff", "HEAD~1", "HEAD"]),
        ("filter.evil.clean", &["diff"]),
        ("core.fsmonitor", &["status"]),
        ("gpg.program", &["log", "--show-signature"]),
    ] {
        world.git(&["config", setting, &trap]);
        world.sprung();
        // It may well fail of it.
        let _ = std::process::Command::new("git")
            .args(arguments)
            .current_dir(world.repository())
            .output();
        assert!(world.sprung(), "{setting} did not run");
        world.git(&["config", "--unset", setting]);
    }
}

#[tokio::test]
async fn no_hook_runs() {
    let world = World::new();
    let trap = world.trap();
    let hooks = world.repository().join(".git/hooks");
    fs::create_dir_all(&hooks).unwrap();
    for hook in [
        "post-index-change",
        "fsmonitor-watchman",
        "reference-transaction",
        "pre-auto-gc",
    ] {
        fs::copy(&trap, hooks.join(hook)).unwrap();
    }
    let client = world.serve().await;
    assert_eq!(client.every_tool().await, 6);
    assert!(!world.sprung());
}

/// A repository that claims to be incomplete would have a missing object fetched, by a
/// program of its own choice.
#[tokio::test]
async fn nothing_is_fetched() {
    let world = World::new();
    let trap = world.trap();
    let client = world.serve().await;
    let blob = world.git(&["rev-parse", "HEAD:a.txt"]);
    let (folder, file) = blob.trim().split_at(2);
    let objects = world.repository().join(".git/objects");
    fs::remove_file(objects.join(folder).join(file)).unwrap();
    for url in [
        format!("ext::{trap}"),
        world.path("elsewhere").display().to_string(),
        "ssh://example.invalid/x".to_owned(),
    ] {
        world.git(&["config", "core.repositoryFormatVersion", "1"]);
        world.git(&["config", "extensions.partialClone", "origin"]);
        world.git(&["config", "remote.origin.promisor", "true"]);
        world.git(&["config", "remote.origin.url", &url]);
        world.git(&["config", "remote.origin.uploadpack", &trap]);
        world.git(&["config", "core.sshCommand", &trap]);
        world.git(&["config", "protocol.allow", "always"]);
        world.git(&["config", "protocol.ext.allow", "always"]);
        client.every_tool().await;
        assert!(!world.sprung(), "{url}");
    }
}

/// What the server was started with is not what git runs with.
#[tokio::test]
async fn the_servers_environment_is_not_gits() {
    let world = World::new();
    let trap = world.trap();
    let other = World::new();
    other.commit("secret.txt", super::fixture::SECRET, super::fixture::SECRET);
    let other_git = other.repository().join(".git");
    let folder = world.path("bin");
    fs::create_dir(&folder).unwrap();
    fs::copy(&trap, folder.join("git")).unwrap();
    let trace = world.path("written");
    let client = world
        .serve_with(&[
            ("GIT_DIR", other_git.to_str().unwrap()),
            ("GIT_WORK_TREE", other.repository().to_str().unwrap()),
            (
                "GIT_OBJECT_DIRECTORY",
                other_git.join("objects").to_str().unwrap(),
            ),
            ("GIT_EXTERNAL_DIFF", &trap),
            ("GIT_PAGER", &trap),
            ("GIT_SSH_COMMAND", &trap),
            ("GIT_CONFIG_COUNT", "1"),
            ("GIT_CONFIG_KEY_0", "core.fsmonitor"),
            ("GIT_CONFIG_VALUE_0", &trap),
            ("GIT_CONFIG_PARAMETERS", "'diff.external=x'"),
            ("GIT_TRACE", trace.to_str().unwrap()),
            ("GIT_EXEC_PATH", folder.to_str().unwrap()),
            ("PATH", folder.to_str().unwrap()),
        ])
        .await;
    let log = client.good("log", serde_json::json!({})).await;
    assert!(log.contains("third words"), "{log}");
    client.every_tool().await;
    assert!(!world.sprung());
    assert!(!trace.exists());
}
