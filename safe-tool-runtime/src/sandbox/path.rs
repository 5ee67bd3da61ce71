//! A capability to one path beneath its root.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::time::SystemTime;

use cap_std::fs::OpenOptions;

use super::error::SandboxError;
use super::root::SandboxRoot;

/// A path that can only be used beneath its [`SandboxRoot`].
///
/// It is not a string: it has no `Display`, `AsRef<Path>` or `Deref`, so it
/// cannot be handed to code that would open it elsewhere. Each operation
/// resolves it anew beneath the root's handle.
///
/// ```compile_fail,E0277
/// # fn f(path: safe_tool_runtime::sandbox::SandboxedPath) {
/// std::fs::read(path); // not a path: the trait `AsRef<Path>` is missing
/// # }
/// ```
#[derive(Clone)]
pub struct SandboxedPath {
    root: &'static SandboxRoot,
    /// Has passed the lexical check.
    relative: Box<str>,
}

/// What a look at a path beneath the root tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SandboxMetadata {
    is_file: bool,
    is_dir: bool,
    len: u64,
    modified: Option<SystemTime>,
}

impl SandboxedPath {
    /// For the root alone, which has checked `relative`.
    pub(super) fn new(root: &'static SandboxRoot, relative: &str) -> Self {
        Self {
            root,
            relative: relative.into(),
        }
    }

    /// Opens the file for reading. Never waits for a FIFO or a device.
    ///
    /// # Errors
    ///
    /// See [`SandboxError`]; [`NotAFile`](SandboxError::NotAFile) for all but
    /// regular files.
    pub fn open(&self) -> Result<File, SandboxError> {
        let dir = self.root.dir()?;
        // To open a FIFO releases its writer, and some devices act on being
        // opened, so look first. This decides nothing: the name may come to
        // mean another file before it is opened, and what was opened is checked.
        if !self.metadata()?.is_file() {
            return Err(SandboxError::NotAFile);
        }
        let file = dir
            .open_with(&*self.relative, &read_only())
            .map_err(SandboxError::from_open)?
            .into_std();
        if file.metadata().map_err(SandboxError::CannotOpen)?.is_file() {
            Ok(file)
        } else {
            Err(SandboxError::NotAFile)
        }
    }

    /// Reads the whole file of at most `limit` bytes; of a larger one, no more
    /// than one byte beyond the limit is read.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open), or [`TooLarge`](SandboxError::TooLarge).
    pub fn read(&self, limit: u64) -> Result<Vec<u8>, SandboxError> {
        // By counting, not by the size the file claims: it may be growing, and
        // the files of /proc claim to be empty.
        let mut bytes = Vec::new();
        let read = self
            .open()?
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(SandboxError::CannotRead)?;
        if u64::try_from(read).is_ok_and(|read| read <= limit) {
            Ok(bytes)
        } else {
            Err(SandboxError::TooLarge { limit })
        }
    }

    /// Reads the whole file of at most `limit` bytes as UTF-8.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read), or [`NotText`](SandboxError::NotText).
    pub fn read_to_string(&self, limit: u64) -> Result<String, SandboxError> {
        String::from_utf8(self.read(limit)?).map_err(|_| SandboxError::NotText)
    }

    /// Looks at what the path names, without opening it. True at the time of
    /// looking only: use it to inform, and `open` to decide.
    ///
    /// # Errors
    ///
    /// See [`SandboxError`].
    pub fn metadata(&self) -> Result<SandboxMetadata, SandboxError> {
        let metadata = self
            .root
            .dir()?
            .metadata(&*self.relative)
            .map_err(SandboxError::from_open)?;
        Ok(SandboxMetadata {
            is_file: metadata.is_file(),
            is_dir: metadata.is_dir(),
            len: metadata.len(),
            modified: metadata
                .modified()
                .ok()
                .map(cap_std::time::SystemTime::into_std),
        })
    }

    /// Whether the path names anything beneath the root. `false` also if that
    /// cannot be told, or if it leads out.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.metadata().is_ok()
    }

    /// The path relative to the root, as the caller wrote it: for messages to
    /// that caller. To open files use [`open`](Self::open).
    #[must_use]
    pub fn as_relative_str(&self) -> &str {
        &self.relative
    }
}

impl SandboxMetadata {
    /// Whether it is a regular file.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.is_file
    }

    /// Whether it is a folder.
    #[must_use]
    pub fn is_dir(&self) -> bool {
        self.is_dir
    }

    /// The size in bytes; of a folder or device, whatever the system reports.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // As on std's Metadata.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// When the content last changed, if the file system keeps that.
    #[must_use]
    pub fn modified(&self) -> Option<SystemTime> {
        self.modified
    }
}

fn read_only() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use cap_std::fs::OpenOptionsExt;
        use rustix::fs::OFlags;
        // Should a FIFO or a terminal have taken the file's place: do not wait
        // for its other end, do not take it as our terminal. A regular file is
        // not affected by either.
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    options
}

/// Shows the relative path only, never where the root is.
impl fmt::Debug for SandboxedPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SandboxedPath")
            .field(&self.relative)
            .finish()
    }
}
