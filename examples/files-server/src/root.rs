//! The folder, and what holds for every file in it.

use safe_tool::{
    SandboxError, SandboxRoot, SandboxedPath,
    sandbox::{PathRules, SandboxedEntries},
};

/// The variable that moves the folder.
pub(crate) const VARIABLE: &str = "FILES_ROOT";

/// The folder; opened at start-up.
pub(crate) static FILES: SandboxRoot =
    SandboxRoot::from_env(VARIABLE, concat!(env!("CARGO_MANIFEST_DIR"), "/data"));

/// The largest file that is read, in bytes.
pub(crate) const MAX_FILE_BYTES: u64 = 256 * 1024;

/// For the folder itself, which no argument can name: as the arguments' own rules.
static RULES: PathRules = PathRules::new()
    .no_hidden()
    .no_symlinks()
    .no_hard_links()
    .max_bytes(MAX_FILE_BYTES);

/// What is in a folder; without one, in the root.
pub(crate) fn entries(folder: Option<&SandboxedPath>) -> Result<SandboxedEntries, SandboxError> {
    match folder {
        Some(folder) => folder.read_dir(),
        None => FILES.read_dir(&RULES),
    }
}
