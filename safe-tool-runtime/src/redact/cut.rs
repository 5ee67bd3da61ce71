//! Text that lost its end: JSON in it is closed, so that it can still be read as JSON.

use serde::de::IgnoredAny;
use serde_json::Deserializer;

use super::text::redact_json_text;

/// The deepest JSON that is closed: what is deeper is withheld in any case.
const MAX_DEPTH: usize = 128;

/// As [`redact_json_text`], for the beginning of a text. What only the structure of JSON
/// shows (a secret named by a sibling after it, a key behind escapes) is redacted in it
/// too, as far as it goes.
pub(crate) fn redact_cut_text(text: &str, is_whole: bool) -> Option<String> {
    let closed = if is_whole { None } else { close(text) };
    // Prose may begin with a bracket too: it stays as it is.
    let closed = closed.filter(|closed| is_json(closed));
    redact_json_text(closed.as_deref().unwrap_or(text))
}

/// One value, or several in a row.
fn is_json(text: &str) -> bool {
    let mut values = Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.all(|value| value.is_ok())
}

/// The beginning of a JSON value, ended where it stops. `None` if it is not one, or is
/// whole.
fn close(text: &str) -> Option<String> {
    let begins = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !begins.starts_with(['{', '[']) {
        return None;
    }
    let mut closers: Vec<u8> = Vec::new();
    // The end of the latest whole value, and how many brackets were open there.
    let mut whole = (0, 0);
    // Where a string that is open began, and whether it is a value.
    let mut open: Option<(usize, bool)> = None;
    let mut is_value = false;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if let Some((_, opened_value)) = open {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    open = None;
                    if opened_value {
                        whole = (at + 1, closers.len());
                    }
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => open = Some((at, is_value || closers.last() == Some(&b']'))),
            b':' => is_value = true,
            b',' => {
                whole = (at, closers.len());
                is_value = false;
            }
            b'{' | b'[' => {
                if closers.len() >= MAX_DEPTH {
                    return None;
                }
                closers.push(if byte == b'{' { b'}' } else { b']' });
                whole = (at + 1, closers.len());
                is_value = false;
            }
            b'}' | b']' => {
                closers.pop().filter(|closer| *closer == byte)?;
                whole = (at + 1, closers.len());
            }
            _ => {}
        }
    }
    let mut closed = match open {
        Some((from, true)) => close_string(text, from),
        _ => {
            closers.truncate(whole.1);
            text.get(..whole.0)?.to_owned()
        }
    };
    let closers = closers.iter().rev().map(|closer| char::from(*closer));
    closed.extend(closers);
    Some(closed)
}

/// Ends a string, without the escape that may have been cut in two at its end.
fn close_string(text: &str, from: usize) -> String {
    let inside = text.get(from + 1..).unwrap_or_default();
    // `\u` and up to three of its digits; an even number of backslashes is no escape.
    let tail = inside.len().saturating_sub(6);
    let cut = inside
        .bytes()
        .enumerate()
        .skip(tail)
        .rev()
        .find(|(at, byte)| {
            let backslashes = inside.bytes().take(at + 1).rev();
            *byte == b'\\' && backslashes.take_while(|byte| *byte == b'\\').count() % 2 == 1
        });
    let complete = cut.filter(|(at, _)| {
        let escape = inside.get(at + 1..).unwrap_or_default();
        let needed = if escape.starts_with('u') { 5 } else { 1 };
        escape.len() >= needed
    });
    let end = match (cut, complete) {
        (Some((at, _)), None) => at,
        _ => inside.len(),
    };
    let kept = text.get(..from + 1 + end).unwrap_or(text);
    format!("{kept}\"")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

    use super::{close, redact_cut_text};

    #[test]
    fn json_is_closed_wherever_it_is_cut() {
        let whole = r#"{"a": [1, {"b\\": "x\u0041\\ é\"", "c": null}], "d": {}, "e": [[]]}"#;
        for at in (1..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
            let closed = close(&whole[..at]).unwrap();
            let parsed = serde_json::from_str::<serde_json::Value>(&closed);
            assert!(parsed.is_ok(), "{closed}");
        }
    }

    #[test]
    fn what_is_no_json_is_left_alone() {
        for text in ["", "words {", "}{", "[}", "\"text", &"[".repeat(200)] {
            assert_eq!(close(text), None, "{text}");
        }
    }

    #[test]
    fn prose_in_brackets_loses_nothing_but_its_secret() {
        let cut = "[draft, one] the password=hunter2, and so on and on";
        let redacted = redact_cut_text(cut, false).unwrap();
        assert!(!redacted.contains("hunter2"), "{redacted}");
        assert!(redacted.ends_with(", and so on and on"), "{redacted}");
    }

    #[test]
    fn a_secret_named_after_its_value_is_found_in_what_is_left() {
        let cut = r#"[{"value": "hunter2", "name": "password"}, {"value": "longer te"#;
        let redacted = redact_cut_text(cut, false).unwrap();
        assert!(!redacted.contains("hunter2"), "{redacted}");
        assert!(redacted.contains("longer te"), "{redacted}");
        let cut = r#"{"\u0070assword": "hunter"#;
        assert!(!redact_cut_text(cut, false).unwrap().contains("hunter"));
    }
}
