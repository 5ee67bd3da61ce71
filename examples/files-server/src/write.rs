//! A file's new content.

use std::io::Write as _;

use safe_tool::{ReadWrite, SandboxError, SandboxedPath};

/// Makes a file with this content, and the folders that it needs. What is there already is
/// an error, unless it may be overwritten: then another file takes its place, at once.
pub(crate) fn write(
    file: &SandboxedPath<ReadWrite>,
    content: &str,
    overwrite: bool,
) -> Result<(), SandboxError> {
    file.create_parents()?;
    if overwrite {
        return file.replace(content);
    }
    file.create_new()?
        .write_all(content.as_bytes())
        .map_err(SandboxError::CannotWrite)
}
