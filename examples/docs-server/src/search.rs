//! A small search over the documents, as they were when the server started.
//!
//! Everything is bounded: how many files are read, how large they may be, how deep
//! folders go, how many words a search looks for.

use std::{fs, path::Path};

use safe_tool::SandboxRoot;

const MAX_DOCUMENTS: usize = 200;
const MAX_DOCUMENT_BYTES: u64 = 64 * 1024;
const MAX_DEPTH: usize = 4;
const MAX_ENTRIES: usize = 10_000;
const MAX_WORDS: usize = 16;
const MAX_QUOTE_CHARS: usize = 160;

/// The documents in memory.
pub(crate) struct Index {
    documents: Vec<Document>,
}

struct Document {
    name: String,
    text: String,
    /// `text` in lower case, to be searched.
    folded: String,
}

impl Index {
    /// Reads the text files beneath `folder`, which is the folder of `root`. Files that
    /// are too large, or not text, are left out.
    pub(crate) fn build(folder: &Path, root: &'static SandboxRoot) -> Self {
        let mut names = Vec::new();
        let mut entries_left = MAX_ENTRIES;
        list(folder, "", MAX_DEPTH, &mut entries_left, &mut names);
        names.sort();
        let documents = names.into_iter().filter_map(|name| {
            // Read as a caller would: whatever happens to the folder, not outside of it.
            let text = root.path(&name).ok()?.read_to_string(MAX_DOCUMENT_BYTES);
            let text = text.ok()?;
            let folded = text.to_lowercase();
            Some(Document { name, text, folded })
        });
        Self {
            documents: documents.take(MAX_DOCUMENTS).collect(),
        }
    }

    /// Names the documents that hold every word of `query`; with `quote`, each is
    /// followed by its first line that holds one of them.
    pub(crate) fn search(&self, query: &str, max_results: u32, quote: bool) -> String {
        let folded = query.to_lowercase();
        let words: Vec<&str> = folded.split_whitespace().take(MAX_WORDS).collect();
        let has = |text: &str, word: &&str| text.contains(*word);

        let mut found = format!("Results for: {query} (max {max_results})");
        let hits = self
            .documents
            .iter()
            .filter(|document| words.iter().all(|word| has(&document.folded, word)))
            .take(usize::try_from(max_results).unwrap_or(usize::MAX));
        for document in hits {
            found.push_str("\n- ");
            found.push_str(&document.name);
            let mut lines = document.text.lines();
            let line = lines.find(|line| words.iter().any(|word| has(&line.to_lowercase(), word)));
            if let (true, Some(line)) = (quote, line) {
                found.push_str(": ");
                found.extend(line.chars().take(MAX_QUOTE_CHARS));
            }
        }
        found
    }
}

/// Collects the names of regular files, relative to the first folder. Links are not
/// followed, and what cannot be listed is left out.
fn list(folder: &Path, prefix: &str, depth: usize, left: &mut usize, names: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let Some(fewer) = left.checked_sub(1) else {
            return;
        };
        *left = fewer;
        let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else {
            continue;
        };
        if kind.is_file() {
            names.push(format!("{prefix}{name}"));
        } else if kind.is_dir() && depth > 0 {
            let prefix = format!("{prefix}{name}/");
            list(&entry.path(), &prefix, depth - 1, left, names);
        }
    }
}
