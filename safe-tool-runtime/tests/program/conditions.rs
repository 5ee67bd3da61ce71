//! What a program is given, and what it is not.

use std::{fs, process::Command};

use safe_tool_runtime::program::{Program, RunError, SEARCHED};

use super::World;

#[tokio::test]
async fn a_failure_is_an_output() {
    let world = World::new();
    let run = world.program.run_in(world.folder()).arg("fail").output();
    let output = run.await.unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(
        (&*output.stdout, &*output.stderr),
        (&b"out\n"[..], &b"err\n"[..])
    );
}

/// In a process whose own is not: an MCP server's is the protocol.
#[test]
fn standard_input_is_empty() {
    if std::env::var_os("SAFE_TOOL_TEST_CHILD").is_some() {
        let world = World::new();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let run = world.program.run_in(world.folder()).arg("input").output();
        assert!(runtime.unwrap().block_on(run).unwrap().stdout.is_empty());
        return;
    }
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "conditions::standard_input_is_empty"])
        .env("SAFE_TOOL_TEST_CHILD", "1")
        .stdin(fs::File::open(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{said}");
}

#[tokio::test]
async fn arguments_arrive_one_by_one() {
    let world = World::new();
    let printf = Program::find("printf").unwrap();
    let run = printf.run_in(world.folder()).arg("[%s]").arg("a b");
    let run = run.args(["$(x)", "*"]).joined("--n=", 5_u32).arg(7_u64);
    let output = run.output().await.unwrap();
    assert_eq!(output.stdout, b"[a b][$(x)][*][--n=5][7]");
}

/// In a process of its own, whose environment is what a loader and git act upon.
#[test]
fn the_environment_is_what_was_named() {
    if std::env::var_os("SAFE_TOOL_TEST_CHILD").is_none() {
        let own = std::env::current_exe().unwrap();
        let child = Command::new(own)
            .args(["--exact", "conditions::the_environment_is_what_was_named"])
            .env("SAFE_TOOL_TEST_CHILD", "1")
            .env("GIT_DIR", "/elsewhere")
            .env("LD_LIBRARY_PATH", "/elsewhere")
            .env("LD_PRELOAD", "")
            .env("BASH_ENV", "/elsewhere")
            .env("PATH", format!("/elsewhere:{SEARCHED}"))
            .env("LET_THROUGH", "yes")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&child.stdout);
        assert!(
            child.status.success() && said.contains("1 passed"),
            "{said}"
        );
        return;
    }
    let printenv = Program::find("printenv").unwrap();
    let printenv = printenv
        .env("SET", "a")
        .env("SET", "b")
        .pass_env("LET_THROUGH");
    let printenv = printenv.pass_env("NOT_THERE");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let output = runtime.unwrap().block_on(printenv.run_in("/").output());
    let environment = String::from_utf8(output.unwrap().stdout).unwrap();
    let mut environment: Vec<_> = environment.lines().collect();
    environment.sort_unstable();
    let path = format!("PATH={SEARCHED}");
    assert_eq!(environment, ["LET_THROUGH=yes", &path, "SET=b"]);
}

#[tokio::test]
async fn it_runs_in_the_folder_that_was_named() {
    let world = World::new();
    let pwd = Program::find("pwd").unwrap();
    let output = pwd.run_in(world.folder()).arg("-P").output().await.unwrap();
    let folder = world.folder().canonicalize().unwrap();
    assert_eq!(
        String::from_utf8(output.stdout).unwrap().trim(),
        folder.to_str().unwrap()
    );
    let gone = world.folder().join("gone");
    fs::create_dir(&gone).unwrap();
    let run = pwd.run_in(&gone);
    fs::remove_dir(&gone).unwrap();
    for run in [run, pwd.run_in("relative"), pwd.run_in("/etc/passwd")] {
        let error = run.output().await.unwrap_err();
        assert!(matches!(error, RunError::Folder { .. }), "{error}");
        assert!(!error.to_string().contains("gone"), "{error}");
    }
}

/// The server's own folder was deleted under it.
#[test]
fn the_servers_own_folder_does_not_matter() {
    if std::env::var_os("SAFE_TOOL_TEST_CHILD").is_some() {
        let folder = std::env::current_dir().unwrap();
        fs::remove_dir(folder).unwrap();
        let pwd = Program::find("pwd").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let output = runtime.unwrap().block_on(pwd.run_in("/").output());
        assert_eq!(output.unwrap().stdout, b"/\n");
        return;
    }
    let world = World::new();
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "conditions::the_servers_own_folder_does_not_matter",
        ])
        .env("SAFE_TOOL_TEST_CHILD", "1")
        .current_dir(world.folder())
        .output()
        .unwrap();
    assert!(
        child.status.success(),
        "{}",
        String::from_utf8_lossy(&child.stdout)
    );
    assert!(!world.folder().exists());
}

#[tokio::test]
async fn nothing_of_a_run_is_shown() {
    let world = World::new();
    let program = world.program.clone().env("TOKEN", "a-secret");
    let run = program.run_in(world.folder()).arg("another-secret");
    let shown = format!("{program:?} {run:?}");
    assert!(
        shown.contains("TOKEN") && !shown.contains("secret"),
        "{shown}"
    );
}
