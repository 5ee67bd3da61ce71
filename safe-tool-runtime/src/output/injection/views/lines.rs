//! A text in pieces of a few hundred bytes.
//!
//! What is disguised is seldom the whole text. Readings that change letters look at one
//! piece at a time and give back only those with something to undo.

use crate::unicode::floor_boundary;

/// A longer line is cut at a space, or anywhere.
const MAX_LEN: usize = 400;

/// The lines of a text, long ones in pieces: where each begins, and its text with its
/// line end.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let head = rest.get(..floor_boundary(rest, MAX_LEN)).unwrap_or(rest);
        let end = match head.find('\n') {
            Some(at) => at + 1,
            None if head.len() == rest.len() => rest.len(),
            None => head.rfind(' ').map_or(head.len(), |at| at + 1),
        };
        let piece = (start, rest.get(..end).unwrap_or(rest));
        start += piece.1.len();
        Some(piece)
    })
}
