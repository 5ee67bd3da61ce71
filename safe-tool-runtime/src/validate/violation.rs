//! What was wrong with a call's arguments: a typed list, and its one rendering.

use std::fmt;

/// How many violations one refusal lists; the rest is counted, not shown, so that
/// a thousand unknown keys do not make a thousand lines.
const MAX_LISTED: usize = 20;

/// One broken rule. It never holds the rejected value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// JSON pointer (RFC 6901) to the value; empty for the arguments as a whole.
    /// Keys that the caller chose are shortened and cleaned.
    pub pointer: String,
    /// Name of the broken rule: the annotation's name, or `type`, `required`,
    /// `unknown_field`, `duplicate_field`.
    pub rule: &'static str,
    /// What would be accepted, as the predicate of a sentence ("must be …").
    pub message: String,
}

/// Every violation of one refused call. Its `Display` is what the model reads, and
/// also the text of the `Deserialize` error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations {
    listed: Vec<Violation>,
    total: usize,
}

impl Violations {
    /// No violations yet.
    pub const fn new() -> Self {
        Self {
            listed: Vec::new(),
            total: 0,
        }
    }

    /// The violations in the order they were found, at most twenty.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.listed.iter()
    }

    /// How many there are, the unlisted ones included.
    #[inline]
    pub fn len(&self) -> usize {
        self.total
    }

    /// True when nothing was wrong.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Counts one violation, and keeps it while there is room. `describe` runs only
    /// when it is kept, so that a flood of violations costs a counter.
    pub(super) fn push(&mut self, describe: impl FnOnce() -> Violation) {
        self.total = self.total.saturating_add(1);
        if self.listed.len() < MAX_LISTED {
            self.listed.push(describe());
        }
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = if self.total == 1 {
            "problem"
        } else {
            "problems"
        };
        write!(
            f,
            "Invalid arguments: {} {problems}. Nothing was run; correct the call and try again.",
            self.total
        )?;
        for violation in &self.listed {
            let place = match violation.pointer.as_str() {
                "" => "(arguments)",
                pointer => pointer,
            };
            write!(f, "\n- {place} {} [{}]", violation.message, violation.rule)?;
        }
        match self.total - self.listed.len() {
            0 => Ok(()),
            more => write!(f, "\n- and {more} more"),
        }
    }
}

impl std::error::Error for Violations {}
