//! Where a value stands, for messages: what to call it, and how to annotate it.

use std::fmt;

/// A field, or what is inside of one.
pub(super) enum Place<'a> {
    Field(&'a str),
    /// `each item`, `each value` or `each key` of an outer value.
    Inside {
        what: &'static str,
        outer: &'a Place<'a>,
    },
}

impl Place<'_> {
    /// How an annotation of this value is written: `#[each(max_len(64))]`.
    pub(super) fn annotation(&self, inner: &str) -> String {
        match self {
            Self::Field(_) => format!("#[{inner}]"),
            Self::Inside { what, outer } => {
                let list = if *what == "each key" { "keys" } else { "each" };
                outer.annotation(&format!("{list}({inner})"))
            }
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(name),
            Self::Inside { what, outer } => write!(f, "{what} of {outer}"),
        }
    }
}
