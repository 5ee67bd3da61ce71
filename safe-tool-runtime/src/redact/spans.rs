//! The places of a text that are to be taken out.

use std::ops::Range;

use super::REDACTED;

/// Byte ranges on character boundaries, in any order.
#[derive(Debug, Default)]
pub(super) struct Spans(Vec<Range<usize>>);

impl Spans {
    /// Adds a range; an empty one hides nothing.
    pub(super) fn add(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.0.push(range);
        }
    }

    /// Takes over the ranges of another pass.
    pub(super) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// The end of the last range that was added.
    pub(super) fn done(&self) -> usize {
        self.0.last().map_or(0, |range| range.end)
    }

    /// `text` with the marker in place of each range, of those that overlap one for all.
    /// `None` if there are none.
    pub(super) fn redact(mut self, text: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        self.0.sort_by_key(|range| range.start);
        let mut redacted = String::with_capacity(text.len());
        let mut done = 0;
        for range in self.0 {
            // Inside of what is gone already, or running out of it.
            if range.start >= done {
                redacted.push_str(text.get(done..range.start)?);
                redacted.push_str(REDACTED);
            }
            done = done.max(range.end);
        }
        redacted.push_str(text.get(done..)?);
        Some(redacted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_ranges_become_one_marker() {
        let mut spans = Spans::default();
        for range in [7..9, 1..3, 2..5, 6..6] {
            spans.add(range);
        }
        let redacted = spans.redact("0123456789").unwrap_or_default();
        assert_eq!(redacted, "0[REDACTED]56[REDACTED]9");
        assert_eq!(Spans::default().redact("0123"), None);
    }
}
