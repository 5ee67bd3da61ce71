//! The example servers as a newcomer takes them: copied out of the checkout, the
//! dependency pointed back at it, built and run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test says what went wrong by panicking, and has no public interface"
)]

#[path = "wire/client/mod.rs"]
#[allow(dead_code, reason = "shared with the wire tests, which use all of it")]
mod client;

use std::{
    fs,
    path::{Path, PathBuf},
};

use client::{
    Client, build,
    http::{Http, Server},
    process::Process,
    stdio::Stdio,
};
use serde_json::json;
use tempfile::TempDir;

#[test]
fn a_copy_builds_runs_and_is_guarded() {
    let (_copy, binary) = copied("docs-server");
    let environment: [(&str, &str); 0] = [];
    let mut client = Client::new(Stdio::spawn(&binary, environment));

    let good = client.call("read_file", json!({"file_path": "opening-hours.md"}));
    assert!(!good.is_error(), "{}", good.raw());
    assert!(good.framed("file opening-hours.md").contains("ferry"));

    let hostile = client.call("read_file", json!({"file_path": "../users.json"}));
    hostile.assert_refused("/file_path", "sandboxed_path");

    let page = client.call("fetch_page", json!({"url": "guestbook.html"}));
    assert!(
        page.text().starts_with("[SECURITY WARNING"),
        "{}",
        page.text()
    );

    let user = client.call("get_user", json!({"user_id": "ines"}));
    assert!(user.raw().contains("Ines") && !user.raw().contains("correct-horse"));
}

#[test]
#[cfg(unix)]
fn a_copy_of_the_git_server_reads_one_repository() {
    let (copy, binary) = copied("git-server");
    let repository = copy.path().join("repository");
    git(copy.path(), &["init", "--quiet", "repository"]);
    fs::write(repository.join("a.txt"), "one\n").unwrap();
    git(&repository, &["add", "a.txt"]);
    git(
        &repository,
        &["commit", "--quiet", "--message", "a first word"],
    );
    let mut client = Client::new(Stdio::spawn(&binary, [("REPOSITORY", &repository)]));

    let good = client.call("log", json!({}));
    assert!(!good.is_error(), "{}", good.raw());
    assert!(good.framed("git log").contains("a first word"));

    let written = copy.path().join("written");
    let hostile = format!("--output={}", written.display());
    let refused = client.call("show", json!({ "rev": hostile }));
    refused.assert_refused("/rev", "allow_dash");
    assert!(!written.exists());
}

#[cfg(unix)]
fn git(folder: &Path, arguments: &[&str]) {
    let git = std::process::Command::new("git")
        .args(["-c", "user.name=ines", "-c", "user.email=ines@example.org"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        git.status.success(),
        "{}",
        String::from_utf8_lossy(&git.stderr)
    );
}

#[test]
fn a_copy_of_the_cluster_server_counts_for_itself_without_redis() {
    let (_copy, binary) = copied("cluster-server");
    let limits = "tools = { search_documents = \"2/h\" }";
    let process = Process::spawn(&binary, &["0"], [("SAFE_TOOL_LIMITS", limits)]);
    let warning = process.stderr.next().unwrap();
    assert!(warning.starts_with("REDIS_URL is not set"), "{warning}");
    let server = Server::listening(process);
    let mut client = Client::new(Http::new(server.address));

    let read = client.call("read_file", json!({"file_path": "opening-hours.md"}));
    assert!(read.framed("file opening-hours.md").contains("ferry"));

    let hostile = client.call("read_file", json!({"file_path": "../Cargo.toml"}));
    hostile.assert_refused("/file_path", "sandboxed_path");

    for _ in 0..2 {
        let found = client.call("search_documents", json!({"query": "Ferry"}));
        assert!(found.framed("documents").contains("opening-hours.md"));
    }
    let denied = client.call("search_documents", json!({"query": "Ferry"}));
    assert!(denied.is_error(), "{}", denied.raw());
    assert!(
        denied.text().contains("rate limit exceeded"),
        "{}",
        denied.text()
    );
}

#[test]
fn a_copy_of_the_database_server_binds_what_it_is_given() {
    let (_copy, binary) = copied("users-db-server");
    let environment: [(&str, &str); 0] = [];
    let mut client = Client::new(Stdio::spawn(&binary, environment));

    let good = client.call("search_users", json!({"text": "o'neil"}));
    assert!(good.framed("users").contains("Tomás"), "{}", good.raw());

    let hostile = client.call("search_users", json!({"text": "' OR 1=1 --"}));
    assert_eq!(hostile.framed("users"), r#"{"users":[]}"#);
    let hostile = client.call("search_users", json!({"text": "a", "sort": "api_token"}));
    hostile.assert_refused("/sort", "one_of");

    let user = client.call("get_user", json!({"id": 1}));
    assert!(user.raw().contains("Ines") && !user.raw().contains("tok-"));
}

#[test]
fn a_copy_of_the_files_server_stays_in_its_folder() {
    let (copy, binary) = copied("files-server");
    let root = copy.path().join("my-server/data");
    let mut client = Client::new(Stdio::spawn(&binary, [("FILES_ROOT", root)]));

    let read = client.call("read_file", json!({"file": "welcome.md"}));
    assert!(read.framed("file welcome.md").contains("ferry"));

    let hostile = client.call("read_file", json!({"file": "../Cargo.toml"}));
    hostile.assert_refused("/file", "sandboxed_path");
}

/// An example package, copied out of the checkout, and what was built there. The server
/// reads the copy's data as long as it runs.
fn copied(package: &str) -> (TempDir, PathBuf) {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
    let outside = tempfile::tempdir().unwrap();
    let copy = outside.path().join("my-server");
    copy_folder(&checkout.join("examples").join(package), &copy);

    let manifest = copy.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    assert_eq!(
        text.matches("\"../..\"").count(),
        1,
        "one dependency by path"
    );
    // A TOML literal string, so that a backslash in the path is one.
    let here = format!("'{}'", checkout.display());
    fs::write(&manifest, text.replace("\"../..\"", &here)).unwrap();
    // The versions that the checkout was tested with.
    fs::copy(checkout.join("Cargo.lock"), copy.join("Cargo.lock")).unwrap();

    // A target directory of its own: the executables have the checkout's names. It is one
    // for all copies, which share most of what they depend on.
    let target_dir = build::target_dir().join("copied-out");
    let binary = build::build(package, &copy, &target_dir);
    (outside, binary)
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if !entry.file_type().unwrap().is_dir() {
            fs::copy(entry.path(), target).unwrap();
        } else if entry.file_name() != "target" {
            copy_folder(&entry.path(), &target);
        }
    }
}
