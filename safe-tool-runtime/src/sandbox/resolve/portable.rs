//! The way of every platform: cap-std's, or one name after the other.

use std::fs::File;
use std::io;

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt};
use cap_std::fs::{Dir, Metadata};

use super::super::error::SandboxError;
use super::{Resolver, Want};

pub(super) fn open(from: &Resolver<'_>, path: &str, want: Want) -> Result<File, SandboxError> {
    let mut options = want.options();
    let opened = if from.no_symlinks {
        let (folder, name) = walk(from.dir, path)?;
        options.follow(FollowSymlinks::No);
        let opened = folder.open_with(name, &options);
        opened.map_err(|error| symlink_or(error, &folder, name))
    } else {
        let opened = from.dir.open_with(path, &options);
        opened.map_err(SandboxError::from_open)
    };
    opened.map(cap_std::fs::File::into_std)
}

pub(super) fn open_dir(from: &Resolver<'_>, path: &str) -> Result<Dir, SandboxError> {
    if from.no_symlinks {
        let (folder, name) = walk(from.dir, path)?;
        return step(&folder, name);
    }
    from.dir.open_dir(path).map_err(SandboxError::from_open)
}

pub(super) fn look(from: &Resolver<'_>, path: &str) -> Result<Metadata, SandboxError> {
    if !from.no_symlinks {
        return from.dir.metadata(path).map_err(SandboxError::from_open);
    }
    let (folder, name) = walk(from.dir, path)?;
    let seen = folder.symlink_metadata(name);
    let seen = seen.map_err(SandboxError::from_open)?;
    if seen.is_symlink() {
        Err(SandboxError::Symlink)
    } else {
        Ok(seen)
    }
}

/// Goes to the folder of the last name, each step on the handle of the one before, and
/// follows no link.
fn walk<'p>(from: &Dir, path: &'p str) -> Result<(Dir, &'p str), SandboxError> {
    let mut folder = from.try_clone().map_err(SandboxError::CannotOpen)?;
    let Some((way, last)) = path.rsplit_once('/') else {
        return Ok((folder, path));
    };
    for name in way.split('/') {
        folder = step(&folder, name)?;
    }
    Ok((folder, last))
}

fn step(folder: &Dir, name: &str) -> Result<Dir, SandboxError> {
    let opened = folder.open_dir_nofollow(name);
    opened.map_err(|error| symlink_or(error, folder, name))
}

/// Says that a link is in the way, if that is what is there now: the system's own errors
/// for it differ by platform, and are also those of a file in a folder's place.
fn symlink_or(error: io::Error, folder: &Dir, name: &str) -> SandboxError {
    match folder.symlink_metadata(name) {
        // To make a file, whatever is there is in the way, a link too.
        _ if error.kind() == io::ErrorKind::AlreadyExists => SandboxError::AlreadyExists,
        Ok(seen) if seen.is_symlink() => SandboxError::Symlink,
        _ => SandboxError::from_open(error),
    }
}
