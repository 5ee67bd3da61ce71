//! Where validation stands in the arguments, and where it writes what it finds.

use std::fmt::{Display, Write as _};

use super::{Violation, Violations, marker};
use crate::redact::is_sensitive_key;

/// Longest piece of a caller's key that a pointer repeats, in characters.
const MAX_KEY_CHARS: usize = 40;

/// Longest pointer, in characters: a type that nests itself can nest a long way.
const MAX_POINTER_CHARS: usize = 400;

/// What a redacted field says instead of the rule's own words: not even whether the
/// value was too long.
const QUIET_MESSAGE: &str = "does not meet its constraints, which the tool's schema states";

/// One step of a JSON pointer.
#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Root,
    /// A field that the tool declares.
    Field(&'static str),
    /// A key that the caller chose: untrusted text.
    Key(&'a str),
    Item(usize),
}

/// The way from the root to the current value, linked through the stack frames of
/// the readers: nothing is allocated unless something is wrong.
#[derive(Clone, Copy, Debug)]
struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
    /// The value is secret, so nothing about it may be told.
    quiet: bool,
}

/// A position in the arguments together with the list that violations go to.
#[derive(Debug)]
pub struct Cursor<'a> {
    place: Place<'a>,
    violations: &'a mut Violations,
}

impl<'a> Cursor<'a> {
    /// A cursor at the root of the arguments.
    pub fn root(violations: &'a mut Violations) -> Self {
        let place = Place {
            parent: None,
            step: Step::Root,
            quiet: false,
        };
        Self { place, violations }
    }

    #[inline]
    fn child<'s>(&'s mut self, step: Step<'s>) -> Cursor<'s> {
        Cursor {
            place: Place {
                parent: Some(&self.place),
                step,
                quiet: self.place.quiet,
            },
            violations: self.violations,
        }
    }

    /// Another cursor at the same place.
    pub fn here(&mut self) -> Cursor<'_> {
        Cursor {
            place: self.place,
            violations: self.violations,
        }
    }

    /// The cursor of a declared field.
    #[inline]
    pub fn field(&mut self, name: &'static str) -> Cursor<'_> {
        self.child(Step::Field(name))
    }

    /// The cursor of an entry whose key the caller chose.
    #[inline]
    pub fn key<'s>(&'s mut self, key: &'s str) -> Cursor<'s> {
        self.child(Step::Key(key))
    }

    /// The cursor of a list's item.
    #[inline]
    pub fn item(&mut self, index: usize) -> Cursor<'_> {
        self.child(Step::Item(index))
    }

    /// From here on nothing is told about the value but that it was refused.
    #[must_use]
    #[inline]
    pub fn redacted(mut self) -> Self {
        self.place.quiet = true;
        self
    }

    /// Records that `rule` is broken here. `message` says what would be accepted and
    /// must not contain the value.
    #[cold]
    pub fn refuse(&mut self, rule: &'static str, message: impl Display) {
        self.record(rule, &message);
    }

    /// [`refuse`](Self::refuse), compiled once whatever the message.
    #[cold]
    fn record(&mut self, rule: &'static str, message: &dyn Display) {
        let place = self.place;
        self.violations.push(|| {
            let quiet = !is_structural(rule) && place.is_quiet();
            Violation {
                pointer: shortened(place.pointer()),
                rule: if quiet { "constraint" } else { rule },
                message: if quiet {
                    QUIET_MESSAGE.to_owned()
                } else {
                    message.to_string()
                },
            }
        });
    }

    /// [`refuse`](Self::refuse) in a reader's tail position.
    pub fn reject<T>(&mut self, rule: &'static str, message: impl Display) -> Option<T> {
        self.refuse(rule, message);
        None
    }

    /// How many violations there are so far, here and elsewhere.
    #[inline]
    pub fn count(&self) -> usize {
        self.violations.len()
    }
}

impl Place<'_> {
    /// Walked only when there is something to report, so the cost of looking names
    /// up among the sensitive keys falls on refused calls alone.
    fn is_quiet(&self) -> bool {
        let named_secret = match self.step {
            Step::Field(name) => is_sensitive_key(name),
            Step::Key(key) => is_sensitive_key(key),
            Step::Root | Step::Item(_) => false,
        };
        self.quiet || named_secret || self.parent.is_some_and(Self::is_quiet)
    }

    /// What is inside a secret is not pointed at: its keys may be secret as well.
    fn pointer(&self) -> String {
        let mut pointer = self.parent.map(Place::pointer).unwrap_or_default();
        if self.parent.is_some_and(Place::is_quiet) {
            return pointer;
        }
        match self.step {
            Step::Root => {}
            Step::Field(name) => pointer.push_str(&field_pointer(name)),
            Step::Key(key) => pointer.push_str(&key_pointer(key)),
            // Writing to a String cannot fail.
            Step::Item(index) => {
                let _ = write!(pointer, "/{index}");
            }
        }
        pointer
    }
}

/// Whether this rule tells nothing of a secret: it is about the presence of a field, or
/// of a mask where the secret would be.
pub(super) fn is_structural(rule: &str) -> bool {
    matches!(
        rule,
        "required" | "unknown_field" | "duplicate_field" | marker::RULE
    )
}

/// The step to a field that the tool declares.
pub(super) fn field_pointer(name: &str) -> String {
    let mut pointer = String::from("/");
    push_escaped(&mut pointer, name.chars());
    pointer
}

/// The step to an entry whose key the caller chose. Only what an identifier may hold is
/// repeated, so that no sentence and no invisible character comes back.
pub(super) fn key_pointer(key: &str) -> String {
    let shown = |c: char| {
        if c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '~' | '$') {
            c
        } else {
            '?'
        }
    };
    let mut pointer = String::from("/");
    push_escaped(&mut pointer, key.chars().take(MAX_KEY_CHARS).map(shown));
    if key.chars().nth(MAX_KEY_CHARS).is_some() {
        pointer.push('…');
    }
    pointer
}

pub(super) fn shortened(mut pointer: String) -> String {
    if let Some((end, _)) = pointer.char_indices().nth(MAX_POINTER_CHARS) {
        pointer.truncate(end);
        pointer.push('…');
    }
    pointer
}

/// RFC 6901: `~` is written `~0` and `/` is written `~1`.
fn push_escaped(pointer: &mut String, text: impl Iterator<Item = char>) {
    for c in text {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}
