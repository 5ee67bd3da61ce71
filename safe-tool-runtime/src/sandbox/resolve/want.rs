//! What a file is opened for.

use cap_std::fs::OpenOptions;

/// What a file is opened for. None of them empties it: what was opened is looked at
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sandbox) enum Want {
    Read,
    /// Made if it is missing.
    Write,
    /// Made if it is missing; every write goes to the end.
    Append,
    /// Made; it must be missing.
    New,
}

impl Want {
    /// For cap-std.
    pub(super) fn options(self) -> OpenOptions {
        let mut options = OpenOptions::new();
        match self {
            Self::Read => options.read(true),
            Self::Write => options.write(true).create(true),
            Self::Append => options.append(true).create(true),
            Self::New => options.write(true).create_new(true),
        };
        #[cfg(unix)]
        {
            use cap_std::fs::OpenOptionsExt;
            options.custom_flags(never_waiting().bits().cast_signed());
        }
        options
    }

    /// For the kernel.
    #[cfg(target_os = "linux")]
    pub(super) fn flags(self) -> rustix::fs::OFlags {
        use rustix::fs::OFlags;
        let flags = match self {
            Self::Read => OFlags::RDONLY,
            Self::Write => OFlags::WRONLY | OFlags::CREATE,
            Self::Append => OFlags::WRONLY | OFlags::CREATE | OFlags::APPEND,
            Self::New => OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL,
        };
        flags | never_waiting() | OFlags::CLOEXEC
    }
}

/// Does not wait for a FIFO's other end or a device, nor takes a terminal as ours. A
/// regular file is not affected by either.
#[cfg(unix)]
fn never_waiting() -> rustix::fs::OFlags {
    rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY
}
