//! A file that takes another's place at once.

use std::fs;
use std::io::Read;
use std::os::unix::fs::{PermissionsExt, symlink};

use safe_tool_runtime::sandbox::SandboxError;

use crate::fixture::{Fixture, INSIDE};

#[test]
fn who_has_the_old_file_open_keeps_it() {
    let fixture = Fixture::new();
    let path = fixture.writable("file.txt");
    let mut old = path.open().unwrap();
    path.replace("new").unwrap();
    let mut content = String::new();
    old.read_to_string(&mut content).unwrap();
    assert_eq!(content, INSIDE);
    assert_eq!(fixture.content("file.txt"), "new");
    fixture.writable("sub/made.txt").replace("made").unwrap();
    assert_eq!(fixture.content("sub/made.txt"), "made");
    // Nothing but these is left.
    assert_eq!(fs::read_dir(fixture.safe()).unwrap().count(), 2);
    assert_eq!(fs::read_dir(fixture.safe().join("sub")).unwrap().count(), 2);
}

#[test]
fn permissions_pass_to_the_new_file() {
    let fixture = Fixture::new();
    let place = fixture.safe().join("file.txt");
    for mode in [0o600, 0o640, 0o755] {
        fs::set_permissions(&place, fs::Permissions::from_mode(mode)).unwrap();
        fixture.writable("file.txt").replace("new").unwrap();
        let found = fs::metadata(&place).unwrap().permissions().mode() & 0o7777;
        assert_eq!(found, mode, "{found:o}");
    }
}

#[test]
fn nothing_that_replaces_runs_as_somebody_else() {
    let fixture = Fixture::new();
    let place = fixture.safe().join("file.txt");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o6755)).unwrap();
    fixture.writable("file.txt").replace("new").unwrap();
    let found = fs::metadata(&place).unwrap().permissions().mode() & 0o7777;
    assert_eq!(found, 0o755, "{found:o}");
}

#[test]
fn a_link_is_replaced_and_not_followed() {
    let fixture = Fixture::new();
    symlink("../outside/file.txt", fixture.safe().join("out")).unwrap();
    symlink("file.txt", fixture.safe().join("in")).unwrap();
    fixture.writable("out").replace("own").unwrap();
    fixture.writable("in").replace("own").unwrap();
    assert_eq!(fixture.content("out"), "own");
    assert_eq!(fixture.content("file.txt"), INSIDE);
    assert!(!fixture.safe().join("in").is_symlink());
    fixture.assert_outside_untouched();
}

#[test]
fn folders_are_not_replaced() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.safe().join("empty")).unwrap();
    for text in ["sub", "empty"] {
        let error = fixture.writable(text).replace("x").unwrap_err();
        assert!(matches!(error, SandboxError::NotAFile), "{text}: {error:?}");
    }
    let error = fixture.writable("nope/x").replace("x").unwrap_err();
    assert!(matches!(error, SandboxError::NoFolder), "{error:?}");
}
