//! The kernel's way and the portable one come to the same.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs;
use std::mem::discriminant;
use std::os::unix::fs::symlink;

use cap_std::ambient_authority;
use cap_std::fs::Dir;
use tempfile::TempDir;

use super::{Resolver, SandboxError, Want, kernel, portable};

const PATHS: [&str; 20] = [
    "file",
    "sub",
    "sub/file",
    "sub/nope",
    "nope/file",
    "file/below",
    "to-file",
    "to-sub",
    "to-sub/file",
    "to-sub/new",
    "sub/up",
    "sub/up/sub/file",
    "out",
    "out/file",
    "out/new",
    "out-file",
    "absolute/file",
    "magic/etc/passwd",
    "dangling",
    "dangling-out",
];

fn fixture() -> (TempDir, Dir) {
    let temp = TempDir::new().unwrap();
    let base = temp.path();
    for folder in ["safe/sub", "outside"] {
        fs::create_dir_all(base.join(folder)).unwrap();
    }
    for file in ["safe/file", "safe/sub/file", "outside/file"] {
        fs::write(base.join(file), file).unwrap();
    }
    let outside = base.join("outside");
    for (name, target) in [
        ("to-file", "file"),
        ("to-sub", "sub"),
        ("sub/up", ".."),
        ("out", "../outside"),
        ("out-file", "../outside/file"),
        ("absolute", outside.to_str().unwrap()),
        ("magic", "/proc/self/root"),
        ("dangling", "made"),
        ("dangling-out", "../outside/made"),
    ] {
        symlink(target, base.join("safe").join(name)).unwrap();
    }
    let dir = Dir::open_ambient_dir(base.join("safe"), ambient_authority()).unwrap();
    (temp, dir)
}

#[track_caller]
fn assert_alike<T>(
    path: &str,
    kernel: Option<Result<T, SandboxError>>,
    portable: Result<T, SandboxError>,
) {
    let (kernel, portable) = (kernel.unwrap().err(), portable.err());
    let alike = kernel.as_ref().map(discriminant) == portable.as_ref().map(discriminant);
    assert!(
        alike,
        "{path}: the kernel says {kernel:?}, portably {portable:?}"
    );
}

#[test]
fn both_ways_come_to_the_same() {
    for no_symlinks in [false, true] {
        for path in PATHS {
            for want in [Want::Read, Want::Write, Want::Append, Want::New] {
                // Each in a folder of its own: some of them make the file.
                let ((_kept, one), (_too, other)) = (fixture(), fixture());
                let [one, other] = [&one, &other].map(|dir| Resolver { dir, no_symlinks });
                let opened = kernel::open(&one, path, want);
                assert_alike(path, opened, portable::open(&other, path, want));
            }
            let (_kept, dir) = fixture();
            let from = Resolver {
                dir: &dir,
                no_symlinks,
            };
            let opened = kernel::open_dir(&from, path);
            assert_alike(path, opened, portable::open_dir(&from, path));
            assert_alike(path, kernel::look(&from, path), portable::look(&from, path));
        }
    }
}

#[test]
fn the_portable_way_makes_nothing_outside() {
    for no_symlinks in [false, true] {
        let (temp, dir) = fixture();
        let from = Resolver {
            dir: &dir,
            no_symlinks,
        };
        for path in PATHS {
            for want in [Want::Write, Want::Append, Want::New] {
                // Whether it works is the other test's.
                drop(portable::open(&from, path, want));
            }
        }
        let outside = temp.path().join("outside");
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
        assert_eq!(fs::read(outside.join("file")).unwrap(), b"outside/file");
        assert_eq!(dir.exists("made"), !no_symlinks);
    }
}
