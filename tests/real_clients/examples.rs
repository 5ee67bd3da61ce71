//! The other examples: a good call and a refused one, by a client of each language.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};

use crate::{client::build, told::Real};

const CLIENTS: [Real; 2] = [
    Real::Python("2026-07-28"),
    Real::TypeScript("@modelcontextprotocol/client"),
];

/// What a call is told: whether it is an error, and words that are in it.
type Expected = (&'static str, Value, bool, &'static str);

fn check(package: &str, environment: &[(String, PathBuf)], expected: &[Expected]) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"));
    let server = build::build(package, workspace, build::target_dir());
    let calls: Vec<_> = expected
        .iter()
        .map(|(tool, arguments, ..)| (*tool, arguments.clone()))
        .collect();
    for client in CLIENTS {
        let Some(told) = client.of(&server, environment.to_vec(), &calls) else {
            continue;
        };
        for (at, (tool, _, is_error, words)) in expected.iter().enumerate() {
            let text = told.text(at);
            assert!(
                told.is_error(at) == *is_error && text.contains(words),
                "{client:?}, {tool}: {text}"
            );
        }
    }
}

#[test]
fn files_server() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hello.txt"), "hello from the root").unwrap();
    let root = ("FILES_ROOT".to_owned(), folder.path().to_owned());
    let read = |file| json!({"file": file});
    let expected = [
        ("read_file", read("hello.txt"), false, "hello from the root"),
        ("read_file", read("../hello.txt"), true, "/file"),
    ];
    check("files-server", &[root], &expected);
}

#[test]
fn users_db_server() {
    let search = |sort| json!({"text": "a", "sort": sort});
    let expected = [
        ("search_users", search("email"), false, "EXTERNAL DATA"),
        ("search_users", search("password"), true, "/sort"),
    ];
    check("users-db-server", &[], &expected);
}

#[test]
fn git_server() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        &["init", "--quiet"][..],
        &["commit", "--quiet", "--allow-empty", "-m", "first words"],
    ] {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
        let status = git.args(arguments).current_dir(folder.path()).status();
        assert!(status.unwrap().success());
    }
    let repository = ("REPOSITORY".to_owned(), folder.path().to_owned());
    let expected = [
        ("log", json!({}), false, "first words"),
        ("log", json!({"rev": "--output=x"}), true, "/rev"),
    ];
    check("git-server", &[repository], &expected);
}
