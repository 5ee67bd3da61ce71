//! What a `SandboxedPath<ReadWrite>` can do to the content of a file.

use std::fs::File;
use std::io::Write;

use cap_std::fs::{Dir, Permissions};
use cap_tempfile::TempFile;

use super::access::{Access, Writable};
use super::error::SandboxError;
use super::path::SandboxedPath;
use super::resolve::Want;

/// Writing. Every method wants a path that is declared for it.
///
/// A file that is made gets the process's usual permissions (`0o666` less the umask). A
/// symbolic link as the last name is followed while it stays beneath the root, to a file
/// that is there or to one that is then made, except by [`replace`](Self::replace).
///
/// ```compile_fail,E0277
/// # fn f(path: safe_tool_runtime::sandbox::SandboxedPath) {
/// path.write("text"); // declared for reading
/// # }
/// ```
impl<A: Access> SandboxedPath<A> {
    /// Opens the file for writing: made if it is missing, emptied if it is there. Its
    /// folder must be there ([`create_parents`](Self::create_parents)).
    ///
    /// `max_bytes` does not hold for what is written to the `File`.
    ///
    /// # Errors
    ///
    /// See [`SandboxError`].
    pub fn create(&self) -> Result<File, SandboxError>
    where
        A: Writable,
    {
        let (file, bytes) = self.open_from(self.root.for_writing()?, Want::Write)?;
        // Not while it was opened: then it had not been looked at yet.
        if bytes > 0 {
            file.set_len(0).map_err(SandboxError::CannotWrite)?;
        }
        Ok(file)
    }

    /// Makes the file and opens it for writing. No link is followed as the last name.
    ///
    /// `max_bytes` does not hold for what is written to the `File`.
    ///
    /// # Errors
    ///
    /// [`AlreadyExists`](SandboxError::AlreadyExists) if anything has that name; see
    /// [`SandboxError`].
    pub fn create_new(&self) -> Result<File, SandboxError>
    where
        A: Writable,
    {
        let (file, _) = self.open_from(self.root.for_writing()?, Want::New)?;
        Ok(file)
    }

    /// Makes this the whole content of the file, in place: a reader may see half of it,
    /// and so does everyone if the process dies. [`replace`](Self::replace) has neither.
    ///
    /// # Errors
    ///
    /// [`TooLarge`](SandboxError::TooLarge) before anything is touched; see
    /// [`SandboxError`].
    pub fn write(&self, content: impl AsRef<[u8]>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        let content = content.as_ref();
        self.check_size(0, content)?;
        let mut file = self.create()?;
        file.write_all(content).map_err(SandboxError::CannotWrite)
    }

    /// Adds this at the end of the file, which is made if it is missing.
    ///
    /// `max_bytes` holds for the size that the file has before; several that append at
    /// once may exceed it together.
    ///
    /// # Errors
    ///
    /// See [`SandboxError`].
    pub fn append(&self, content: impl AsRef<[u8]>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        let content = content.as_ref();
        // Before the file is made, and once more with what it holds.
        self.check_size(0, content)?;
        let (mut file, bytes) = self.open_from(self.root.for_writing()?, Want::Append)?;
        self.check_size(bytes, content)?;
        file.write_all(content).map_err(SandboxError::CannotWrite)
    }

    /// Puts a file with this content in the place of what has that name, at once: whoever
    /// opens it reads the old content or the new, whole, also after a crash.
    ///
    /// The file that was there keeps its content for whoever has it open or has another
    /// name for it. Who may read, write and run it passes to the new one; its owner,
    /// set-user-id and extended attributes do not. A link is replaced itself, and not
    /// followed. On Linux this needs `/proc`.
    ///
    /// # Errors
    ///
    /// [`TooLarge`](SandboxError::TooLarge) before anything is touched; see
    /// [`SandboxError`].
    pub fn replace(&self, content: impl AsRef<[u8]>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        let content = content.as_ref();
        self.check_size(0, content)?;
        self.check_extension()?;
        let root = self.root.for_writing()?;
        let parent = self.resolver(root).parent(&self.relative);
        let (folder, name) = parent.map_err(SandboxError::of_making)?;
        let permissions = self.replaceable(&folder, name)?;
        put(&folder, name, permissions, content).map_err(SandboxError::from_change)
    }

    /// The permissions of what is there, if that is a file.
    fn replaceable(&self, folder: &Dir, name: &str) -> Result<Option<Permissions>, SandboxError> {
        match self.refuse_unfit(folder, name) {
            Ok(seen) => Ok(seen.is_file().then(|| seen.permissions())),
            Err(SandboxError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn check_size(&self, before: u64, content: &[u8]) -> Result<(), SandboxError> {
        let more = u64::try_from(content.len()).unwrap_or(u64::MAX);
        match self.rules.max_bytes {
            Some(limit) if before.saturating_add(more) > limit => {
                Err(SandboxError::TooLarge { limit })
            }
            _ => Ok(()),
        }
    }
}

fn put(
    folder: &Dir,
    name: &str,
    permissions: Option<Permissions>,
    content: &[u8],
) -> std::io::Result<()> {
    // Nameless until it is whole, where the file system can: a crash leaves nothing.
    let mut file = TempFile::new(folder)?;
    // Before there is anything to read in it.
    if let Some(permissions) = permissions {
        file.as_file()
            .set_permissions(without_identity(permissions))?;
    }
    file.write_all(content)?;
    // Before the name is, lest a crash leave an empty file in its place.
    file.as_file().sync_all()?;
    file.replace(name)?;
    // The name as well, where a folder can be synced. What is in place is in place: a
    // failure here must not be taken for the old content.
    if let Ok(folder) = folder.open(".") {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Without set-user-id and its like: the new file is ours, and so would be what runs it.
#[cfg(unix)]
fn without_identity(permissions: Permissions) -> Permissions {
    use cap_std::fs::PermissionsExt;
    Permissions::from_mode(permissions.mode() & 0o777)
}

#[cfg(not(unix))]
fn without_identity(permissions: Permissions) -> Permissions {
    permissions
}
