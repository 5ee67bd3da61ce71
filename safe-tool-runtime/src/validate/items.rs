//! How many entries a list or a map may have: `min_items`, `max_items`.

use super::{Cursor, JsonObject, probe::MAX_SIZE};

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

    /// The lengths just inside.
    pub(super) fn inside(self) -> impl Iterator<Item = usize> {
        let lengths = [Some(self.min), self.max].into_iter().flatten();
        lengths.filter(|length| *length <= MAX_SIZE)
    }

    /// The lengths just outside, and the rules that refuse them.
    pub(super) fn outside(self) -> impl Iterator<Item = (usize, &'static str)> {
        let less = self.min.checked_sub(1).map(|length| (length, "min_items"));
        let more = self.max.and_then(|max| max.checked_add(1));
        let more = more.map(|length| (length, "max_items"));
        let lengths = [less, more].into_iter().flatten();
        lengths.filter(|(length, _)| *length <= MAX_SIZE)
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
