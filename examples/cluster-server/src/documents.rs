//! The documents: a folder of text files, read beneath their root.

use std::{env, error::Error, fs, path::PathBuf};

use safe_tool::SandboxRoot;

/// The folder of the documents; set once, at start-up.
pub(crate) static DOCS: SandboxRoot = SandboxRoot::unset();

/// The largest document, in bytes.
pub(crate) const MAX_BYTES: u64 = 64 * 1024;
const MAX_DOCUMENTS: usize = 200;

/// A document in memory, to be searched.
pub(crate) struct Document {
    pub(crate) name: String,
    /// In lower case.
    pub(crate) folded: String,
}

/// Opens the folder that `DOCS_DIR` names, else this package's own, and reads what is in
/// it. What is too large, or not text, is left out.
///
/// # Errors
/// The folder cannot be opened or listed.
pub(crate) fn read() -> Result<Vec<Document>, Box<dyn Error>> {
    let folder = match env::var_os("DOCS_DIR") {
        Some(folder) => std::path::absolute(folder)?,
        None => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data")),
    };
    DOCS.set(&folder)
        .map_err(|error| format!("DOCS_DIR: {error}"))?;
    let names = fs::read_dir(&folder)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok());
    let mut documents: Vec<Document> = names.filter_map(document).take(MAX_DOCUMENTS).collect();
    documents.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(documents)
}

fn document(name: String) -> Option<Document> {
    // Read as a caller would: whatever is in the folder, not outside of it.
    let text = DOCS.path(&name).ok()?.read_to_string(MAX_BYTES).ok()?;
    let folded = text.to_lowercase();
    Some(Document { name, folded })
}
