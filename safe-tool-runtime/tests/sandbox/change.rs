//! Removing, making folders, renaming.

use std::fs;
use std::os::unix::fs::symlink;

use safe_tool_runtime::sandbox::{PathRules, SandboxError};

use crate::fixture::{Fixture, INSIDE, kept};

#[test]
fn files_are_removed_and_folders_are_not() {
    let fixture = Fixture::new();
    symlink("../outside/file.txt", fixture.safe().join("out")).unwrap();
    fixture.writable("sub/file.txt").remove_file().unwrap();
    assert!(!fixture.path("sub/file.txt").exists());
    // The link, not what it leads to.
    fixture.writable("out").remove_file().unwrap();
    assert!(!fixture.safe().join("out").is_symlink());
    fixture.assert_outside_untouched();

    for (text, expected) in [("sub", "not a regular file"), ("nope", "no such file")] {
        let error = fixture.writable(text).remove_file().unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
    }
}

#[test]
fn folders_are_made_to_any_depth() {
    let fixture = Fixture::new();
    let deep = "d/".repeat(300) + "end";
    for text in ["a", "a/b/c", "sub", &deep] {
        fixture.writable(text).create_dir_all().unwrap();
        assert!(fixture.path(text).metadata().unwrap().is_dir(), "{text}");
    }
    let page = fixture.writable("notes/2026/page.md");
    page.create_parents().unwrap();
    page.write("text").unwrap();
    fixture.writable("top").create_parents().unwrap();
    assert!(!fixture.path("top").exists());
}

#[test]
fn no_folder_is_made_where_something_else_is() {
    let fixture = Fixture::new();
    symlink("../outside", fixture.safe().join("out")).unwrap();
    symlink("../outside/new", fixture.safe().join("dangling")).unwrap();
    symlink("sub", fixture.safe().join("in")).unwrap();
    for text in ["file.txt", "file.txt/below", "sub/file.txt"] {
        let error = fixture.writable(text).create_dir_all().unwrap_err();
        assert!(
            matches!(error, SandboxError::NotADirectory),
            "{text}: {error:?}"
        );
    }
    for text in ["out", "out/new", "out/new/er", "dangling", "dangling/er"] {
        let error = fixture.writable(text).create_dir_all().unwrap_err();
        assert!(matches!(error, SandboxError::Escapes), "{text}: {error:?}");
    }
    fixture.writable("in/new/er").create_dir_all().unwrap();
    assert!(fixture.safe().join("sub/new/er").is_dir());
    fixture.assert_outside_untouched();
}

#[test]
fn renaming_replaces_nothing() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.safe().join("empty")).unwrap();
    symlink("../outside/new", fixture.safe().join("dangling")).unwrap();
    let file = fixture.writable("file.txt");
    for text in ["sub/file.txt", "sub", "empty", "dangling", "file.txt"] {
        let error = file.rename(&fixture.writable(text)).unwrap_err();
        assert!(
            matches!(error, SandboxError::AlreadyExists),
            "{text}: {error:?}"
        );
    }
    let folder = fixture.writable("sub");
    let error = folder.rename(&fixture.writable("empty")).unwrap_err();
    assert!(matches!(error, SandboxError::AlreadyExists), "{error:?}");
    let error = folder.rename(&fixture.writable("sub/inner")).unwrap_err();
    assert!(matches!(error, SandboxError::CannotWrite(_)), "{error:?}");

    file.rename(&fixture.writable("sub/moved.txt")).unwrap();
    assert_eq!(fixture.content("sub/moved.txt"), INSIDE);
    assert!(!file.exists());
    folder.rename(&fixture.writable("folder")).unwrap();
    assert_eq!(fixture.content("folder/moved.txt"), INSIDE);
    let error = file.rename(&fixture.writable("x")).unwrap_err();
    assert!(matches!(error, SandboxError::NotFound), "{error:?}");
    let error = fixture
        .writable("folder")
        .rename(&fixture.writable("nope/x"));
    assert!(matches!(error, Err(SandboxError::NoFolder)), "{error:?}");
    fixture.assert_outside_untouched();
}

#[test]
fn names_stay_beneath_one_root() {
    let (fixture, other) = (Fixture::new(), Fixture::new());
    let error = fixture
        .writable("file.txt")
        .rename(&other.writable("stolen"));
    assert!(matches!(error, Err(SandboxError::OtherRoot)), "{error:?}");
    symlink("../outside", fixture.safe().join("out")).unwrap();
    let error = fixture
        .writable("file.txt")
        .rename(&fixture.writable("out/stolen"));
    assert!(matches!(error, Err(SandboxError::Escapes)), "{error:?}");
    assert_eq!(fixture.content("file.txt"), INSIDE);
    fixture.assert_outside_untouched();
}

#[test]
fn a_folder_may_be_renamed_where_files_need_an_extension() {
    let fixture = Fixture::new();
    let rules = PathRules::new().extensions(&["txt"]);
    let mut listed = fixture
        .root
        .read_dir(kept(rules))
        .unwrap()
        .map(Result::unwrap);
    let sub = listed.find(|path| path.as_relative_str() == "sub").unwrap();
    // No file gets rid of its extension that way.
    fs::remove_dir(fixture.safe().join("sub")).unwrap_err();
    let error = fixture
        .writable_with("file.txt", rules)
        .rename(&sub)
        .unwrap_err();
    assert!(
        matches!(error, SandboxError::Extension | SandboxError::AlreadyExists),
        "{error:?}"
    );
    sub.rename(&fixture.writable_with("folder.txt", rules))
        .unwrap();
    assert!(fixture.safe().join("folder.txt").is_dir());
    // The name it had is free now, and no file gets rid of its extension that way.
    let file = fixture.writable_with("file.txt", rules);
    let error = file.rename(&sub).unwrap_err();
    assert!(matches!(error, SandboxError::Extension), "{error:?}");
}
