//! What is written of a field of a `#[safe_output]` type that is declared `#[redact]`.

use std::{borrow::Cow, sync::Arc};

use serde::Serializer;

use super::REDACTED;

/// A type whose schema has room for what stands in place of a secret: the marker where it
/// is a string, `null` where it is an option.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be redacted: its schema has no room for a marker",
    label = "make it an `Option<…>`, of which a redacted one is `null`",
    note = "a string type is redacted to \"[REDACTED]\"",
    note = "a type of your own: put `#[safe_output]` on it, and `#[redact]` on its fields"
)]
pub trait RedactedForm {
    /// What is written: `None` for `null`.
    const FORM: Option<&'static str>;
}

impl RedactedForm for str {
    const FORM: Option<&'static str> = Some(REDACTED);
}

impl RedactedForm for String {
    const FORM: Option<&'static str> = Some(REDACTED);
}

impl RedactedForm for Cow<'_, str> {
    const FORM: Option<&'static str> = Some(REDACTED);
}

/// Not even whether there is one.
impl<T> RedactedForm for Option<T> {
    const FORM: Option<&'static str> = None;
}

impl<T: RedactedForm + ?Sized> RedactedForm for &T {
    const FORM: Option<&'static str> = T::FORM;
}

impl<T: RedactedForm + ?Sized> RedactedForm for Box<T> {
    const FORM: Option<&'static str> = T::FORM;
}

impl<T: RedactedForm + ?Sized> RedactedForm for Arc<T> {
    const FORM: Option<&'static str> = T::FORM;
}

/// Writes the form of a redacted field; its value is not looked at.
///
/// # Errors
/// What the format fails with.
pub fn redacted<T: RedactedForm + ?Sized, S: Serializer>(
    _: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match T::FORM {
        Some(marker) => serializer.serialize_str(marker),
        None => serializer.serialize_none(),
    }
}
