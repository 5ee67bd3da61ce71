//! Reading and looking.

use std::fs;
use std::os::unix::fs::symlink;

use safe_tool_runtime::sandbox::SandboxError;

use crate::fixture::{Fixture, INSIDE, LIMIT, at};

#[test]
fn a_read_is_bounded() {
    let fixture = Fixture::new();
    let path = fixture.path("file.txt");
    let size = INSIDE.len() as u64;
    assert_eq!(path.read(size).unwrap(), INSIDE.as_bytes());
    assert_eq!(path.read(u64::MAX).unwrap(), INSIDE.as_bytes());
    for limit in [size - 1, 0] {
        let error = path.read(limit).unwrap_err();
        assert!(matches!(error, SandboxError::TooLarge { limit: l } if l == limit));
    }
    // A file of a tebibyte is refused without being read.
    let sparse = fs::File::create(fixture.safe().join("sparse")).unwrap();
    sparse.set_len(1 << 40).unwrap();
    assert!(matches!(
        fixture.read("sparse"),
        Err(SandboxError::TooLarge { limit: LIMIT })
    ));
}

#[test]
fn text_must_be_utf8() {
    let fixture = Fixture::new();
    fs::write(fixture.safe().join("latin1"), b"caf\xE9").unwrap();
    assert!(matches!(fixture.read("latin1"), Err(SandboxError::NotText)));
    assert_eq!(fixture.path("latin1").read(LIMIT).unwrap(), b"caf\xE9");
}

#[test]
fn what_is_not_there_is_not_found() {
    let fixture = Fixture::new();
    for text in ["nope", "nope/file.txt", "file.txt/below"] {
        assert!(
            matches!(fixture.read(text), Err(SandboxError::NotFound)),
            "{text}"
        );
        assert!(!fixture.path(text).exists(), "{text}");
    }
}

#[test]
fn metadata_tells_what_is_there() {
    let fixture = Fixture::new();
    let file = fixture.path("file.txt").metadata().unwrap();
    assert!(file.is_file() && !file.is_dir());
    assert_eq!(file.len(), INSIDE.len() as u64);
    assert!(file.modified().is_some());
    let folder = fixture.path("sub").metadata().unwrap();
    assert!(folder.is_dir() && !folder.is_file());
}

#[test]
fn nothing_shown_names_the_root() {
    let fixture = Fixture::new();
    symlink("/etc/passwd", fixture.safe().join("out")).unwrap();
    let base = fixture.base().to_str().unwrap();
    let path = fixture.path("out");
    let gone = at(fixture.base().join("gone")).path("x").unwrap();
    for shown in [
        format!("{path:?} {:?} {gone:?}", fixture.root),
        path.open().unwrap_err().to_string(),
        fixture.read("nope").unwrap_err().to_string(),
        gone.open().unwrap_err().to_string(),
    ] {
        assert!(!shown.contains(base), "{shown}");
    }
    assert_eq!(format!("{path:?}"), r#"SandboxedPath("out")"#);
}

#[test]
fn the_way_out_is_the_plain_path() {
    let fixture = Fixture::new();
    let plain = fixture.path("sub/file.txt").escape_the_sandbox().unwrap();
    assert_eq!(plain, fixture.safe().join("sub/file.txt"));
}
