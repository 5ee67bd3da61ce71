//! What is in a folder: paths again, never plain names.

use std::fmt;
use std::marker::PhantomData;

use cap_std::fs::{DirEntry, FileType, ReadDir};

use super::access::{Access, ReadOnly};
use super::error::SandboxError;
use super::lexical;
use super::path::SandboxedPath;
use super::root::SandboxRoot;
use super::rules::PathRules;

/// The entries of a folder, in no order, read as they are asked for.
///
/// What the rules do not take is left out: hidden names, what lies too deep, files with
/// another extension (folders stay), links where none are followed, FIFOs, sockets and
/// devices. So is what no path can name: a name that is not UTF-8, or that a caller may
/// not write, such as `a:b`.
pub struct SandboxedEntries<A: Access = ReadOnly> {
    root: &'static SandboxRoot,
    rules: &'static PathRules,
    /// `None`: the root itself.
    folder: Option<Box<str>>,
    entries: ReadDir,
    access: PhantomData<A>,
}

impl<A: Access> SandboxedEntries<A> {
    pub(super) fn new(
        root: &'static SandboxRoot,
        rules: &'static PathRules,
        folder: Option<Box<str>>,
        entries: ReadDir,
    ) -> Self {
        Self {
            root,
            rules,
            folder,
            entries,
            access: PhantomData,
        }
    }

    fn path(&self, entry: &DirEntry) -> Option<SandboxedPath<A>> {
        let name = entry.file_name();
        let name = name.to_str()?;
        let text = match &self.folder {
            Some(folder) => format!("{folder}/{name}"),
            None => name.to_owned(),
        };
        lexical::check(&text).ok()?;
        self.rules.check_place(&text).ok()?;
        // An entry that is gone again is left out too.
        let kind = entry.file_type().ok()?;
        self.takes(kind, &text)
            .then(|| SandboxedPath::new(self.root, self.rules, &text))
    }

    fn takes(&self, kind: FileType, text: &str) -> bool {
        if kind.is_dir() {
            true
        } else if kind.is_symlink() {
            !self.rules.no_symlinks && self.rules.takes_extension(text)
        } else {
            (kind.is_file() || self.rules.special_files) && self.rules.takes_extension(text)
        }
    }
}

impl<A: Access> Iterator for SandboxedEntries<A> {
    type Item = Result<SandboxedPath<A>, SandboxError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.entries.next()? {
                Ok(entry) => {
                    if let Some(path) = self.path(&entry) {
                        return Some(Ok(path));
                    }
                }
                Err(error) => return Some(Err(SandboxError::CannotRead(error))),
            }
        }
    }
}

/// Shows the relative path only, never where the root is.
impl<A: Access> fmt::Debug for SandboxedEntries<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxedEntries")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}
