//! Taking secrets out of text by the look of it, whether or not it is JSON.
//!
//! A parser gives up at the first stray comma, and keeps one of two equal keys; either
//! would let a secret by. This pass only looks for what reads as a quoted key, and
//! replaces the value after it in place, so that all else stays as it was written. One
//! pass, without recursion; a value is walked a second time at most.

use super::{
    REDACTED,
    memo::{Role, role},
    pairs,
    quote::{LatestMarks, Quote, unescaped},
    value_span::{value_end, value_start},
};

/// How JSON, Python and JavaScript write that there is nothing to hide.
const NOTHING: &[&str] = &["null", "None", "undefined"];

/// The longest name that is looked for beside a value, in characters.
const MAX_NAME: usize = 64;

/// `text` with the value of every sensitive key replaced, at any level of quoting. `None`
/// if there is none.
pub(super) fn redact(text: &str) -> Option<String> {
    let mut redacted = String::new();
    // What lies before is in `redacted`. Values are not looked for in what is taken out:
    // that would be quadratic.
    let mut done = 0;
    let mut latest = LatestMarks::default();
    let mut literal = "";
    // Whether a sibling names a secret: `{"name": "password", "value": …`.
    let mut named = false;
    let bytes = text.as_bytes();
    let mut before = 0;
    for at in memchr::memchr2_iter(b'"', b'\'', bytes) {
        let between = bytes.get(before..at).unwrap_or_default();
        before = at + 1;
        // Another object, another name.
        named &= memchr::memchr2(b'{', b'}', between).is_none();
        let backslashes = between
            .iter()
            .rev()
            .take_while(|byte| **byte == b'\\')
            .count();
        let mark = bytes.get(at).copied().unwrap_or_default();
        let quote = Quote::new(mark, backslashes);
        let opening = latest.note(quote, at);
        // In CSV marks are doubled: the second ends what the first does.
        literal = match opening.and_then(|from| text.get(from..at)) {
            Some("") => literal,
            between => between.unwrap_or_default(),
        };
        let Some(start) = value_start(text, at + 1).filter(|start| *start >= done) else {
            continue;
        };
        let Some(key) = key(literal, mark) else {
            continue;
        };
        let role = role(&key);
        if role == Role::Secret || named && role == Role::Value {
            let marks = text.get(at - quote.escape_len()..=at).unwrap_or("\"");
            if let Some(end) = secret_end(text, start, quote, marks) {
                redacted.push_str(text.get(done..start).unwrap_or_default());
                redacted.extend([marks, REDACTED, marks]);
                done = end;
            }
        } else if role == Role::Name {
            named |= name_at(text, start).is_some_and(|name| pairs::names_secret(&unescaped(name)));
        }
    }
    (done > 0).then(|| redacted + text.get(done..).unwrap_or_default())
}

/// The key in a literal. Between two apostrophes of prose lie quotation marks and breaks.
fn key(literal: &str, mark: u8) -> Option<std::borrow::Cow<'_, str>> {
    (mark == b'"' || !literal.contains(['"', '\n'])).then(|| unescaped(literal))
}

/// The end of a value that is to be taken out, if there is one and it is not done yet.
fn secret_end(text: &str, start: usize, key: Quote, marks: &str) -> Option<usize> {
    let already = |rest: &str| {
        rest.strip_prefix(marks)?
            .strip_prefix(REDACTED)?
            .strip_prefix(marks)
            .map(|_| ())
    };
    if already(text.get(start..)?).is_some() {
        return None;
    }
    let value = text.get(start..value_end(text, start, key))?.trim_end();
    // In quoted JSON a line break is written `\n`.
    let word = value.split('\\').next().unwrap_or_default();
    let nothing = value.is_empty() || NOTHING.contains(&word.trim_end());
    (!nothing).then_some(start + value.len())
}

/// The string at `start`, if it is short enough for a name.
fn name_at(text: &str, start: usize) -> Option<&str> {
    let string = text.get(start..)?.trim_start_matches('\\');
    let mark = string.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let rest = string.get(1..)?;
    let mut chars = rest.char_indices().take(MAX_NAME);
    let (end, _) = chars.find(|(_, c)| *c == mark)?;
    rest.get(..end)
}
