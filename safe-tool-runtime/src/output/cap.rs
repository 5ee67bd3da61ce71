//! The cap: how much of a text is passed on.

/// The part of a text within its budget, and how much lay beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capped<'a> {
    /// The beginning of the text, at most the budget long.
    pub kept: &'a str,
    /// How many characters (Unicode code points) were cut off its end.
    pub omitted: usize,
}

/// Keeps the first `max_chars` characters (Unicode code points) of `text`.
///
/// Costs nothing when the text cannot be too long: a character is at least one byte.
/// The cut falls between code points, so it may part a letter from its accent.
pub fn cap(text: &str, max_chars: usize) -> Capped<'_> {
    let end = if text.len() <= max_chars {
        None
    } else {
        text.char_indices().nth(max_chars)
    };
    let (kept, cut) = text.split_at(end.map_or(text.len(), |(at, _)| at));
    Capped {
        kept,
        omitted: cut.chars().count(),
    }
}
