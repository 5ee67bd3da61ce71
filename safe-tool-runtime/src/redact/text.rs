//! Taking secrets out of text that may be JSON.

use serde_json::{Deserializer, Value};

use super::{
    glance::Glance,
    json::{MAX_QUOTINGS, Mode, redact},
    lexical,
    marker::{REDACTED, TOO_DEEP},
    plain, shapes,
    spans::Spans,
};
use crate::unicode::is_invisible;

/// How serde_json begins the message for text nested deeper than it parses. It has no
/// kind of its own; a test pins the text.
const RECURSION_ERROR: &str = "recursion limit exceeded";

/// Redacts text: JSON as [`redact_json`](super::redact_json) does, and in any other
/// `password=…`, `Authorization: Bearer …`, the password and the secret parameters of a
/// URL, and what is a secret by its shape: keys of clouds and platforms, JWTs, private
/// keys, card numbers. `None` if there is nothing to redact: then the text can stay as it
/// is.
///
/// The text need not be whole or valid: whatever follows a quoted sensitive key and a
/// colon is replaced in place, `'…'` as Python prints it included, and all else stays as
/// it was written. What only the structure shows (a secret named by its sibling, a value
/// too deep, a key behind `\u0022`) is redacted in text that parses, be it one value or
/// several in a row as in JSON lines; that text comes back compact, a line for each
/// value. JSON too deep to be parsed comes back as the string `"[max depth]"`.
pub fn redact_json_text(text: &str) -> Option<String> {
    redact_text(text, MAX_QUOTINGS)
}

/// As [`redact_json_text`], for a string of a value that is being written.
#[inline]
pub(super) fn redact_string(text: &str) -> Option<String> {
    let seen = Glance::at(text);
    if seen.is_clear() {
        return None;
    }
    redact_seen(text, seen)
}

/// Apart, so that the glance alone is inlined.
fn redact_seen(text: &str, seen: Glance) -> Option<String> {
    match seen.json {
        true => redact_quoted(text, MAX_QUOTINGS),
        false => words(text, seen),
    }
}

/// As [`redact_json_text`], for a string in JSON. Quoted too often, it is withheld unseen.
pub(super) fn redact_quoted(text: &str, quotings: usize) -> Option<String> {
    if let Some(left) = quotings.checked_sub(1) {
        return redact_text(text, left);
    }
    let ours = text == TOO_DEEP || text == REDACTED;
    if !ours && trim(text).starts_with(['{', '[', '"']) {
        return Some(TOO_DEEP.to_owned());
    }
    redact_words(lexical::redact(text), text)
}

/// The last of several passes: what `before` made of `text` goes through as well.
fn redact_words(before: Option<String>, text: &str) -> Option<String> {
    let text = before.as_deref().unwrap_or(text);
    let after = words(text, Glance::at(text));
    after.or(before)
}

/// What names before them and their own shape give away.
fn words(text: &str, seen: Glance) -> Option<String> {
    let mut spans = Spans::default();
    if seen.names {
        plain::find(text, &mut spans);
    }
    if seen.tokens {
        let mut tokens = Spans::default();
        shapes::tokens(text, &mut tokens);
        spans.append(tokens);
    }
    if seen.cards {
        shapes::cards(text, &mut spans);
    }
    spans.redact(text)
}

fn redact_text(text: &str, quotings: usize) -> Option<String> {
    let seen = Glance::at(text);
    if !seen.json {
        return words(text, seen);
    }
    let in_place = lexical::redact(text);
    match (parse(in_place.as_deref().unwrap_or(text)), &in_place) {
        (Ok(values), _) => redact_values(values, quotings).or(in_place),
        (Err(Unparsed::TooDeep), _) => Some(Value::from(TOO_DEEP).to_string()),
        (Err(Unparsed::Broken), None) => words(text, seen),
        // A string may hold an unclosed `'…` that swallowed its end. Each string by
        // itself then, if the text is one value: CSV with JSON in it, `"{""password""…`,
        // reads as a row of harmless strings.
        (Err(Unparsed::Broken), Some(_)) => match serde_json::from_str(trim(text)) {
            Ok(mut value) => {
                redact(&mut value, Mode::Replace, quotings);
                Some(value.to_string())
            }
            Err(_) => redact_words(in_place, text),
        },
    }
}

fn redact_values(mut values: Vec<Value>, quotings: usize) -> Option<String> {
    let mut changed = false;
    for value in &mut values {
        changed |= redact(value, Mode::Replace, quotings);
    }
    changed.then(|| {
        let lines: Vec<String> = values.iter().map(Value::to_string).collect();
        lines.join("\n")
    })
}

enum Unparsed {
    Broken,
    TooDeep,
}

fn parse(text: &str) -> Result<Vec<Value>, Unparsed> {
    // Most strings are just text, and an error that says so is dear. Nothing but brackets
    // and quotation marks can hold a key; the rest may stand before them.
    let text = trim(text);
    let begins = match text.as_bytes() {
        [b'{' | b'[' | b'"' | b'-' | b'0'..=b'9', ..] => true,
        _ => ["null", "true", "false"]
            .iter()
            .any(|word| text.starts_with(word)),
    };
    if !begins || memchr::memchr3(b'{', b'[', b'"', text.as_bytes()).is_none() {
        return Err(Unparsed::Broken);
    }
    let values = Deserializer::from_str(text).into_iter();
    values.collect::<Result<_, _>>().map_err(|error| {
        if error.to_string().starts_with(RECURSION_ERROR) {
            Unparsed::TooDeep
        } else {
            Unparsed::Broken
        }
    })
}

/// Without what is not JSON but files begin with, such as a byte order mark.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}
