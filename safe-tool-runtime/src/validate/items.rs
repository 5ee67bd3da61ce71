//! How many entries a list or a map may have: `min_items`, `max_items`.

use super::{Cursor, JsonObject};

/// The bounds of a collection.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Items {
    pub(super) min: usize,
    pub(super) max: Option<usize>,
}

impl Items {
    /// True once `length` entries are all that may come.
    pub(super) fn full(self, length: usize) -> bool {
        self.max == Some(length)
    }

    /// Records that there are more than the upper bound.
    pub(super) fn refuse_more(self, at: &mut Cursor<'_>) {
        let max = self.max.unwrap_or(usize::MAX);
        let entries = if max == 1 { "entry" } else { "entries" };
        at.refuse(
            "max_items",
            format_args!("must have at most {max} {entries}"),
        );
    }

    /// Records that `length` is below the lower bound, if it is.
    pub(super) fn check_least(self, length: usize, at: &mut Cursor<'_>) {
        let min = self.min;
        if length < min {
            let entries = if min == 1 { "entry" } else { "entries" };
            at.refuse(
                "min_items",
                format_args!("must have at least {min} {entries}"),
            );
        }
    }

    /// Writes the bounds into a schema, under the names of its type.
    pub(super) fn write(self, schema: &mut JsonObject, min_name: &str, max_name: &str) {
        if self.min > 0 {
            schema.insert(min_name.into(), self.min.into());
        }
        if let Some(max) = self.max {
            schema.insert(max_name.into(), max.into());
        }
    }
}
