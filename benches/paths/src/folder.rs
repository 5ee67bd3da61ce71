//! The folder that paths are confined to, and the paths.

use std::{fs, os::unix::fs::symlink, path::PathBuf};

use tempfile::TempDir;

pub struct Folder {
    temp: TempDir,
}

pub struct Case {
    pub text: &'static str,
    /// Whether it is inside, and there.
    pub opens: bool,
}

/// Hit, miss, a link that leads out, a text that does.
pub const CASES: [Case; 4] = [
    Case {
        text: "a/b/c/file.txt",
        opens: true,
    },
    Case {
        text: "a/b/c/nope.txt",
        opens: false,
    },
    Case {
        text: "a/b/out/file.txt",
        opens: false,
    },
    Case {
        text: "a/b/../../../outside/file.txt",
        opens: false,
    },
];

impl Folder {
    pub fn new() -> Self {
        let temp = TempDir::new().expect("a temporary folder");
        let make = || {
            fs::create_dir_all(temp.path().join("root/a/b/c"))?;
            fs::create_dir(temp.path().join("outside"))?;
            fs::write(temp.path().join("root/a/b/c/file.txt"), "inside")?;
            fs::write(temp.path().join("outside/file.txt"), "outside")?;
            symlink("../../../outside", temp.path().join("root/a/b/out"))
        };
        make().expect("files in it");
        Self { temp }
    }

    pub fn root(&self) -> PathBuf {
        self.temp.path().join("root")
    }
}
