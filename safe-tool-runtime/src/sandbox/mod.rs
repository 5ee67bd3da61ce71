//! The path sandbox: a path is a capability, not a string.
//!
//! A [`SandboxRoot`] is one folder, opened once and held as a handle. Text from
//! a caller becomes a [`SandboxedPath`] by a purely lexical check, and that
//! handle can do nothing but open beneath its root. The file system decides
//! *while it opens* whether the path stays inside (`openat2` with
//! `RESOLVE_BENEATH` on Linux, by way of cap-std, and a walk of open handles
//! elsewhere), so there is no moment between check and use to be raced.
//!
//! ```no_run
//! use safe_tool_runtime::sandbox::SandboxRoot;
//!
//! static DOCS: SandboxRoot = SandboxRoot::at("/data/safe");
//!
//! DOCS.check()?; // at start-up: a missing folder is found before a caller does
//! let path = DOCS.path("notes/today.txt")?;
//! let text = path.read_to_string(64 * 1024)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Whatever is mounted or hard-linked beneath the folder counts as being in it, unless
//! [`PathRules`] say otherwise: a hard link has no outside. Symbolic links are followed
//! only while they stay beneath the folder.
//!
//! Operations block for as long as the disk does, never on a FIFO or a device; in async
//! code use their twins, such as [`SandboxedPath::read_async`].

mod access;
mod background;
mod change;
mod characters;
mod entries;
mod error;
mod handle;
mod lexical;
mod metadata;
mod opened;
mod path;
mod refusal;
mod resolve;
mod root;
mod rules;
mod write;

pub use access::{Access, ReadOnly, ReadWrite, Writable};
pub use entries::SandboxedEntries;
pub use error::{RootError, SandboxError};
pub use lexical::{MAX_COMPONENT_BYTES, MAX_PATH_BYTES};
pub use metadata::SandboxMetadata;
pub use path::SandboxedPath;
pub use refusal::PathRefusal;
pub use root::SandboxRoot;
pub use rules::PathRules;
