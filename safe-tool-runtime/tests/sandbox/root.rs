//! The folder that paths are confined to: found, set, moved, replaced, gone.

use std::error::Error as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use safe_tool_runtime::sandbox::{PathRules, ReadOnly, RootError, SandboxError, SandboxRoot};
use tempfile::TempDir;

use crate::fixture::{Fixture, INSIDE, LIMIT, at, kept, leak, unset};

#[test]
fn a_replaced_root_is_an_error_and_never_another_folder() {
    let fixture = Fixture::new();
    let moved = fixture.safe().with_file_name("moved");
    let written = fixture.writable("file.txt");
    fs::rename(fixture.safe(), &moved).unwrap();
    symlink("outside", fixture.safe()).unwrap();

    // What is read in the first second is what was there; the link is never followed.
    assert_eq!(fixture.read("file.txt").unwrap(), INSIDE);
    let replaced = |error: SandboxError| {
        matches!(error, SandboxError::Unavailable(RootError::Replaced { .. }))
    };
    assert!(replaced(written.write("lost").unwrap_err()));
    assert!(replaced(written.create_dir_all().unwrap_err()));
    assert!(replaced(written.escape_the_sandbox().unwrap_err()));
    // Once it is known, it is known to readers.
    assert!(replaced(fixture.read("file.txt").unwrap_err()));
    let error = fixture.root.check().unwrap_err().to_string();
    assert!(error.contains("restart"), "{error}");

    // Another folder of that name is not the one that was opened.
    fs::remove_file(fixture.safe()).unwrap();
    fs::create_dir(fixture.safe()).unwrap();
    fs::write(fixture.safe().join("file.txt"), "new").unwrap();
    assert!(replaced(fixture.read("file.txt").unwrap_err()));

    fs::remove_dir_all(fixture.safe()).unwrap();
    fs::rename(&moved, fixture.safe()).unwrap();
    assert_eq!(fixture.read("file.txt").unwrap(), INSIDE);
    fixture.assert_outside_untouched();
}

#[test]
fn readers_notice_a_replaced_root_by_themselves() {
    let fixture = Fixture::new();
    let path = fixture.path("file.txt");
    fs::rename(fixture.safe(), fixture.base().join("moved")).unwrap();
    fs::create_dir(fixture.safe()).unwrap();
    let start = Instant::now();
    while path.read(LIMIT).is_ok() {
        assert!(start.elapsed() < Duration::from_secs(5), "never noticed");
    }
}

#[test]
fn in_a_root_that_is_removed_nothing_is_merely_missing() {
    let fixture = Fixture::new();
    fs::remove_dir_all(fixture.safe()).unwrap();
    for error in [
        fixture.read("file.txt").unwrap_err(),
        fixture.path("sub").metadata().unwrap_err(),
        fixture.path("sub").read_dir().unwrap_err(),
        fixture.writable("new").write("x").unwrap_err(),
    ] {
        assert!(matches!(error, SandboxError::Unavailable(_)), "{error:?}");
    }
}

#[test]
fn the_root_lists_itself() {
    let fixture = Fixture::new();
    let listed = fixture
        .root
        .read_dir::<ReadOnly>(kept(PathRules::new()))
        .unwrap();
    let mut names: Vec<_> = listed
        .map(|path| path.unwrap().as_relative_str().to_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["file.txt", "sub"]);
    assert!(
        unset()
            .read_dir::<ReadOnly>(kept(PathRules::new()))
            .is_err()
    );
}

#[test]
fn a_root_that_appears_later_is_opened_then() {
    let temp = TempDir::new().unwrap();
    let folder = temp.path().join("later");
    let root = at(&folder);
    let path = root.path("file.txt").unwrap();

    let error = path.read(LIMIT).unwrap_err();
    assert_eq!(error.to_string(), "the folder is not available");
    // The operator's detail is in the source.
    assert!(error.source().unwrap().to_string().contains("later"));
    assert!(root.check().unwrap_err().to_string().contains("later"));

    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("file.txt"), INSIDE).unwrap();
    assert_eq!(path.read(LIMIT).unwrap(), INSIDE.as_bytes());
}

#[test]
fn an_unset_root_opens_nothing() {
    static ROOT: SandboxRoot = SandboxRoot::unset();
    let path = ROOT.path("etc/passwd").unwrap();
    assert!(matches!(
        path.open(),
        Err(SandboxError::Unavailable(RootError::Unset))
    ));
    assert!(!path.exists());
    assert!(matches!(ROOT.check(), Err(RootError::Unset)));
}

#[test]
fn a_root_is_set_once() {
    let temp = TempDir::new().unwrap();
    fs::write(temp.path().join("file"), "").unwrap();
    let root = unset();
    for bad in ["file", "nope"] {
        let error = root.set(temp.path().join(bad)).unwrap_err();
        assert!(matches!(error, RootError::CannotOpen { .. }), "{error:?}");
        assert!(error.to_string().contains(bad), "{error}");
    }
    for bad in ["", ".", "relative"] {
        assert!(
            matches!(root.set(bad), Err(RootError::NotAbsolute { .. })),
            "{bad:?}"
        );
    }
    // A failed attempt does not use up the one that counts.
    root.set(temp.path()).unwrap();
    root.check().unwrap();
    assert!(matches!(root.set(temp.path()), Err(RootError::AlreadySet)));
    assert!(matches!(root.set("/"), Err(RootError::AlreadySet)));
    assert!(matches!(at("/tmp").set("/"), Err(RootError::NotSettable)));
}

#[test]
fn a_relative_root_is_never_opened() {
    for path in ["", ".", "src"] {
        assert!(
            matches!(at(path).check(), Err(RootError::NotAbsolute { .. })),
            "{path:?}"
        );
    }
}

const VARIABLE: &str = "SAFE_TOOL_TEST_SANDBOX_ROOT";

/// Not a test of its own: what the test below runs in a process whose
/// environment it chooses.
#[test]
fn child_reports_its_env_root() {
    let Some(default) = std::env::var_os("SAFE_TOOL_TEST_SANDBOX_DEFAULT") else {
        return;
    };
    let default = leak(Path::new(&default));
    let root: &'static _ = Box::leak(Box::new(SandboxRoot::from_env(VARIABLE, default)));
    match root.check() {
        Ok(()) => println!(
            "<{}>",
            root.path("file.txt")
                .unwrap()
                .read_to_string(LIMIT)
                .unwrap()
        ),
        Err(error) => println!("<{error}>"),
    }
}

fn env_root(value: Option<&Path>, default: &Path) -> String {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "root::child_reports_its_env_root", "--nocapture"]);
    child.env("SAFE_TOOL_TEST_SANDBOX_DEFAULT", default);
    match value {
        Some(value) => child.env(VARIABLE, value),
        None => child.env_remove(VARIABLE),
    };
    let output = String::from_utf8(child.output().unwrap().stdout).unwrap();
    let (_, report) = output.split_once('<').expect(&output);
    report.split_once('>').expect(&output).0.to_owned()
}

#[test]
fn the_environment_moves_a_root_but_never_widens_it() {
    let temp = TempDir::new().unwrap();
    for name in ["default", "moved"] {
        fs::create_dir(temp.path().join(name)).unwrap();
        fs::write(temp.path().join(name).join("file.txt"), name).unwrap();
    }
    let default = temp.path().join("default");
    let moved = temp.path().join("moved");
    let gone = temp.path().join("gone");

    assert_eq!(env_root(None, &default), "default");
    assert_eq!(env_root(Some(&moved), &default), "moved");
    for bad in ["", ".", "moved", "../"] {
        let report = env_root(Some(Path::new(bad)), &default);
        assert!(report.contains(VARIABLE), "{bad:?}: {report}");
    }
    // Neither a missing folder nor a relative default falls back to another.
    assert!(env_root(Some(&gone), &default).contains("cannot be opened"));
    assert!(env_root(None, Path::new("moved")).contains("not absolute"));
}
