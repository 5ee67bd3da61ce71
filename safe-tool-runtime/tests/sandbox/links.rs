//! Symbolic links, on a real disk.

use std::os::unix::fs::symlink;
use std::path::Path;

use safe_tool_runtime::sandbox::SandboxError;

use crate::fixture::{Fixture, INSIDE, at};

#[test]
fn links_that_lead_out_fail() {
    let fixture = Fixture::new();
    let safe = fixture.safe();
    let outside = fixture.base().join("outside");
    let link = |target: &Path, name: &str| symlink(target, safe.join(name)).unwrap();

    link(&outside.join("file.txt"), "to-file");
    link(&outside, "to-dir");
    link(Path::new("../outside/file.txt"), "relative");
    link(Path::new("../../outside"), "sub/up");
    link(Path::new("../safe-evil"), "sibling");
    link(Path::new("to-file"), "chain");
    link(Path::new("sub/up"), "dir-chain");
    link(Path::new("/proc/self/root/etc/passwd"), "proc");
    link(Path::new("/proc/self/root"), "proc-root");
    link(Path::new("/dev/zero"), "device");
    // Out and back in again is still out, and so is our own absolute path.
    link(Path::new("../safe/file.txt"), "out-and-in");
    link(&safe.join("file.txt"), "absolute-in");

    for text in [
        "to-file",
        "to-dir/file.txt",
        "relative",
        "sub/up/file.txt",
        "sibling/file.txt",
        "chain",
        "dir-chain/file.txt",
        "proc",
        "proc-root/etc/passwd",
        "device",
        "out-and-in",
        "absolute-in",
    ] {
        fixture.assert_hidden(text);
    }
}

#[test]
fn links_in_a_loop_fail() {
    let fixture = Fixture::new();
    symlink("pong", fixture.safe().join("ping")).unwrap();
    symlink("ping", fixture.safe().join("pong")).unwrap();
    let error = fixture.read("ping").unwrap_err();
    assert!(matches!(error, SandboxError::CannotOpen(_)), "{error:?}");
}

#[test]
fn links_that_stay_inside_work() {
    let fixture = Fixture::new();
    symlink("file.txt", fixture.safe().join("link")).unwrap();
    symlink("sub", fixture.safe().join("folder")).unwrap();
    symlink("../file.txt", fixture.safe().join("sub/up-and-in")).unwrap();
    for text in [
        "link",
        "folder/file.txt",
        "sub/up-and-in",
        "folder/up-and-in",
    ] {
        assert_eq!(fixture.read(text).unwrap(), INSIDE, "{text}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn magic_links_are_not_followed() {
    // Beneath /proc, these lead anywhere without a `..` or a leading slash.
    let root = at("/proc");
    for text in ["self/root/etc/passwd", "self/cwd/Cargo.toml", "self/fd/0"] {
        assert!(root.path(text).unwrap().open().is_err(), "{text}");
    }
    // The files of /proc claim to be empty; the limit counts what is read.
    let status = root.path("self/status").unwrap();
    assert!(matches!(
        status.read(10),
        Err(SandboxError::TooLarge { limit: 10 })
    ));
    assert!(status.read(1 << 20).unwrap().len() > 10);
}
