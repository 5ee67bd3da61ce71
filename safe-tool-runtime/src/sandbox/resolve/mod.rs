//! Resolves a path beneath an open folder, at the moment it is used.
//!
//! On Linux that is one `openat2`, with which cap-std can neither refuse all symbolic
//! links nor spare a second look at what was opened; elsewhere, and where the kernel does
//! not know the call or a seccomp filter hides it, cap-std walks open handles.

#[cfg(target_os = "linux")]
mod kernel;
mod portable;
#[cfg(all(test, target_os = "linux"))]
mod tests;
mod want;

use std::fs::File;

use cap_std::fs::{Dir, Metadata};

pub(super) use self::want::Want;
use super::error::SandboxError;

/// A folder, and how names beneath it are resolved.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'a> {
    pub(super) dir: &'a Dir,
    pub(super) no_symlinks: bool,
}

impl Resolver<'_> {
    /// Opens a file. What kind of file it is has not been looked at.
    pub(super) fn open(&self, path: &str, want: Want) -> Result<File, SandboxError> {
        #[cfg(target_os = "linux")]
        if let Some(opened) = kernel::open(self, path, want) {
            return opened;
        }
        portable::open(self, path, want)
    }

    /// Opens a folder whose entries can be read.
    pub(super) fn open_dir(&self, path: &str) -> Result<Dir, SandboxError> {
        #[cfg(target_os = "linux")]
        if let Some(opened) = kernel::open_dir(self, path) {
            return opened;
        }
        portable::open_dir(self, path)
    }

    /// Looks at what has that name, without opening it.
    pub(super) fn look(&self, path: &str) -> Result<Metadata, SandboxError> {
        #[cfg(target_os = "linux")]
        if let Some(seen) = kernel::look(self, path) {
            return seen;
        }
        portable::look(self, path)
    }

    /// The folder that holds the last name, and that name: what is then done with it
    /// cannot be led elsewhere.
    pub(super) fn parent<'p>(&self, path: &'p str) -> Result<(Dir, &'p str), SandboxError> {
        match path.rsplit_once('/') {
            Some((folder, name)) => Ok((self.open_dir(folder)?, name)),
            None => {
                let dir = self.dir.try_clone().map_err(SandboxError::CannotOpen)?;
                Ok((dir, path))
            }
        }
    }
}
