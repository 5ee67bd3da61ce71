//! A folder to be confined to, and what must stay hidden around it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use safe_tool_runtime::sandbox::{
    PathRefusal, PathRules, ReadWrite, SandboxError, SandboxRoot, SandboxedPath,
};
use tempfile::TempDir;

pub(crate) const INSIDE: &str = "inside";
pub(crate) const OUTSIDE: &str = "OUTSIDE";
/// Bytes, for reads.
pub(crate) const LIMIT: u64 = 1024;

/// A `safe` folder with a file and a subfolder, next to what must stay hidden.
pub(crate) struct Fixture {
    temp: TempDir,
    base: PathBuf,
    pub(crate) root: &'static SandboxRoot,
    outside: BTreeMap<PathBuf, Vec<u8>>,
}

impl Fixture {
    pub(crate) fn new() -> Self {
        let temp = TempDir::new().unwrap();
        // Two folders up is still the test's own.
        let base = temp.path().join("base");
        for folder in ["safe/sub", "safe-evil", "outside"] {
            fs::create_dir_all(base.join(folder)).unwrap();
        }
        fs::write(base.join("safe/file.txt"), INSIDE).unwrap();
        fs::write(base.join("safe/sub/file.txt"), INSIDE).unwrap();
        for secret in [
            "safe-evil/file.txt",
            "outside/file.txt",
            "outside/only-outside.txt",
            "file.txt",
        ] {
            fs::write(base.join(secret), OUTSIDE).unwrap();
        }
        let root = unset();
        root.set(base.join("safe")).unwrap();
        let outside = outside(temp.path());
        Self {
            temp,
            base,
            root,
            outside,
        }
    }

    pub(crate) fn base(&self) -> &Path {
        &self.base
    }

    pub(crate) fn safe(&self) -> PathBuf {
        self.base().join("safe")
    }

    pub(crate) fn path(&self, text: &str) -> SandboxedPath {
        self.root.path(text).unwrap()
    }

    pub(crate) fn with(&self, text: &str, rules: PathRules) -> SandboxedPath {
        self.root.path_with(text, kept(rules)).unwrap()
    }

    pub(crate) fn writable(&self, text: &str) -> SandboxedPath<ReadWrite> {
        self.writable_with(text, PathRules::new())
    }

    pub(crate) fn writable_with(&self, text: &str, rules: PathRules) -> SandboxedPath<ReadWrite> {
        self.root.path_with(text, kept(rules)).unwrap()
    }

    pub(crate) fn read(&self, text: &str) -> Result<String, SandboxError> {
        self.path(text).read_to_string(LIMIT)
    }

    /// What is in a file of the root, by std's own way.
    pub(crate) fn content(&self, text: &str) -> String {
        fs::read_to_string(self.safe().join(text)).unwrap()
    }

    pub(crate) fn fifo(&self, text: &str) {
        let made = Command::new("mkfifo").arg(self.safe().join(text)).status();
        assert!(made.unwrap().success());
    }

    /// Fails the test unless reading and looking both end in this error.
    #[track_caller]
    pub(crate) fn assert_hidden(&self, text: &str) {
        match self.read(text) {
            Err(SandboxError::Escapes) => {}
            other => panic!("{text}: {other:?}"),
        }
        assert!(self.path(text).metadata().is_err(), "{text}");
        assert!(!self.path(text).exists(), "{text}");
    }

    /// Fails the test if anything beside the root has changed, come or gone.
    #[track_caller]
    pub(crate) fn assert_outside_untouched(&self) {
        assert_eq!(outside(self.temp.path()), self.outside);
    }
}

/// Every file beside the root, with its content; folders are empty files.
fn outside(temp: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![temp.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.path() == temp.join("base/safe") {
                continue;
            }
            let is_dir = entry.file_type().unwrap().is_dir();
            if is_dir {
                folders.push(entry.path());
            }
            let content = if is_dir {
                Vec::new()
            } else {
                fs::read(entry.path()).unwrap()
            };
            found.insert(entry.path(), content);
        }
    }
    found
}

pub(crate) fn unset() -> &'static SandboxRoot {
    Box::leak(Box::new(SandboxRoot::unset()))
}

pub(crate) fn kept(rules: PathRules) -> &'static PathRules {
    Box::leak(Box::new(rules))
}

pub(crate) fn leak(path: impl AsRef<Path>) -> &'static str {
    Box::leak(path.as_ref().to_str().unwrap().into())
}

pub(crate) fn at(path: impl AsRef<Path>) -> &'static SandboxRoot {
    Box::leak(Box::new(SandboxRoot::at(leak(path))))
}

#[track_caller]
pub(crate) fn assert_refused(texts: &[&str], expected: PathRefusal) {
    for text in texts {
        let refusal = unset().path(text).expect_err(text);
        assert_eq!(refusal, expected, "{text:?}");
    }
}

/// Whether `text` joined to a root stays beneath it, by std's own reading.
pub(crate) fn stays_beneath(text: &str) -> bool {
    let mut depth = 0_usize;
    for component in Path::new(text).components() {
        match component {
            Component::Normal(_) => depth += 1,
            Component::CurDir => {}
            Component::ParentDir if depth > 0 => depth -= 1,
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return false,
        }
    }
    depth > 0
}
