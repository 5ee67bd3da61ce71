//! How much a message may be.

/// How deep serde_json goes before it gives up. Deeper budgets would promise what the parser
/// behind does not keep.
pub(super) const DEEPEST: u32 = 127;

/// The most that one message may hold. What is refused for it is not parsed.
///
/// The scanner's own memory is bounded by `max_keys` (8 bytes each) and a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Budget {
    /// Bytes in all, white space among them.
    pub max_bytes: u64,
    /// Objects and arrays in one another; `[]` is 1. More than 127 counts as 127, which is as
    /// deep as serde_json goes.
    pub max_depth: u32,
    /// Values: each object, array, string, number, `true`, `false` and `null`. Keys are not
    /// values.
    pub max_values: u64,
    /// Keys, of all objects together.
    pub max_keys: u64,
    /// The longest string or key in bytes of UTF-8, counted after unescaping: what it takes
    /// once it is parsed.
    pub max_string_bytes: u64,
}

impl Budget {
    /// A budget for messages of at most this many bytes, with the other bounds of the
    /// [default](Self::default).
    #[must_use]
    pub const fn bytes(max_bytes: u64) -> Self {
        Self {
            max_bytes,
            max_depth: 64,
            max_values: 10_000,
            max_keys: 5_000,
            max_string_bytes: max_bytes,
        }
    }

    /// The same with another depth.
    #[must_use]
    pub const fn max_depth(mut self, depth: u32) -> Self {
        self.max_depth = depth;
        self
    }

    /// The same with another number of values.
    #[must_use]
    pub const fn max_values(mut self, values: u64) -> Self {
        self.max_values = values;
        self
    }

    /// The same with another number of keys.
    #[must_use]
    pub const fn max_keys(mut self, keys: u64) -> Self {
        self.max_keys = keys;
        self
    }

    /// The same with another length of strings, in bytes.
    #[must_use]
    pub const fn max_string_bytes(mut self, bytes: u64) -> Self {
        self.max_string_bytes = bytes;
        self
    }
}

/// 1 MiB, 64 deep, 10,000 values, 5,000 keys: while a message of many small objects is
/// parsed it takes forty times its bytes, and so many take 20 MB.
impl Default for Budget {
    fn default() -> Self {
        Self::bytes(1024 * 1024)
    }
}
