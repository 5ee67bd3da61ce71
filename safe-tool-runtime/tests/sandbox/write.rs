//! Writing to files, and to nothing else.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};

use safe_tool_runtime::sandbox::SandboxError;

use crate::fixture::{Fixture, INSIDE, LIMIT};

#[test]
fn files_are_made_emptied_and_added_to() {
    let fixture = Fixture::new();
    let path = fixture.writable("new.txt");
    path.append("one").unwrap();
    path.append(", two").unwrap();
    assert_eq!(fixture.content("new.txt"), "one, two");
    path.write("three").unwrap();
    assert_eq!(fixture.content("new.txt"), "three");
    path.create().unwrap().write_all(b"four").unwrap();
    assert_eq!(fixture.content("new.txt"), "four");
    assert_eq!(path.read_to_string(LIMIT).unwrap(), "four");
    assert_eq!(path.read_only().read(LIMIT).unwrap(), b"four");

    let error = path.create_new().unwrap_err();
    assert!(matches!(error, SandboxError::AlreadyExists), "{error:?}");
    let mut other = fixture.writable("other.txt").create_new().unwrap();
    other.write_all(b"five").unwrap();
    assert_eq!(fixture.content("other.txt"), "five");
}

#[test]
fn nothing_is_written_through_a_link_that_leads_out() {
    let fixture = Fixture::new();
    let safe = fixture.safe();
    let outside = fixture.base().join("outside");
    symlink("../outside/file.txt", safe.join("file")).unwrap();
    symlink("../outside/new.txt", safe.join("dangling")).unwrap();
    symlink(outside.join("file.txt"), safe.join("absolute")).unwrap();
    symlink("../outside", safe.join("folder")).unwrap();
    let magic = format!("/proc/self/root{}", outside.display());
    symlink(magic, safe.join("magic")).unwrap();
    for text in [
        "file",
        "dangling",
        "absolute",
        "folder/file.txt",
        "folder/new.txt",
        "magic/new.txt",
    ] {
        let path = fixture.writable(text);
        for result in [path.write("x"), path.append("x"), path.create().map(drop)] {
            assert!(
                matches!(result, Err(SandboxError::Escapes)),
                "{text}: {result:?}"
            );
        }
        // As the last name, a link is what is there already.
        assert!(path.create_new().is_err(), "{text}");
    }
    for text in ["folder/new.txt", "folder/file.txt", "magic/new.txt"] {
        let path = fixture.writable(text);
        for result in [
            path.replace("x"),
            path.remove_file(),
            path.rename(&fixture.writable("stolen")),
        ] {
            assert!(
                matches!(result, Err(SandboxError::Escapes)),
                "{text}: {result:?}"
            );
        }
    }
    fixture.assert_outside_untouched();
}

#[test]
fn links_that_stay_inside_are_written_through() {
    let fixture = Fixture::new();
    symlink("sub/file.txt", fixture.safe().join("link")).unwrap();
    symlink("sub/new.txt", fixture.safe().join("dangling")).unwrap();
    fixture.writable("link").write("through").unwrap();
    assert_eq!(fixture.content("sub/file.txt"), "through");
    fixture.writable("dangling").write("made").unwrap();
    assert_eq!(fixture.content("sub/new.txt"), "made");
}

#[test]
fn what_is_in_the_way_is_said() {
    const NO_FOLDER: &str =
        "the folder it would be in does not exist: create that first, or choose another";
    let fixture = Fixture::new();
    for (text, expected) in [
        ("nope/file.txt", NO_FOLDER),
        ("file.txt/below", NO_FOLDER),
        ("sub", "not a regular file"),
    ] {
        let error = fixture.writable(text).write("x").unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
    }
    assert_eq!(fixture.content("file.txt"), INSIDE);
}

#[test]
fn permissions_are_the_usual_ones() {
    let fixture = Fixture::new();
    let mode = |text: &str| {
        let seen = fs::metadata(fixture.safe().join(text)).unwrap();
        seen.permissions().mode() & 0o7777
    };
    // What std makes, less the umask, is what is usual here.
    fs::write(fixture.safe().join("std.txt"), "").unwrap();
    fixture.writable("ours.txt").write("x").unwrap();
    fixture.writable("replaced.txt").replace("x").unwrap();
    fixture.writable("new.txt").create_new().unwrap();
    for text in ["ours.txt", "replaced.txt", "new.txt"] {
        assert_eq!(mode(text), mode("std.txt"), "{text}");
    }
    fs::create_dir(fixture.safe().join("std")).unwrap();
    fixture.writable("ours/deep").create_dir_all().unwrap();
    assert_eq!(
        (mode("ours"), mode("ours/deep")),
        (mode("std"), mode("std"))
    );
}
