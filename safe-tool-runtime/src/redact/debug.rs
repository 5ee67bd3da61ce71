//! What a generated `Debug` shows of a field.

use std::fmt;

use super::{
    REDACTED,
    memo::{Role, role},
};

/// The field's value, or the redaction marker if the field is declared `#[redact]` or
/// its name says that it is secret.
pub fn debug_field<'a>(name: &str, value: &'a dyn fmt::Debug, redact: bool) -> &'a dyn fmt::Debug {
    if redact || role(name) == Role::Secret {
        return &Marker;
    }
    value
}

/// [`REDACTED`] without quotation marks.
struct Marker;

impl fmt::Debug for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}
