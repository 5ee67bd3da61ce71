//! Custom checks: `check(path::to::fn)` on a field, `check = path` on a struct.

use super::Cursor;

/// Longest message of a custom check that a refusal repeats, in characters.
const MAX_MESSAGE_CHARS: usize = 200;

/// What a custom check says when it refuses. Made from a `&str` or a `String`; the
/// words are shown to the caller, so they should say what would be accepted and must
/// not contain the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckError {
    message: String,
    field: Option<&'static str>,
}

impl CheckError {
    /// A refusal with these words, as the predicate of a sentence: "must be a weekday".
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            field: None,
        }
    }

    /// Points a cross-field check's refusal at one field, by its name in JSON.
    #[must_use]
    pub fn at(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// Records the refusal.
    pub fn report(self, at: &mut Cursor<'_>) {
        let mut message: String = self.message.chars().take(MAX_MESSAGE_CHARS).collect();
        // One violation is one line.
        message.retain(|c| !c.is_control());
        match self.field {
            Some(field) => at.field(field).refuse("check", message),
            None => at.refuse("check", message),
        }
    }
}

/// What a check returns. Only here so that another type is told what to be: where a
/// check is called, not where it is passed, `&String` still becomes its `&str`.
#[diagnostic::on_unimplemented(
    message = "a check returns a `Result`, not `{Self}`",
    label = "this function does not say what is wrong with a value",
    note = "write `fn(&T) -> Result<(), E>`, where `E` is `&str`, `String` or `CheckError`"
)]
pub trait Verdict {
    /// What the check says when it refuses.
    type Error;

    /// The refusal, if it is one.
    fn refusal(self) -> Option<Self::Error>;
}

impl<T, E> Verdict for Result<T, E> {
    type Error = E;

    fn refusal(self) -> Option<E> {
        self.err()
    }
}

/// The refusal of a check, if it is one.
pub fn refusal_of<V: Verdict>(verdict: V) -> Option<V::Error> {
    verdict.refusal()
}

/// What the schema says of the check of this name.
pub(super) fn check_remark(name: &str) -> String {
    format!("Must pass the check `{name}`.")
}

impl From<&str> for CheckError {
    fn from(message: &str) -> Self {
        Self::new(message)
    }
}

impl From<String> for CheckError {
    fn from(message: String) -> Self {
        Self::new(message)
    }
}
