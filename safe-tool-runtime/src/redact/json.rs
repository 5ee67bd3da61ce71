//! Taking secrets out of JSON.
//!
//! The walk keeps its own stack and drops what it takes out piece by piece, so that no
//! depth of nesting can overflow the thread's.

use serde_json::{Deserializer, Map, Value};

use super::is_sensitive_key;

/// What stands in place of a secret.
pub const REDACTED: &str = "[REDACTED]";

/// What stands in place of a value too deep to be looked at.
const TOO_DEEP: &str = "[max depth]";

/// How deep a value may lie, in objects and arrays around it. The original design had
/// 10, which real documents reach; 64 is half of what serde_json itself will parse.
const MAX_DEPTH: usize = 64;

/// How many times JSON may be quoted inside a string of JSON and still be looked into.
const MAX_QUOTINGS: usize = 3;

/// How serde_json begins the message for text nested deeper than it parses. It has no
/// kind of its own; a test pins the text.
const RECURSION_ERROR: &str = "recursion limit exceeded";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// A secret becomes one string, whatever it was.
    Replace,
    /// A secret keeps its shape, and its leaves their types.
    KeepTypes,
}

/// Replaces the value of every sensitive key by [`REDACTED`], at any depth. `true` if
/// anything changed.
///
/// `null` stays, as it hides nothing. A string that is itself JSON is looked into. What
/// lies more than 64 objects and arrays deep is replaced by `"[max depth]"`.
pub fn redact_json(value: &mut Value) -> bool {
    redact(value, Mode::Replace, MAX_QUOTINGS)
}

/// As [`redact_json`], for values that a schema describes: under a sensitive key,
/// strings become [`REDACTED`], numbers 0, booleans `false`, and objects and arrays keep
/// their shape and keys while every leaf in them is so redacted. `true` if anything
/// changed.
///
/// Types hold, narrower constraints (`enum`, `pattern`, `minimum`) may not. Past the
/// depth bound, strings become `"[max depth]"` and objects and arrays are emptied.
pub fn redact_json_keeping_types(value: &mut Value) -> bool {
    redact(value, Mode::KeepTypes, MAX_QUOTINGS)
}

/// Redacts text that is JSON, as [`redact_json`] does. `None` if it is not a JSON
/// object, array or string, or holds nothing to redact: then the text can stay as it is.
/// Several such values in a row, as in JSON lines, are JSON too.
///
/// What comes back is compact, a line for each value; spacing and the order of keys may
/// differ from the text's. JSON too deep to be parsed comes back as the string
/// `"[max depth]"`.
pub fn redact_json_text(text: &str) -> Option<String> {
    redact_text(text, Mode::Replace, MAX_QUOTINGS)
}

fn redact_text(text: &str, mode: Mode, quotings: usize) -> Option<String> {
    let json = json_in(text)?;
    match Deserializer::from_str(json)
        .into_iter()
        .collect::<Result<Vec<Value>, _>>()
    {
        Ok(mut values) => {
            let changed = values.iter_mut().map(|value| redact(value, mode, quotings));
            // Not `any`, which would stop at the first.
            if !changed.fold(false, |any, changed| any | changed) {
                return None;
            }
            let lines: Vec<String> = values.iter().map(Value::to_string).collect();
            Some(lines.join("\n"))
        }
        Err(error) if error.to_string().starts_with(RECURSION_ERROR) => {
            Some(Value::from(TOO_DEEP).to_string())
        }
        Err(_) => None,
    }
}

/// The part of `text` to parse, if it begins like JSON that can hold keys. A byte order
/// mark is not JSON, but files begin with it.
fn json_in(text: &str) -> Option<&str> {
    let text = text.trim_start_matches('\u{feff}').trim();
    text.starts_with(['{', '[', '"']).then_some(text)
}

/// A value still to be looked at.
struct Visit<'a> {
    value: &'a mut Value,
    depth: usize,
    /// Whether it lies under a sensitive key, so that its leaves are secrets.
    secret: bool,
}

fn redact(root: &mut Value, mode: Mode, quotings: usize) -> bool {
    let mut changed = false;
    let mut to_visit = vec![Visit {
        value: root,
        depth: 0,
        secret: false,
    }];
    while let Some(Visit {
        value,
        depth,
        secret,
    }) = to_visit.pop()
    {
        if depth > MAX_DEPTH {
            changed |= withhold(value, mode, TOO_DEEP);
            continue;
        }
        let depth = depth + 1;
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    let secret = secret || is_sensitive_key(key);
                    if secret && mode == Mode::Replace {
                        changed |= withhold(value, mode, REDACTED);
                    } else {
                        to_visit.push(Visit {
                            value,
                            depth,
                            secret,
                        });
                    }
                }
            }
            Value::Array(items) => {
                let items = items.iter_mut();
                to_visit.extend(items.map(|value| Visit {
                    value,
                    depth,
                    secret,
                }));
            }
            leaf if secret => changed |= withhold(leaf, mode, REDACTED),
            Value::String(text) => {
                if let Some(redacted) = redact_quoted(text, mode, quotings) {
                    *text = redacted;
                    changed = true;
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    changed
}

/// Looks into a string that may be JSON. Quoted too often, it is withheld unseen.
fn redact_quoted(text: &str, mode: Mode, quotings: usize) -> Option<String> {
    match quotings.checked_sub(1) {
        Some(left) => redact_text(text, mode, left),
        None => {
            let ours = text == TOO_DEEP || text == REDACTED;
            (!ours && json_in(text).is_some()).then(|| TOO_DEEP.to_owned())
        }
    }
}

/// Puts `notice`, or an empty value of the same type, in place of `value`.
fn withhold(value: &mut Value, mode: Mode, notice: &str) -> bool {
    let blank = match (&*value, mode) {
        (Value::Null, _) => return false,
        (Value::String(_), _) | (_, Mode::Replace) => Value::from(notice),
        (Value::Bool(_), Mode::KeepTypes) => Value::from(false),
        (Value::Number(_), Mode::KeepTypes) => Value::from(0),
        (Value::Array(_), Mode::KeepTypes) => Value::Array(Vec::new()),
        (Value::Object(_), Mode::KeepTypes) => Value::Object(Map::new()),
    };
    // An array or object is compared only with an empty one or a string: no recursion.
    if *value == blank {
        return false;
    }
    discard(std::mem::replace(value, blank));
    true
}

/// Drops a value of any depth without recursion, which the `Drop` of `Value` does not.
fn discard(value: Value) {
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        match value {
            Value::Array(items) => left.extend(items),
            Value::Object(map) => left.extend(map.into_iter().map(|(_, value)| value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}
