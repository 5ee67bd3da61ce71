//! Taking secrets out of text that may be JSON.

use serde_json::{Deserializer, Value};

use super::{
    REDACTED,
    json::{MAX_QUOTINGS, Mode, TOO_DEEP, redact},
    lexical,
};
use crate::unicode::is_invisible;

/// How serde_json begins the message for text nested deeper than it parses. It has no
/// kind of its own; a test pins the text.
const RECURSION_ERROR: &str = "recursion limit exceeded";

/// Redacts text that is JSON or holds some, as [`redact_json`](super::redact_json) does.
/// `None` if there is nothing to redact: then the text can stay as it is.
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

/// As [`redact_json_text`], for a string in JSON. Quoted too often, it is withheld unseen.
pub(super) fn redact_quoted(text: &str, quotings: usize) -> Option<String> {
    if let Some(left) = quotings.checked_sub(1) {
        return redact_text(text, left);
    }
    let ours = text == TOO_DEEP || text == REDACTED;
    if !ours && trim(text).starts_with(['{', '[', '"']) {
        return Some(TOO_DEEP.to_owned());
    }
    lexical::redact(text)
}

fn redact_text(text: &str, quotings: usize) -> Option<String> {
    let in_place = lexical::redact(text);
    match (parse(in_place.as_deref().unwrap_or(text)), &in_place) {
        (Ok(values), _) => redact_values(values, quotings).or(in_place),
        (Err(Unparsed::TooDeep), _) => Some(Value::from(TOO_DEEP).to_string()),
        (Err(Unparsed::Broken), None) => None,
        // A string may hold an unclosed `'…` that swallowed its end. Each string by
        // itself then, if the text is one value: CSV with JSON in it, `"{""password""…`,
        // reads as a row of harmless strings.
        (Err(Unparsed::Broken), Some(_)) => match serde_json::from_str(trim(text)) {
            Ok(mut value) => {
                redact(&mut value, Mode::Replace, quotings);
                Some(value.to_string())
            }
            Err(_) => in_place,
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
    // Nothing else can hold a key, and most strings are just text.
    if !text.contains(['{', '[', '"']) {
        return Err(Unparsed::Broken);
    }
    let values = Deserializer::from_str(trim(text)).into_iter();
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
