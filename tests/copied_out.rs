//! The docs-server as a newcomer takes it: copied out of the checkout, its dependency
//! pointed back at it, built and run.
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

use std::{fs, path::Path};

use client::{Client, build, stdio::Stdio};
use serde_json::json;

#[test]
fn a_copy_builds_runs_and_is_guarded() {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
    let outside = tempfile::tempdir().unwrap();
    let copy = outside.path().join("my-server");
    copy_folder(&checkout.join("examples/docs-server"), &copy);

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

    // A target directory of its own: the two executables have the same name.
    let binary = build::build(&copy, &build::target_dir().join("copied-out"));
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
