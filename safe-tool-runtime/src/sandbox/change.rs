//! What a `SandboxedPath<ReadWrite>` can do to names: remove, make folders, rename.
//!
//! The folder that holds the name is opened beneath the root, and what is done is done to
//! the name in that folder: there is nothing left that could be led elsewhere.

use std::io;

use cap_std::fs::{Dir, Metadata};

use super::access::{Access, ReadWrite, Writable};
use super::error::SandboxError;
use super::path::SandboxedPath;

/// Names. Every method wants a path that is declared for writing. A symbolic link as the
/// last name is what is removed or renamed, not what it leads to; with `no_symlinks` it
/// is refused.
impl<A: Access> SandboxedPath<A> {
    /// Removes the file or link.
    ///
    /// # Errors
    ///
    /// [`NotAFile`](SandboxError::NotAFile) for a folder; see [`SandboxError`].
    pub fn remove_file(&self) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        self.check_extension()?;
        let root = self.root.for_writing()?;
        let (folder, name) = self.resolver(root).parent(&self.relative)?;
        self.refuse_unfit(&folder, name)?;
        folder.remove_file(name).map_err(SandboxError::from_change)
    }

    /// Makes the folder and those that it is in, where they are missing.
    ///
    /// # Errors
    ///
    /// [`NotADirectory`](SandboxError::NotADirectory) where something else has such a
    /// name; see [`SandboxError`].
    pub fn create_dir_all(&self) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        self.make_folders(&self.relative)
    }

    /// Makes the folders that the path is in, so that a file can be written there.
    ///
    /// # Errors
    ///
    /// As [`create_dir_all`](Self::create_dir_all).
    pub fn create_parents(&self) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        match self.relative.rsplit_once('/') {
            Some((folders, _)) => self.make_folders(folders),
            None => Ok(()),
        }
    }

    /// Gives the file, link or folder this other name beneath the same root.
    ///
    /// Nothing is replaced. On Linux the kernel sees to that; elsewhere, and on file
    /// systems that cannot, a look before does, and what takes the name in between is
    /// replaced.
    ///
    /// # Errors
    ///
    /// [`AlreadyExists`](SandboxError::AlreadyExists) if anything has that name,
    /// [`OtherRoot`](SandboxError::OtherRoot); see [`SandboxError`].
    pub fn rename(&self, to: &SandboxedPath<ReadWrite>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        if !std::ptr::eq(self.root, to.root) {
            return Err(SandboxError::OtherRoot);
        }
        let root = self.root.for_writing()?;
        let (folder, name) = self.resolver(root).parent(&self.relative)?;
        let new_parent = to.resolver(root).parent(&to.relative);
        let (new_folder, new_name) = new_parent.map_err(SandboxError::of_making)?;
        match self.refuse_unfit(&folder, name) {
            // A folder needs no extension, neither before nor after.
            Err(SandboxError::NotAFile) if is_dir(&folder, name) => {}
            Err(error) => return Err(error),
            Ok(_) => {
                self.check_extension()?;
                to.check_extension()?;
            }
        }
        rename(&folder, name, &new_folder, new_name).map_err(SandboxError::from_change)
    }

    fn make_folders(&self, path: &str) -> Result<(), SandboxError> {
        let root = self.root.for_writing()?;
        let ends = path.match_indices('/').map(|(end, _)| end);
        for end in ends.chain([path.len()]) {
            let (folder, name) = self
                .resolver(root)
                .parent(&path[..end])
                .map_err(folder_wanted)?;
            match folder.create_dir(name) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(SandboxError::from_change(error)),
            }
        }
        // What has the last name already may be something else, or a link that leads out.
        self.resolver(root).open_dir(path).map_err(folder_wanted)?;
        Ok(())
    }

    /// What has that name in that folder, unless it is nothing that a path may change.
    pub(super) fn refuse_unfit(&self, folder: &Dir, name: &str) -> Result<Metadata, SandboxError> {
        let seen = folder.symlink_metadata(name);
        let seen = seen.map_err(SandboxError::from_change)?;
        let plain = seen.is_file() || seen.is_symlink();
        if seen.is_symlink() && self.rules.no_symlinks {
            Err(SandboxError::Symlink)
        } else if plain || (self.rules.special_files && !seen.is_dir()) {
            Ok(seen)
        } else {
            Err(SandboxError::NotAFile)
        }
    }
}

fn is_dir(folder: &Dir, name: &str) -> bool {
    folder
        .symlink_metadata(name)
        .is_ok_and(|seen| seen.is_dir())
}

/// Between two names that were just made or were there, what is not found is no folder.
fn folder_wanted(error: SandboxError) -> SandboxError {
    match error {
        SandboxError::NotFound => SandboxError::NotADirectory,
        error => error,
    }
}

/// Refuses to replace.
fn rename(from: &Dir, name: &str, to: &Dir, new_name: &str) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(from, name, to, new_name, RenameFlags::NOREPLACE) {
            // The file system does not know the flag, or the kernel the call.
            Err(Errno::INVAL | Errno::NOSYS) => {}
            renamed => return renamed.map_err(io::Error::from),
        }
    }
    match to.symlink_metadata(new_name) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => from.rename(name, to, new_name),
        Err(error) => Err(error),
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
    }
}
