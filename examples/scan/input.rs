//! Texts to scan: files, the files of folders, standard input.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Where a text comes from, and the text; or why it could not be read.
type Read1 = Result<(String, String), String>;

/// The texts at `paths`, read as they are asked for. What is not UTF-8 is read with
/// replacement characters.
pub(crate) fn texts(
    paths: &[String],
) -> Result<impl ExactSizeIterator<Item = Read1> + use<>, String> {
    let mut files: Vec<Option<PathBuf>> = Vec::new();
    if paths.is_empty() {
        files.push(None);
    }
    for path in paths {
        if path == "-" {
            files.push(None);
        } else {
            walk(Path::new(path), &mut files)?;
        }
    }
    Ok(files.into_iter().map(|file| match file {
        None => read(io::stdin().lock()).map(|text| ("stdin".to_owned(), text)),
        Some(path) => {
            let name = path.display().to_string();
            let file = fs::File::open(&path).map_err(|error| format!("{name}: {error}"))?;
            let text = read(file).map_err(|error| format!("{name}: {error}"))?;
            Ok((name, text))
        }
    }))
}

fn walk(path: &Path, files: &mut Vec<Option<PathBuf>>) -> Result<(), String> {
    let explain = |error: io::Error| format!("{}: {error}", path.display());
    if !fs::metadata(path).map_err(explain)?.is_dir() {
        files.push(Some(path.to_owned()));
        return Ok(());
    }
    let entries = fs::read_dir(path).map_err(explain)?;
    let mut entries: Vec<_> = entries.collect::<Result<_, _>>().map_err(explain)?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        // A link could lead round in a circle; hidden folders hold no documents.
        let kind = entry.file_type().map_err(explain)?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !hidden && (kind.is_dir() || kind.is_file()) {
            walk(&entry.path(), files)?;
        }
    }
    Ok(())
}

fn read(from: impl Read) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = from.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    if read.map_err(|error| error.to_string())? as u64 > MAX_BYTES {
        return Err(format!("larger than {} MiB", MAX_BYTES >> 20));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
