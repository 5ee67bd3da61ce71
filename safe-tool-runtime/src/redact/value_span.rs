//! Where the value after a key begins and ends, in text that may be broken.
//!
//! In doubt a value is taken to be longer: what is lost is text, what would stay is a
//! piece of the secret.

use super::quote::{Quote, is_mark};
use crate::unicode::is_invisible;

/// How long a comment between a key and its value may be. Bounded, since the search for
/// the end of one starts anew at every quotation mark.
const MAX_COMMENT: usize = 256;

/// What a string does not stop before: a mark followed by one of these, or by a letter or
/// digit, is taken for part of it that should have been escaped.
const RUNS_ON: &str = "_$@%&*+-=^~";

/// The start of the value, if what ends before `from` is a key.
pub(super) fn value_start(text: &str, from: usize) -> Option<usize> {
    let colon = skip_gap(text, from);
    let rest = text.get(colon..)?;
    // The arrow is Ruby's and PHP's.
    let separator = [":", "=>"].into_iter().find(|s| rest.starts_with(s))?;
    Some(skip_gap(text, colon + separator.len()))
}

/// Past everything that may stand between key, colon and value, stray commas included.
fn skip_gap(text: &str, mut at: usize) -> usize {
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        at += if c.is_whitespace() || is_invisible(c) || c == ',' {
            c.len_utf8()
        } else if let Some(len) = escaped_space(rest).or_else(|| comment(rest)) {
            len
        } else {
            break;
        };
    }
    at
}

/// The length of a line break or tab as it stands in quoted JSON.
fn escaped_space(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches('\\');
    (rest.len() < text.len() && rest.starts_with(['n', 'r', 't']))
        .then_some(text.len() - rest.len() + 1)
}

fn comment(text: &str) -> Option<usize> {
    let end: &[u8] = match text.as_bytes() {
        [b'/', b'*', ..] => b"*/",
        [b'/', b'/', ..] => b"\n",
        _ => return None,
    };
    let mut windows = text.as_bytes().windows(end.len()).take(MAX_COMMENT);
    let at = windows.position(|window| window == end)?;
    Some(at + end.len())
}

/// The end of the value that begins at `start`, after a key in such quotation marks: of
/// a string, of an object or array, or of what stands bare up to a comma or line break.
/// What is not closed ends with the string around it, or with the text.
pub(super) fn value_end(text: &str, start: usize, key: Quote) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut backslashes) = (start, 0_usize, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => {
                backslashes += 1;
                at += 1;
                continue;
            }
            mark if is_mark(mark) && !is_apostrophe(bytes, start, at) => {
                let quote = Quote::new(mark, backslashes);
                if quote.closes_around(key) {
                    return at - quote.escape_len();
                }
                let end = string_end(text, at, quote, key, depth > 0);
                if depth == 0 {
                    return end;
                }
                // A string that is not closed may end before the mark of one around it.
                at = end;
                backslashes = 0;
                continue;
            }
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => match depth {
                0 => return at,
                1 => return at + 1,
                _ => depth -= 1,
            },
            b',' | b'\n' if depth == 0 => return at,
            _ => {}
        }
        backslashes = 0;
        at += 1;
    }
    at
}

/// Whether the mark at `at` is that of `don't`. Python's `b'…'` begins a string.
fn is_apostrophe(bytes: &[u8], start: usize, at: usize) -> bool {
    let before = bytes.get(start..at).unwrap_or_default();
    bytes.get(at) == Some(&b'\'')
        && before
            .last_chunk::<3>()
            .is_some_and(|word| word.iter().all(u8::is_ascii_alphanumeric))
}

/// The end of the string that `opening` begins at `at`.
fn string_end(text: &str, at: usize, opening: Quote, key: Quote, nested: bool) -> usize {
    let mut backslashes = 0;
    for (at, byte) in text.bytes().enumerate().skip(at + 1) {
        if byte == b'\\' {
            backslashes += 1;
            continue;
        }
        if is_mark(byte) {
            let quote = Quote::new(byte, backslashes);
            if quote.closes_around(key) {
                return at - quote.escape_len();
            }
            // Tripled in Python, doubled in CSV. A mark that is escaped may have the one
            // around it beside it.
            let doubled = quote.escape_len() == 0 && text.as_bytes().get(at + 1) == Some(&byte);
            if quote.closes(opening) && !doubled && may_end(text, at + 1, nested) {
                return at + 1;
            }
        }
        backslashes = 0;
    }
    text.len()
}

/// Whether a string may end at `at`. The mark before a colon ends a key, so a value that
/// seems to end there was not closed; only inside an object are there keys to end.
fn may_end(text: &str, at: usize, nested: bool) -> bool {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        None => true,
        Some(':') => nested,
        Some(c) => !c.is_alphanumeric() && !RUNS_ON.contains(c),
    }
}
