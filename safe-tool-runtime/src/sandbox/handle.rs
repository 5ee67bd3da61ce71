//! A root that is open, and whether its place still leads to it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use cap_fs_ext::MetadataExt;
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use quanta::Instant;

use super::error::RootError;

/// How long what is read may come from a folder that was moved away or replaced. To look
/// before every read would cost as much as half the read.
const TRUSTED: Duration = Duration::from_secs(1);

/// The open folder.
pub(super) struct Handle {
    dir: Dir,
    path: PathBuf,
    id: Id,
    opened: Instant,
    /// When `path` last led to `dir`: nanoseconds after `opened`, or `NEVER`.
    seen: AtomicU64,
}

const NEVER: u64 = u64::MAX;

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
            seen: AtomicU64::new(0),
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
        let seen = self.seen.load(Ordering::Relaxed);
        let age = self.age();
        if seen != NEVER && Duration::from_nanos(age.saturating_sub(seen)) < TRUSTED {
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
        let seen = if verdict.is_ok() { age } else { NEVER };
        self.seen.store(seen, Ordering::Relaxed);
        verdict
    }

    /// That the folder is not removed: in one that is, nothing is found.
    pub(super) fn verify_not_removed(&self) -> Result<(), RootError> {
        match self.dir.dir_metadata() {
            Ok(seen) if seen.nlink() == 0 => Err(self.replaced()),
            _ => Ok(()),
        }
    }

    fn replaced(&self) -> RootError {
        RootError::Replaced {
            path: self.path.clone(),
        }
    }

    fn age(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_nanos()).unwrap_or(NEVER - 1)
    }
}

/// The only place where the sandbox uses the process's own view of the disk.
fn open_ambient(path: &Path) -> io::Result<(Dir, Id)> {
    let dir = Dir::open_ambient_dir(path, ambient_authority())?;
    let seen = dir.dir_metadata()?;
    Ok((dir, (seen.dev(), seen.ino())))
}
