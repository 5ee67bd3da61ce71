//! A capability to one path beneath its root.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::marker::PhantomData;
use std::path::PathBuf;

use super::access::{Access, ReadOnly};
use super::entries::SandboxedEntries;
use super::error::SandboxError;
use super::handle::Handle;
use super::metadata::SandboxMetadata;
use super::opened;
use super::resolve::{Resolver, Want};
use super::root::SandboxRoot;
use super::rules::PathRules;

/// A path that can only be used beneath its [`SandboxRoot`].
///
/// It is not a string: it has no `Display`, `AsRef<Path>` or `Deref`, so it
/// cannot be handed to code that would open it elsewhere. Each operation
/// resolves it anew beneath the root's handle. To write it takes a
/// `SandboxedPath<ReadWrite>`.
///
/// ```compile_fail,E0277
/// # fn f(path: safe_tool_runtime::sandbox::SandboxedPath) {
/// std::fs::read(path); // not a path: the trait `AsRef<Path>` is missing
/// # }
/// ```
#[derive(Clone)]
pub struct SandboxedPath<A: Access = ReadOnly> {
    pub(super) root: &'static SandboxRoot,
    pub(super) rules: &'static PathRules,
    /// Has passed the lexical check.
    pub(super) relative: Box<str>,
    access: PhantomData<A>,
}

impl<A: Access> SandboxedPath<A> {
    /// For what has checked `relative`.
    pub(super) fn new(
        root: &'static SandboxRoot,
        rules: &'static PathRules,
        relative: &str,
    ) -> Self {
        Self {
            root,
            rules,
            relative: relative.into(),
            access: PhantomData,
        }
    }

    /// Opens the file for reading. Never waits for a FIFO or a device.
    ///
    /// `max_bytes` holds for its size when it is opened. It may grow: [`read`](Self::read)
    /// counts.
    ///
    /// # Errors
    ///
    /// See [`SandboxError`]; [`NotAFile`](SandboxError::NotAFile) for all but
    /// regular files.
    pub fn open(&self) -> Result<File, SandboxError> {
        let (file, bytes) = self.open_from(self.root.for_reading()?, Want::Read)?;
        match self.rules.max_bytes {
            Some(limit) if bytes > limit => Err(SandboxError::TooLarge { limit }),
            _ => Ok(file),
        }
    }

    /// Opens the file, and tells its size in bytes.
    pub(super) fn open_from(&self, root: &Handle, want: Want) -> Result<(File, u64), SandboxError> {
        self.check_extension()?;
        let file = self.resolver(root).open(&self.relative, want);
        let file = file.map_err(|error| match want {
            Want::Read => self.root.explain(error),
            Want::Write | Want::Append | Want::New => error.of_making(),
        })?;
        // Only what was opened is judged: the name may mean another file by now.
        let bytes = opened::check(&file, self.rules)?;
        Ok((file, bytes))
    }

    /// Reads the whole file of at most `limit` bytes; of a larger one, no more
    /// than one byte beyond the limit is read.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open), or [`TooLarge`](SandboxError::TooLarge).
    pub fn read(&self, limit: u64) -> Result<Vec<u8>, SandboxError> {
        let limit = self.rules.at_most(limit);
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
        let seen = self.resolver(self.root.for_reading()?).look(&self.relative);
        seen.map(SandboxMetadata::from)
            .map_err(|error| self.root.explain(error))
    }

    /// Whether the path names anything beneath the root. `false` also if that
    /// cannot be told, or if it leads out.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.metadata().is_ok()
    }

    /// What is in the folder, as paths with the same rules and access. See
    /// [`SandboxedEntries`] for what is left out.
    ///
    /// ```no_run
    /// # use safe_tool_runtime::sandbox::{SandboxError, SandboxedPath};
    /// fn size(folder: &SandboxedPath) -> Result<u64, SandboxError> {
    ///     let mut bytes = 0;
    ///     for entry in folder.read_dir()? {
    ///         bytes += entry?.metadata().map_or(0, |seen| seen.len());
    ///     }
    ///     Ok(bytes)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotADirectory`](SandboxError::NotADirectory), if it is none; see [`SandboxError`].
    pub fn read_dir(&self) -> Result<SandboxedEntries<A>, SandboxError> {
        let root = self.root.for_reading()?;
        let entries = self
            .resolver(root)
            .open_dir(&self.relative)
            .and_then(|dir| dir.entries().map_err(SandboxError::CannotRead))
            .map_err(|error| match error {
                SandboxError::NotFound if self.exists() => SandboxError::NotADirectory,
                error => self.root.explain(error),
            })?;
        let folder = Some(self.relative.clone());
        Ok(SandboxedEntries::new(
            self.root, self.rules, folder, entries,
        ))
    }

    /// The same path, for reading alone.
    #[must_use]
    pub fn read_only(&self) -> SandboxedPath {
        SandboxedPath::new(self.root, self.rules, &self.relative)
    }

    /// The path relative to the root, as the caller wrote it: for messages to
    /// that caller. To open files use [`open`](Self::open).
    #[must_use]
    pub fn as_relative_str(&self) -> &str {
        &self.relative
    }

    /// **Leaves the sandbox**: the plain path, for a library that takes nothing else.
    ///
    /// Whoever opens it follows links wherever they lead, and every rule of the field is
    /// up to them. It names the root: keep it out of replies. Reviewers find each use
    /// with `grep -rn escape_the_sandbox`.
    ///
    /// # Errors
    ///
    /// The root is not available.
    pub fn escape_the_sandbox(&self) -> Result<PathBuf, SandboxError> {
        Ok(self.root.for_writing()?.path().join(&*self.relative))
    }

    /// Folders are listed and walked without one, so what turns out to be a file has it
    /// checked when it is used.
    pub(super) fn check_extension(&self) -> Result<(), SandboxError> {
        if self.rules.takes_extension(&self.relative) {
            Ok(())
        } else {
            Err(SandboxError::Extension)
        }
    }

    pub(super) fn resolver<'r>(&self, root: &'r Handle) -> Resolver<'r> {
        Resolver {
            dir: root.dir(),
            no_symlinks: self.rules.no_symlinks,
        }
    }
}

/// Shows the relative path only, never where the root is.
impl<A: Access> fmt::Debug for SandboxedPath<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SandboxedPath")
            .field(&self.relative)
            .finish()
    }
}
