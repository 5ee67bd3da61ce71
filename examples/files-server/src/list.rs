//! A folder's entries, as lines.

use safe_tool::{SandboxError, SandboxedPath};

use crate::root;

/// How many entries are looked at and named at most.
const MAX_ENTRIES: usize = 500;

/// Names what is in a folder, in order: `notes/` is a folder, `a.md (12 bytes)` a file.
pub(crate) fn list(folder: Option<&SandboxedPath>) -> Result<String, SandboxError> {
    let mut lines = Vec::new();
    let mut is_cut = false;
    for entry in root::entries(folder)? {
        if lines.len() == MAX_ENTRIES {
            is_cut = true;
            break;
        }
        let path = entry?;
        // What is gone again is left out.
        if let Ok(seen) = path.metadata() {
            let name = path.as_relative_str();
            lines.push(if seen.is_dir() {
                format!("{name}/")
            } else {
                format!("{name} ({} bytes)", seen.len())
            });
        }
    }
    if lines.is_empty() {
        return Ok("nothing".to_owned());
    }
    lines.sort_unstable();
    if is_cut {
        lines.push(format!("and more: only {MAX_ENTRIES} are named"));
    }
    Ok(lines.join("\n"))
}
