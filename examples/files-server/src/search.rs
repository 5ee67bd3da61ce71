//! A search through the files beneath a folder.
//!
//! Everything is bounded: entries, files, bytes, depth, hits, and how much of a line is
//! quoted.

use safe_tool::{SandboxError, SandboxedPath};

use crate::root::{self, MAX_FILE_BYTES};

const MAX_ENTRIES: usize = 10_000;
const MAX_FILES: usize = 500;
const MAX_BYTES: u64 = 8 * 1024 * 1024;
const MAX_DEPTH: usize = 8;
const MAX_QUOTE_CHARS: usize = 160;

/// Quotes the lines that hold `text`, in upper or lower case, at most `max_hits` of them.
///
/// # Errors
/// The folder itself cannot be listed. What cannot be read in it is left out.
pub(crate) fn search(
    text: &str,
    folder: Option<&SandboxedPath>,
    max_hits: usize,
) -> Result<String, SandboxError> {
    let mut search = Search {
        text: text.to_lowercase(),
        hits: Vec::new(),
        max_hits,
        entries_left: MAX_ENTRIES,
        files_left: MAX_FILES,
        bytes_left: MAX_BYTES,
        is_cut: false,
    };
    search.folder(folder, MAX_DEPTH)?;
    Ok(search.report())
}

struct Search {
    /// In lower case.
    text: String,
    hits: Vec<String>,
    max_hits: usize,
    entries_left: usize,
    files_left: usize,
    bytes_left: u64,
    /// A bound was met, and something was not searched.
    is_cut: bool,
}

impl Search {
    fn folder(
        &mut self,
        folder: Option<&SandboxedPath>,
        depth_left: usize,
    ) -> Result<(), SandboxError> {
        if depth_left == 0 {
            self.is_cut = true;
            return Ok(());
        }
        let mut paths = Vec::new();
        for entry in root::entries(folder)? {
            if self.entries_left == 0 {
                self.is_cut = true;
                break;
            }
            self.entries_left -= 1;
            paths.push(entry?);
        }
        // The same answer to the same question, whatever order the disk has.
        paths.sort_unstable_by(|one, other| one.as_relative_str().cmp(other.as_relative_str()));
        for path in &paths {
            if self.is_full() {
                self.is_cut = true;
                break;
            }
            match path.metadata() {
                // A folder that cannot be listed is left out like a file that cannot be read.
                Ok(seen) if seen.is_dir() => drop(self.folder(Some(path), depth_left - 1)),
                Ok(seen) if seen.is_file() => self.file(path),
                _ => {}
            }
        }
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.hits.len() >= self.max_hits || self.files_left == 0 || self.bytes_left == 0
    }

    fn file(&mut self, path: &SandboxedPath) {
        self.files_left -= 1;
        let text = match path.read_to_string(MAX_FILE_BYTES.min(self.bytes_left)) {
            Ok(text) => text,
            Err(SandboxError::TooLarge { .. }) => {
                self.is_cut = true;
                return;
            }
            // Not text, or gone again.
            Err(_) => return,
        };
        self.bytes_left = self.bytes_left.saturating_sub(text.len() as u64);
        for (number, line) in (1..).zip(text.lines()) {
            if line.to_lowercase().contains(&self.text) {
                if self.hits.len() == self.max_hits {
                    self.is_cut = true;
                    return;
                }
                let quote: String = line.trim().chars().take(MAX_QUOTE_CHARS).collect();
                let name = path.as_relative_str();
                self.hits.push(format!("{name}:{number}: {quote}"));
            }
        }
    }

    fn report(mut self) -> String {
        if self.hits.is_empty() {
            self.hits.push("found nowhere".to_owned());
        }
        if self.is_cut {
            self.hits
                .push("not everything was searched: name a folder, or more of the text".to_owned());
        }
        self.hits.join("\n")
    }
}
