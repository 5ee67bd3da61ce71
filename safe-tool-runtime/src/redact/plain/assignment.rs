//! `password=…`, `password: …`, `Authorization: Bearer …`.

use std::ops::Range;

use super::{
    key::Key,
    url,
    value::{self, Ends},
};

/// Header fields of HTTP whose whole line is the secret.
const HEADERS: &[&str] = &[
    "authorization",
    "proxy-authorization",
    "cookie",
    "set-cookie",
    "x-api-key",
    "x-auth-token",
];

/// What makes a comparison or another operator of an equals sign.
const OPERATORS: &[u8] = b"=!<>+-*/|&^~";

/// The secret after the equals sign at `at`.
pub(super) fn equals(text: &str, at: usize, ends: &mut Ends) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let around = [
        at.checked_sub(1).and_then(|at| bytes.get(at)),
        bytes.get(at + 1),
    ];
    let [before, after] = around;
    if before.is_some_and(|byte| OPERATORS.contains(byte)) || matches!(after, Some(b'=' | b'>')) {
        return None;
    }
    let key = Key::before(text, at)?;
    let parameter = key.is_parameter(text);
    let grants = key.is_sensitive() || parameter && url::grants_access(key.text);
    if !grants {
        return None;
    }
    let spaced = before.is_some_and(u8::is_ascii_whitespace);
    value::assigned(text, at + 1, spaced, ends)
}

/// The secret after the colon at `at`.
pub(super) fn colon(text: &str, at: usize, ends: &mut Ends) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // Paths of Rust and C++, and `:=`.
    let [before, after] = [
        at.checked_sub(1).and_then(|at| bytes.get(at)),
        bytes.get(at + 1),
    ];
    if before == Some(&b':') || matches!(after, Some(b':')) {
        return None;
    }
    let key = Key::before(text, at)?;
    if !key.is_sensitive() {
        return None;
    }
    let from = at + 1 + usize::from(after == Some(&b'='));
    if let Some(quoted) = value::quoted(text, from) {
        return quoted;
    }
    let header = HEADERS
        .iter()
        .any(|name| key.text.eq_ignore_ascii_case(name));
    match (header, value::begins_line(text, key.start)) {
        (true, true) => value::rest_of_line(text, from, ends),
        (true, false) => value::header(text, from, ends),
        (false, true) => value::word_of_line(text, from, ends),
        (false, false) => None,
    }
}
