//! What was opened, judged by the open handle: no name is resolved twice.

use std::fs::File;
use std::io;

use super::error::SandboxError;
use super::rules::PathRules;

/// What the handle tells.
struct Seen {
    is_file: bool,
    is_dir: bool,
    names: u64,
    bytes: u64,
}

/// Refuses an open file of a kind that the rules do not take; its size in bytes if they
/// do. How many they may be is up to what is then done.
pub(super) fn check(file: &File, rules: &PathRules) -> Result<u64, SandboxError> {
    let seen = see(file).map_err(SandboxError::CannotOpen)?;
    if !seen.is_file {
        return if rules.special_files && !seen.is_dir {
            Ok(0)
        } else {
            Err(SandboxError::NotAFile)
        };
    }
    if rules.no_hard_links && seen.names > 1 {
        return Err(SandboxError::HardLinked);
    }
    Ok(seen.bytes)
}

#[cfg(unix)]
fn see(file: &File) -> io::Result<Seen> {
    use rustix::fs::FileType;
    // Half the price of std's `metadata`, and every open pays it.
    let stat = rustix::fs::fstat(file)?;
    let kind = FileType::from_raw_mode(stat.st_mode);
    Ok(Seen {
        is_file: kind == FileType::RegularFile,
        is_dir: kind == FileType::Directory,
        #[allow(clippy::useless_conversion, reason = "its width differs by platform")]
        names: stat.st_nlink.into(),
        bytes: u64::try_from(stat.st_size).unwrap_or(0),
    })
}

#[cfg(not(unix))]
fn see(file: &File) -> io::Result<Seen> {
    use cap_fs_ext::MetadataExt;
    let metadata = cap_std::fs::Metadata::from_file(file)?;
    Ok(Seen {
        is_file: metadata.is_file(),
        is_dir: metadata.is_dir(),
        names: metadata.nlink(),
        bytes: metadata.len(),
    })
}
