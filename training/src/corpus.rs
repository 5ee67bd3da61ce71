//! Ordinary text from crates at the versions that `Cargo.lock` pins.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

use crate::Failure;

/// Enough of one crate's prose and of its sources, in bytes: none should outweigh the rest.
const PROSE: usize = 150_000;
const SOURCES: usize = 60_000;
/// These are locked for their prose, and read in full.
const BOOKS: [&str; 3] = ["cargo", "jiff", "just"];
const WHOLE: usize = 3_000_000;

/// A crate read, for `NOTICE.md`.
pub struct Crate {
    pub name: String,
    pub version: String,
    pub licence: String,
    /// Prose (`.md`) and sources (`.rs`), in an order of names.
    pub texts: Vec<String>,
}

/// The crates whose licence is MIT or Apache-2.0, or leaves the choice.
pub fn read() -> Result<Vec<Crate>, Failure> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version=1",
            "--locked",
            "--manifest-path",
            manifest,
        ])
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"]
        .as_array()
        .ok_or("no packages in the metadata")?;
    let mut crates = Vec::new();
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let licence = text("license");
        let permissive =
            licence.contains("MIT") || licence.contains("Apache-2.0") || licence == "CC0-1.0";
        // What has no source lies in this repository, and changes.
        if !permissive || package["source"].is_null() || licence.contains(" AND ") {
            continue;
        }
        let (name, version) = (text("name"), text("version"));
        let folder = PathBuf::from(text("manifest_path"));
        let mut files = Vec::new();
        walk(folder.parent().ok_or("no folder")?, &mut files)?;
        files.sort();
        let prose = if BOOKS.contains(&name.as_str()) {
            WHOLE
        } else {
            PROSE
        };
        let mut texts = taken(&files, "md", prose)?;
        texts.extend(taken(&files, "rs", SOURCES)?);
        crates.push(Crate {
            name,
            version,
            licence,
            texts,
        });
    }
    crates.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(crates)
}

/// The files of one kind, cut to `most` bytes in all.
fn taken(files: &[PathBuf], kind: &str, most: usize) -> Result<Vec<String>, Failure> {
    let mut left = most;
    let mut texts = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|found| found == kind))
    {
        if left == 0 {
            break;
        }
        // A few sources are not UTF-8.
        let mut text = String::from_utf8_lossy(&fs::read(file)?).into_owned();
        text.truncate(text.floor_char_boundary(left));
        left = left.saturating_sub(text.len());
        texts.push(text);
    }
    Ok(texts)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Test files are of many origins and licences.
        if path.is_dir() && !path.ends_with("tests") && !path.ends_with("assets") {
            walk(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|kind| kind == "md" || kind == "rs")
        {
            files.push(path);
        }
    }
    Ok(())
}
