//! What can go wrong beneath a root, and with the root itself.

use std::io;
use std::path::PathBuf;

/// Why a file beneath the root could not be used.
///
/// `Display` goes to the calling model, so it holds no path, no root and no
/// text of the operating system. `Debug` and `source` are the operator's: they
/// may hold the root's path, so keep them out of replies.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SandboxError {
    /// Nothing has that name.
    #[error("no such file")]
    NotFound,
    /// A folder, FIFO, socket or device, where a regular file is wanted.
    #[error("not a regular file")]
    NotAFile,
    /// What would hold the new file or name is missing, or is no folder.
    #[error("the folder it would be in does not exist: create that first, or choose another")]
    NoFolder,
    /// A folder is wanted, and this is none.
    #[error("not a folder")]
    NotADirectory,
    /// Something has that name already.
    #[error("something has that name already: choose another")]
    AlreadyExists,
    /// A symbolic link leads out of the root.
    #[error("the path leaves its folder")]
    Escapes,
    /// A symbolic link, where the field follows none (`no_symlinks`).
    #[error("symbolic links are not followed here")]
    Symlink,
    /// The file has another name as well (`no_hard_links`).
    #[error("the file has more than one name, which is not allowed here")]
    HardLinked,
    /// The file's extension is not one that the field takes (`extensions`).
    #[error("files with this extension are not opened here")]
    Extension,
    /// The two paths are beneath different roots.
    #[error("a file cannot move from one folder tree to another")]
    OtherRoot,
    /// The file holds more bytes than were allowed, or would.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The most that was allowed, in bytes.
        limit: u64,
    },
    /// The file is not valid UTF-8.
    #[error("the file is not UTF-8 text")]
    NotText,
    /// The root could not be opened. The reason is in the log and in `source`.
    #[error("the folder is not available")]
    Unavailable(#[source] RootError),
    /// The file system refused to open it: permissions, a loop of links, …
    #[error("the file cannot be opened")]
    CannotOpen(#[source] io::Error),
    /// The file was opened and then could not be read.
    #[error("the file cannot be read")]
    CannotRead(#[source] io::Error),
    /// The file system refused the change: permissions, a full disk, …
    #[error("the file cannot be changed")]
    CannotWrite(#[source] io::Error),
    /// The operation ran in the background and was stopped: the runtime shuts down.
    #[error("the operation was stopped before it was done")]
    Stopped,
}

impl SandboxError {
    /// Names what an open or a look beneath the root failed on.
    pub(super) fn from_open(error: io::Error) -> Self {
        use io::ErrorKind::{
            AlreadyExists, CrossesDevices, InvalidFilename, IsADirectory, NotADirectory, NotFound,
            PermissionDenied,
        };
        match error.kind() {
            // A file where the path wants a folder, and a name longer than the
            // file system can hold, are also names that nothing has.
            NotFound | NotADirectory | InvalidFilename => Self::NotFound,
            // cap-std reports an escape as a denial of its own making, which
            // unlike the kernel's EACCES has no errno; EXDEV is what openat2
            // says when it is not translated.
            PermissionDenied if error.raw_os_error().is_none() => Self::Escapes,
            CrossesDevices => Self::Escapes,
            AlreadyExists => Self::AlreadyExists,
            IsADirectory => Self::NotAFile,
            _ if has_no_other_end(&error) => Self::NotAFile,
            _ => Self::CannotOpen(error),
        }
    }

    /// The same of what was to be made: the file need not be there, its folder must.
    pub(super) fn of_making(self) -> Self {
        match self {
            Self::NotFound => Self::NoFolder,
            error => error,
        }
    }

    /// Names what a change to a folder that is open already failed on.
    pub(super) fn from_change(error: io::Error) -> Self {
        use io::ErrorKind::{
            AlreadyExists, InvalidFilename, IsADirectory, NotADirectory, NotFound,
        };
        match error.kind() {
            NotFound | InvalidFilename => Self::NotFound,
            AlreadyExists => Self::AlreadyExists,
            NotADirectory => Self::NotADirectory,
            IsADirectory => Self::NotAFile,
            _ => Self::CannotWrite(error),
        }
    }
}

/// What opening a socket says, a FIFO that nobody reads, a device without a driver.
#[cfg(unix)]
fn has_no_other_end(error: &io::Error) -> bool {
    use rustix::io::Errno;
    matches!(
        Errno::from_io_error(error),
        Some(Errno::NXIO | Errno::NODEV)
    )
}

#[cfg(not(unix))]
fn has_no_other_end(_: &io::Error) -> bool {
    false
}

/// Why a root could not be opened or set: a mistake of the server's operator or
/// author, to be found at start-up.
///
/// `Display` says what failed and what to do, and names the path.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RootError {
    /// An unset root was used before its `set`.
    #[error("the sandbox root is not set: call SandboxRoot::set once at start-up")]
    Unset,
    /// `set` was called twice.
    #[error("the sandbox root is already set and stays as it is: call set only once")]
    AlreadySet,
    /// `set` was called on a root that knows its own place.
    #[error("this sandbox root has its place already: declare it as unset() to use set")]
    NotSettable,
    /// The path given is empty or relative.
    #[error("the sandbox root {path:?} is not absolute: give an absolute path")]
    NotAbsolute {
        /// The path as it was given.
        path: PathBuf,
    },
    /// The environment variable is present but empty or relative.
    #[error(
        "the environment variable {variable} holds {path:?}, which is not absolute: \
         give an absolute path, or unset it to use {default}"
    )]
    BadVariable {
        /// The variable's name.
        variable: &'static str,
        /// What it held.
        path: PathBuf,
        /// What applies when it is unset.
        default: &'static str,
    },
    /// Another folder is in the place of the one that was opened, or none is. What was
    /// opened stays what it was, and is no longer used: put it back, or restart.
    #[error(
        "the sandbox root {path:?} is not the folder that was opened: put that one back, or \
         restart the server"
    )]
    Replaced {
        /// The path it was opened at.
        path: PathBuf,
    },
    /// The path is missing, not a folder, or not readable.
    #[error("the sandbox root {path:?} cannot be opened ({reason}): give a folder that exists")]
    CannotOpen {
        /// The path that was tried.
        path: PathBuf,
        /// What the operating system said. Part of `Display`, hence no `source`.
        reason: io::Error,
    },
}
