//! A root that is open, and whether its place still leads to it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use cap_fs_ext::MetadataExt;
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use quanta::Instant;

use super::error::RootError;

/// The open folder.
pub(super) struct Handle {
    dir: Dir,
    path: PathBuf,
    id: Id,
    opened: Instant,
    /// Until when it is trusted that `path` leads to `dir`: nanoseconds after `opened`.
    trusted: AtomicU64,
}

/// How long what is read may come from a folder that was moved away or replaced, in
/// nanoseconds. To look before every read would cost half of the read.
const TRUSTED: u64 = 1_000_000_000;

/// Device and inode: which folder it is, whatever it is called.
type Id = (u64, u64);

impl Handle {
    pub(super) fn open(path: &Path) -> Result<Self, RootError> {
        // A relative root would depend on where the server was started.
        if !path.is_absolute() {
            return Err(RootError::NotAbsolute {
                path: path.to_owned(),
            });
        }
        let (dir, id) = open_ambient(path).map_err(|reason| RootError::CannotOpen {
            path: path.to_owned(),
            reason,
        })?;
        Ok(Self {
            dir,
            path: path.to_owned(),
            id,
            opened: Instant::now(),
            trusted: AtomicU64::new(TRUSTED),
        })
    }

    pub(super) fn dir(&self) -> &Dir {
        &self.dir
    }

    /// Where it was opened.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// That the place led here a second ago, or leads here now.
    pub(super) fn verify_now_and_then(&self) -> Result<(), RootError> {
        if self.age() < self.trusted.load(Ordering::Relaxed) {
            return Ok(());
        }
        self.verify()
    }

    /// That the place leads to the folder that was opened.
    pub(super) fn verify(&self) -> Result<(), RootError> {
        let age = self.age();
        let verdict = match open_ambient(&self.path) {
            Ok((_, id)) if id == self.id => Ok(()),
            Ok(_) => Err(self.replaced()),
            Err(reason) => Err(match reason.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => self.replaced(),
                _ => RootError::CannotOpen {
                    path: self.path.clone(),
                    reason,
                },
            }),
        };
        let trusted = if verdict.is_ok() {
            age.saturating_add(TRUSTED)
        } else {
            0
        };
        self.trusted.store(trusted, Ordering::Relaxed);
        verdict
    }

    /// That the folder is not removed: in one that is, nothing is found.
    pub(super) fn verify_not_removed(&self) -> Result<(), RootError> {
        if names(&self.dir).is_ok_and(|names| names == 0) {
            return Err(self.replaced());
        }
        Ok(())
    }

    fn replaced(&self) -> RootError {
        RootError::Replaced {
            path: self.path.clone(),
        }
    }

    fn age(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }
}

/// The only place where the sandbox uses the process's own view of the disk.
fn open_ambient(path: &Path) -> io::Result<(Dir, Id)> {
    let dir = Dir::open_ambient_dir(path, ambient_authority())?;
    let seen = dir.dir_metadata()?;
    Ok((dir, (seen.dev(), seen.ino())))
}

/// How many names the folder has, its own `.` included: none once it is removed.
#[cfg(unix)]
fn names(dir: &Dir) -> io::Result<u64> {
    // Half the price of cap-std's, and every miss pays it.
    let stat = rustix::fs::fstat(dir)?;
    #[allow(clippy::useless_conversion, reason = "its width differs by platform")]
    Ok(stat.st_nlink.into())
}

#[cfg(not(unix))]
fn names(dir: &Dir) -> io::Result<u64> {
    Ok(dir.dir_metadata()?.nlink())
}
