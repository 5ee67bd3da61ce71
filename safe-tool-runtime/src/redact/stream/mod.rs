//! A serializer that redacts what it writes.
//!
//! [`Redacted`] wraps a value; serialised, it gives what [`redact_json`] would make of it
//! without building it first. Between the value and its format stands a [`Redactor`],
//! which looks at keys and strings and passes everything else on.
//!
//! [`redact_json`]: super::redact_json

mod compound;
mod fields;
mod here;
mod key;
mod redactor;
mod withhold;

use serde::{Serialize, Serializer};

use here::{Here, Wrapped};

/// How much is written at most unless it is said otherwise, in bytes of keys and strings.
const MAX_BYTES: usize = 16 << 20;

/// A value that is redacted while it is serialised, into whatever format.
///
/// ```
/// use safe_tool_runtime::redact::Redacted;
///
/// #[derive(serde::Serialize)]
/// struct Login { user: &'static str, password: &'static str }
///
/// let login = Login { user: "ann", password: "hunter2" };
/// let json = serde_json::to_string(&Redacted::new(&login))?;
/// assert_eq!(json, r#"{"user":"ann","password":"[REDACTED]"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// As [`redact_json`](super::redact_json) does it: the value of every sensitive key, of a
/// key named by its sibling and of a pair in a list, and every secret inside a string.
/// `None` stays `null`. What lies more than 64 objects and arrays deep is withheld unseen,
/// and so is what comes after the [bound](Self::max_bytes) on the size.
///
/// In an object, `value` and its like before a `name` are kept back until it is known
/// what they hold, and written after the rest: the one case in which anything is held.
/// Lists that are cut short at the bound are shorter than they said they would be, which
/// formats other than JSON may mind.
#[derive(Clone, Copy, Debug)]
pub struct Redacted<'a, T: ?Sized> {
    value: &'a T,
    max_bytes: usize,
}

impl<'a, T: Serialize + ?Sized> Redacted<'a, T> {
    /// `value`, redacted, up to 16 MiB of keys and strings.
    pub fn new(value: &'a T) -> Self {
        Self {
            value,
            max_bytes: MAX_BYTES,
        }
    }

    /// How many bytes of keys and strings are written at most. What comes after is
    /// replaced by `"[max size]"`, once in each list and object that it is missing from.
    #[must_use]
    pub fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }
}

impl<T: Serialize + ?Sized> Serialize for Redacted<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let left = std::cell::Cell::new(self.max_bytes);
        Wrapped::new(self.value, Here::root(&left)).serialize(serializer)
    }
}

/// The JSON of `value`, redacted while it is written.
///
/// # Errors
/// As [`serde_json::to_string`].
pub fn to_redacted_json<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    serde_json::to_string(&Redacted::new(value))
}
