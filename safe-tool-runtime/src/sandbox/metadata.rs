//! What a look at a path tells.

use std::time::SystemTime;

use cap_std::fs::Metadata;

/// What a look at a path beneath the root tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SandboxMetadata {
    is_file: bool,
    is_dir: bool,
    len: u64,
    modified: Option<SystemTime>,
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

impl From<Metadata> for SandboxMetadata {
    fn from(seen: Metadata) -> Self {
        Self {
            is_file: seen.is_file(),
            is_dir: seen.is_dir(),
            len: seen.len(),
            modified: seen
                .modified()
                .ok()
                .map(cap_std::time::SystemTime::into_std),
        }
    }
}
