//! The folder that paths are confined to.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use once_cell::sync::OnceCell;

use super::access::Access;
use super::entries::SandboxedEntries;
use super::error::{RootError, SandboxError};
use super::handle::Handle;
use super::lexical;
use super::path::SandboxedPath;
use super::refusal::PathRefusal;
use super::rules::PathRules;

/// One folder, held as an open handle, that paths are confined to.
///
/// It lives in a `static`. The folder is opened once, when it is first needed
/// (or by [`check`](Self::check) or [`set`](Self::set)); a failed attempt is
/// made again at the next use. From then on the handle is the root: nothing else can be
/// reached, whatever takes the folder's place on disk. When its place leads elsewhere or
/// nowhere, its paths fail until the folder is back ([`RootError::Replaced`]): a write at
/// once, a read within a second.
pub struct SandboxRoot {
    place: Place,
    // `OnceLock` has no stable way to initialise fallibly.
    handle: OnceCell<Handle>,
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
            handle: OnceCell::new(),
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
        if self.handle.get().is_some() {
            return Err(RootError::AlreadySet);
        }
        let handle = Handle::open(&path.into())?;
        // Two threads may both get here; the cell lets one of them win.
        self.handle.set(handle).map_err(|_| RootError::AlreadySet)
    }

    /// Opens the folder if it is not open yet, and looks whether its place leads to it:
    /// a check for start-up and for health probes.
    ///
    /// # Errors
    ///
    /// The root is unset, its folder cannot be opened, or it is no longer where it was.
    pub fn check(&self) -> Result<(), RootError> {
        self.open_once()?.verify()
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
        self.path_with(text, PathRules::NONE)
    }

    /// As [`path`](Self::path), with rules of its own, and for writing too where that is
    /// asked for. Looks at the disk only for [`must_exist`](PathRules::must_exist).
    ///
    /// ```no_run
    /// use safe_tool_runtime::sandbox::{PathRules, ReadWrite, SandboxRoot, SandboxedPath};
    ///
    /// static NOTES: SandboxRoot = SandboxRoot::at("/data/notes");
    /// static RULES: PathRules = PathRules::new().extensions(&["md"]).no_hidden();
    ///
    /// let note: SandboxedPath<ReadWrite> = NOTES.path_with("today.md", &RULES)?;
    /// note.append("It rained.\n")?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The [`PathRefusal`] that says what to change, without the text itself.
    pub fn path_with<A: Access>(
        &'static self,
        text: &str,
        rules: &'static PathRules,
    ) -> Result<SandboxedPath<A>, PathRefusal> {
        lexical::check(text)?;
        rules.check(text)?;
        let path = SandboxedPath::new(self, rules, text);
        if rules.must_exist {
            match path.metadata() {
                Ok(_) => {}
                Err(SandboxError::Unavailable(_)) => return Err(PathRefusal::Unavailable),
                Err(_) => return Err(PathRefusal::Missing),
            }
        }
        Ok(path)
    }

    /// What is in the folder itself, which no path can name.
    ///
    /// # Errors
    ///
    /// The root is not available, or its folder cannot be read.
    pub fn read_dir<A: Access>(
        &'static self,
        rules: &'static PathRules,
    ) -> Result<SandboxedEntries<A>, SandboxError> {
        let entries = self.for_reading()?.dir().entries();
        let entries = entries.map_err(SandboxError::CannotRead)?;
        Ok(SandboxedEntries::new(self, rules, None, entries))
    }

    /// The open folder, to read one of its paths.
    pub(super) fn for_reading(&self) -> Result<&Handle, SandboxError> {
        self.told(self.open_once().and_then(|handle| {
            handle.verify_now_and_then()?;
            Ok(handle)
        }))
    }

    /// The open folder, to change one of its paths: what is written to a folder that was
    /// moved away would be lost.
    pub(super) fn for_writing(&self) -> Result<&Handle, SandboxError> {
        self.told(self.open_once().and_then(|handle| {
            handle.verify()?;
            Ok(handle)
        }))
    }

    /// What a failure is, now that it has happened: in a root that is gone, nothing is
    /// found.
    pub(super) fn explain(&self, error: SandboxError) -> SandboxError {
        match (&error, self.handle.get()) {
            (SandboxError::NotFound, Some(handle)) => self
                .told(handle.verify_not_removed())
                .err()
                .unwrap_or(error),
            _ => error,
        }
    }

    /// The operator's part of a failure is logged here, since the caller does not get to
    /// see it.
    fn told<T>(&self, result: Result<T, RootError>) -> Result<T, SandboxError> {
        result.map_err(|error| {
            tracing::error!(%error, "the sandbox root is not available");
            SandboxError::Unavailable(error)
        })
    }

    fn open_once(&self) -> Result<&Handle, RootError> {
        self.handle.get_or_try_init(|| match self.place {
            Place::Unset => Err(RootError::Unset),
            Place::Fixed(path) => Handle::open(Path::new(path)),
            Place::Variable { name, default } => match std::env::var_os(name) {
                Some(value) => open_from_variable(name, &value, default),
                None => Handle::open(Path::new(default)),
            },
        })
    }
}

fn open_from_variable(
    variable: &'static str,
    value: &OsStr,
    default: &'static str,
) -> Result<Handle, RootError> {
    let path = Path::new(value);
    if path.is_absolute() {
        Handle::open(path)
    } else {
        Err(RootError::BadVariable {
            variable,
            path: path.to_owned(),
            default,
        })
    }
}

/// Says nothing of the place: a root is easily part of something that is logged.
impl fmt::Debug for SandboxRoot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxRoot")
            .field("open", &self.handle.get().is_some())
            .finish_non_exhaustive()
    }
}
