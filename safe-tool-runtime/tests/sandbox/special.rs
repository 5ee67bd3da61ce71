//! FIFOs, sockets, devices: nothing waits for them, and nothing is done to them.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::time::{Duration, Instant};

use safe_tool_runtime::sandbox::{PathRules, ReadOnly, SandboxError, SandboxedPath};

use crate::fixture::{Fixture, INSIDE, LIMIT, at, kept};
#[cfg(target_os = "linux")]
use crate::swap::while_swapping;

#[test]
fn only_regular_files_open_and_nothing_blocks() {
    let fixture = Fixture::new();
    fixture.fifo("fifo");
    symlink("fifo", fixture.safe().join("to-fifo")).unwrap();
    let _listener = UnixListener::bind(fixture.safe().join("socket")).unwrap();

    let start = Instant::now();
    for text in ["sub", "fifo", "to-fifo", "socket"] {
        let error = fixture.path(text).open().unwrap_err();
        assert!(matches!(error, SandboxError::NotAFile), "{text}: {error:?}");
        assert!(fixture.path(text).exists(), "{text}");
    }
    for device in ["zero", "null", "tty"] {
        let path = at("/dev").path(device).unwrap();
        assert!(
            matches!(path.open(), Err(SandboxError::NotAFile)),
            "{device}"
        );
    }
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
#[cfg(target_os = "linux")]
fn a_fifo_that_takes_a_files_place_does_not_block() {
    // The look before the open often sees the file, so that the
    // open itself meets the FIFO; a blocking one would hang here.
    let fixture = Fixture::new();
    fixture.fifo("fifo");
    let path = fixture.path("file.txt");
    while_swapping(&fixture.safe(), "file.txt", "fifo", || {
        match path.read_to_string(LIMIT) {
            Ok(text) => assert_eq!(text, INSIDE),
            Err(SandboxError::NotAFile) => {}
            Err(error) => panic!("{error:?}"),
        }
    });
}

#[test]
fn nothing_is_written_to_special_files_and_nothing_blocks() {
    let fixture = Fixture::new();
    fixture.fifo("fifo");
    symlink("fifo", fixture.safe().join("to-fifo")).unwrap();
    let _listener = UnixListener::bind(fixture.safe().join("socket")).unwrap();

    let start = Instant::now();
    for text in ["sub", "fifo", "to-fifo", "socket"] {
        let path = fixture.writable(text);
        for error in [
            path.write("x").unwrap_err(),
            path.append("x").unwrap_err(),
            path.create().unwrap_err(),
        ] {
            assert!(matches!(error, SandboxError::NotAFile), "{text}: {error:?}");
        }
        let error = path.create_new().unwrap_err();
        assert!(
            matches!(error, SandboxError::AlreadyExists),
            "{text}: {error:?}"
        );
    }
    for text in ["sub", "fifo", "socket"] {
        let path = fixture.writable(text);
        for error in [
            path.replace("x").unwrap_err(),
            path.remove_file().unwrap_err(),
        ] {
            assert!(matches!(error, SandboxError::NotAFile), "{text}: {error:?}");
        }
    }
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_fifo_with_a_reader_is_refused_and_gets_no_byte() {
    let fixture = Fixture::new();
    fixture.fifo("fifo");
    // Held open for reading and writing, so that opening it for writing succeeds.
    let mut fifo = fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(fixture.safe().join("fifo"))
        .unwrap();
    let error = fixture.writable("fifo").append("leaked").unwrap_err();
    assert!(matches!(error, SandboxError::NotAFile), "{error:?}");
    fifo.write_all(b"!").unwrap();
    let mut first = [0; 1];
    fifo.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"!");
}

#[test]
fn special_files_are_opened_where_they_are_asked_for() {
    let fixture = Fixture::new();
    fixture.fifo("fifo");
    let rules = PathRules::new().special_files();
    // Nobody writes to it: an end of file, at once.
    assert_eq!(fixture.with("fifo", rules).read(LIMIT).unwrap(), b"");
    let zero: SandboxedPath<ReadOnly> = at("/dev").path_with("zero", kept(rules)).unwrap();
    assert!(matches!(
        zero.read(10),
        Err(SandboxError::TooLarge { limit: 10 })
    ));
    let error = fixture.with("sub", rules).open().unwrap_err();
    assert!(matches!(error, SandboxError::NotAFile), "{error:?}");
    fixture.writable_with("fifo", rules).remove_file().unwrap();
    assert!(!fixture.path("fifo").exists());
}
