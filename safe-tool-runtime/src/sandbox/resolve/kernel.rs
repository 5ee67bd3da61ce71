//! `openat2`: the kernel resolves and opens in one step.

use std::fs::File;
use std::os::fd::OwnedFd;

use cap_std::fs::{Dir, Metadata};
use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
use rustix::io::Errno;

use super::super::error::SandboxError;
use super::{Resolver, Want};

/// `None` here and below: the kernel cannot, so the portable way has to.
pub(super) fn open(
    from: &Resolver<'_>,
    path: &str,
    want: Want,
) -> Option<Result<File, SandboxError>> {
    let opened = beneath(from, path, want.flags())?;
    Some(opened.map(File::from))
}

pub(super) fn open_dir(from: &Resolver<'_>, path: &str) -> Option<Result<Dir, SandboxError>> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let opened = beneath(from, path, flags)?;
    Some(opened.map(|dir| Dir::from_std_file(File::from(dir))))
}

pub(super) fn look(from: &Resolver<'_>, path: &str) -> Option<Result<Metadata, SandboxError>> {
    let seen = beneath(from, path, OFlags::PATH | OFlags::CLOEXEC)?;
    let look =
        |seen: OwnedFd| Metadata::from_file(&File::from(seen)).map_err(SandboxError::from_open);
    Some(seen.and_then(look))
}

fn beneath(
    from: &Resolver<'_>,
    path: &str,
    flags: OFlags,
) -> Option<Result<OwnedFd, SandboxError>> {
    let mut resolve = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
    if from.no_symlinks {
        resolve |= ResolveFlags::NO_SYMLINKS;
    }
    // What `std::fs::File::create` gives, less the process's umask.
    let mode = if flags.contains(OFlags::CREATE) {
        Mode::from_raw_mode(0o666)
    } else {
        Mode::empty()
    };
    // A rename anywhere while a link's `..` is resolved ends in EAGAIN. cap-std tries as
    // often, and then walks handles.
    for _ in 0..4 {
        return Some(match openat2(from.dir, path, flags, mode, resolve) {
            Err(Errno::AGAIN | Errno::INTR) => continue,
            // Too old a kernel, or a seccomp filter: some say so with EPERM.
            Err(Errno::NOSYS | Errno::PERM) => return None,
            Err(Errno::LOOP) if from.no_symlinks => Err(SandboxError::Symlink),
            opened => opened.map_err(|error| SandboxError::from_open(error.into())),
        });
    }
    None
}
