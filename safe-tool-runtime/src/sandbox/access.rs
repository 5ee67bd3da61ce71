//! What a path may be used for, as a type: a path for reading has no way to write.

/// The path can be read. What a `SandboxedPath` is when nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {}

/// The path can be read and written: `SandboxedPath<ReadWrite>`, which goes with
/// `sandboxed_path("/data/safe", write)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadWrite {}

/// What a path may be used for: [`ReadOnly`] or [`ReadWrite`].
pub trait Access: sealed::Access {}

impl Access for ReadOnly {}
impl Access for ReadWrite {}

/// What [`ReadWrite`] is and [`ReadOnly`] is not.
#[diagnostic::on_unimplemented(
    message = "this path can only be read",
    label = "declared for reading",
    note = "to write, make the field a `SandboxedPath<ReadWrite>` and declare it with \
            `#[sandboxed_path(\"/data/safe\", write)]`"
)]
pub trait Writable: Access {}

impl Writable for ReadWrite {}

mod sealed {
    pub trait Access: Send + Sync + Unpin + Copy + 'static {}

    impl Access for super::ReadOnly {}
    impl Access for super::ReadWrite {}
}
