//! What is in a folder.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use safe_tool_runtime::sandbox::{PathRules, SandboxError, SandboxedPath};

use crate::fixture::{Fixture, INSIDE, LIMIT, kept};

fn listed(folder: &SandboxedPath) -> Vec<String> {
    let entries = folder.read_dir().unwrap();
    let mut names: Vec<_> = entries
        .map(|path| path.unwrap().as_relative_str().to_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn entries_are_paths_that_can_be_used() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.safe().join("sub/deep")).unwrap();
    let folder = fixture.path("sub");
    assert_eq!(listed(&folder), ["sub/deep", "sub/file.txt"]);
    for entry in folder.read_dir().unwrap() {
        let entry = entry.unwrap();
        if entry.metadata().unwrap().is_file() {
            assert_eq!(entry.read_to_string(LIMIT).unwrap(), INSIDE);
        } else {
            assert_eq!(listed(&entry), [""; 0]);
        }
    }
}

#[test]
fn the_rules_hold_for_entries_too() {
    let fixture = Fixture::new();
    let sub = fixture.safe().join("sub");
    fs::write(sub.join(".hidden"), "").unwrap();
    fs::write(sub.join("page.md"), "").unwrap();
    fs::create_dir(sub.join("folder")).unwrap();
    symlink("page.md", sub.join("link.md")).unwrap();
    fixture.fifo("sub/fifo");

    let all = [
        "sub/.hidden",
        "sub/file.txt",
        "sub/folder",
        "sub/link.md",
        "sub/page.md",
    ];
    assert_eq!(listed(&fixture.path("sub")), all);
    let rules = PathRules::new().no_hidden().no_symlinks();
    let expected = ["sub/file.txt", "sub/folder", "sub/page.md"];
    assert_eq!(listed(&fixture.with("sub", rules)), expected);
    let rules = PathRules::new().special_files();
    assert!(listed(&fixture.with("sub", rules)).contains(&"sub/fifo".to_owned()));
    let rules = PathRules::new().max_depth(1);
    assert_eq!(listed(&fixture.with("sub", rules)), [""; 0]);

    // Folders stay, to be walked.
    let rules = PathRules::new().extensions(&["md"]);
    let mut root = fixture.root.read_dir(kept(rules)).unwrap();
    let sub: SandboxedPath = root
        .find_map(|path| path.ok().filter(|path| path.as_relative_str() == "sub"))
        .unwrap();
    assert_eq!(listed(&sub), ["sub/folder", "sub/link.md", "sub/page.md"]);
}

#[test]
fn what_no_path_can_name_is_left_out() {
    let fixture = Fixture::new();
    for name in [
        &b"a:b"[..],
        b"tab\there",
        b"con.txt",
        b"end.",
        b" x",
        b"latin\xE9",
        b"back\\slash",
    ] {
        fs::write(fixture.safe().join("sub").join(OsStr::from_bytes(name)), "").unwrap();
    }
    assert_eq!(listed(&fixture.path("sub")), ["sub/file.txt"]);
}

#[test]
fn only_folders_beneath_the_root_are_listed() {
    let fixture = Fixture::new();
    symlink("../outside", fixture.safe().join("out")).unwrap();
    symlink("/proc/self/root", fixture.safe().join("magic")).unwrap();
    symlink("sub", fixture.safe().join("in")).unwrap();
    fixture.fifo("fifo");
    for text in ["out", "magic"] {
        let error = fixture.path(text).read_dir().unwrap_err();
        assert!(matches!(error, SandboxError::Escapes), "{text}: {error:?}");
    }
    for text in ["file.txt", "fifo"] {
        let error = fixture.path(text).read_dir().unwrap_err();
        assert_eq!(error.to_string(), "not a folder", "{text}");
    }
    let error = fixture.path("nope").read_dir().unwrap_err();
    assert!(matches!(error, SandboxError::NotFound), "{error:?}");
    assert_eq!(listed(&fixture.path("in")), ["in/file.txt"]);
    let entries = fixture.path("sub").read_dir().unwrap();
    let shown = format!("{entries:?}");
    assert!(!shown.contains(fixture.base().to_str().unwrap()), "{shown}");
}
