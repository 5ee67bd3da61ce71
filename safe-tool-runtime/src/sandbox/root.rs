//! The folder that paths are confined to.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use cap_std::ambient_authority;
use cap_std::fs::Dir;
use once_cell::sync::OnceCell;

use super::error::{RootError, SandboxError};
use super::lexical;
use super::path::SandboxedPath;
use super::refusal::PathRefusal;

/// One folder, held as an open handle, that paths are confined to.
///
/// It lives in a `static`. The folder is opened once, when it is first needed
/// (or by [`check`](Self::check) or [`set`](Self::set)); a failed attempt is
/// made again at the next use. From then on the handle is the root: renaming or
/// replacing the folder on disk changes nothing about what can be reached.
pub struct SandboxRoot {
    place: Place,
    // `OnceLock` has no stable way to initialise fallibly.
    dir: OnceCell<Dir>,
}

/// Where the root is to be found.
enum Place {
    /// Wherever `set` says.
    Unset,
    Fixed(&'static str),
    Variable {
        name: &'static str,
        default: &'static str,
    },
}

impl SandboxRoot {
    /// A root whose place is not known yet; give it with [`set`](Self::set).
    /// Until then every operation on its paths fails.
    #[must_use]
    pub const fn unset() -> Self {
        Self::in_place(Place::Unset)
    }

    /// A root at a fixed place. The path must be absolute.
    #[must_use]
    pub const fn at(path: &'static str) -> Self {
        Self::in_place(Place::Fixed(path))
    }

    /// A root that an environment variable may move.
    ///
    /// The variable is read when the root is first opened. If it is absent the
    /// root is at `default`; if it is present but empty or relative that is an
    /// error, so that a slip never widens the root. Both must be absolute.
    #[must_use]
    pub const fn from_env(variable: &'static str, default: &'static str) -> Self {
        Self::in_place(Place::Variable {
            name: variable,
            default,
        })
    }

    const fn in_place(place: Place) -> Self {
        Self {
            place,
            dir: OnceCell::new(),
        }
    }

    /// Gives an [`unset`](Self::unset) root its folder, and opens it.
    ///
    /// # Errors
    ///
    /// The path is not absolute or not a folder that can be opened (another
    /// attempt is allowed), the root is set already, or it is not of the kind
    /// that is set.
    pub fn set(&self, path: impl Into<PathBuf>) -> Result<(), RootError> {
        if !matches!(self.place, Place::Unset) {
            return Err(RootError::NotSettable);
        }
        if self.dir.get().is_some() {
            return Err(RootError::AlreadySet);
        }
        let dir = open(&path.into())?;
        // Two threads may both get here; the cell lets one of them win.
        self.dir.set(dir).map_err(|_| RootError::AlreadySet)
    }

    /// Opens the folder if it is not open yet: a check for start-up.
    ///
    /// # Errors
    ///
    /// The root is unset, or its folder cannot be opened.
    pub fn check(&self) -> Result<(), RootError> {
        self.open_once().map(|_| ())
    }

    /// Makes a caller's text a path beneath this root. Purely lexical: the disk
    /// is not touched, and whether the file exists is not said.
    ///
    /// The text is relative to the folder, separated by single `/`, within
    /// [`MAX_PATH_BYTES`](super::MAX_PATH_BYTES) and
    /// [`MAX_COMPONENT_BYTES`](super::MAX_COMPONENT_BYTES). It is taken
    /// literally: nothing is decoded, expanded, trimmed or normalised, so an
    /// absolute path that lies in the folder, `a//b` and `a/` are refused too.
    ///
    /// # Errors
    ///
    /// The [`PathRefusal`] that says what to change, without the text itself.
    pub fn path(&'static self, text: &str) -> Result<SandboxedPath, PathRefusal> {
        lexical::check(text)?;
        Ok(SandboxedPath::new(self, text))
    }

    /// The open folder, for an operation on one of its paths. The operator's
    /// part of a failure is logged here, since the caller does not get to see it.
    pub(super) fn dir(&self) -> Result<&Dir, SandboxError> {
        self.open_once().map_err(|error| {
            tracing::error!(%error, "the sandbox root is not available");
            SandboxError::Unavailable(error)
        })
    }

    fn open_once(&self) -> Result<&Dir, RootError> {
        self.dir.get_or_try_init(|| match self.place {
            Place::Unset => Err(RootError::Unset),
            Place::Fixed(path) => open(Path::new(path)),
            Place::Variable { name, default } => match std::env::var_os(name) {
                Some(value) => open_from_variable(name, &value, default),
                None => open(Path::new(default)),
            },
        })
    }
}

fn open_from_variable(
    variable: &'static str,
    value: &OsStr,
    default: &'static str,
) -> Result<Dir, RootError> {
    let path = Path::new(value);
    if path.is_absolute() {
        open(path)
    } else {
        Err(RootError::BadVariable {
            variable,
            path: path.to_owned(),
            default,
        })
    }
}

/// The only place where the sandbox uses the process's own view of the disk.
fn open(path: &Path) -> Result<Dir, RootError> {
    // A relative root would depend on where the server was started.
    if !path.is_absolute() {
        return Err(RootError::NotAbsolute {
            path: path.to_owned(),
        });
    }
    Dir::open_ambient_dir(path, ambient_authority()).map_err(|reason| RootError::CannotOpen {
        path: path.to_owned(),
        reason,
    })
}

/// Says nothing of the place: a root is easily part of something that is logged.
impl fmt::Debug for SandboxRoot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxRoot")
            .field("open", &self.dir.get().is_some())
            .finish_non_exhaustive()
    }
}
