//! Structured data: all of it within the budget, or none.

use std::io;

use serde_json::Value;

use super::schema::masks_fit;
use crate::{
    output::{Budget, Outlet},
    redact::{MAX_DEPTH, discard, redact_json, redact_json_keeping_types},
    validate::JsonObject,
};

/// Why structured data is not passed on.
pub(super) enum Withheld {
    TooLarge,
    /// A mask would break the schema.
    Unmaskable,
}

/// The value without its secrets. A truncated value would be another value, so one that
/// is too large is withheld; the text beside it is cut and says so.
pub(super) fn passed(
    mut value: Value,
    schema: Option<&JsonObject>,
    budget: Budget,
) -> Result<Value, Withheld> {
    // Before it is redacted, which costs as much as there is, and without recursion, for
    // redaction bounds the depth.
    let depth = match depth_within(&value, budget) {
        Some(depth) => depth,
        None => {
            discard(value);
            return Err(Withheld::TooLarge);
        }
    };
    match schema {
        None => {
            redact_json(&mut value);
        }
        Some(_) if depth > MAX_DEPTH => {
            discard(value);
            return Err(Withheld::Unmaskable);
        }
        Some(schema) => {
            let mut masked = value.clone();
            if redact_json_keeping_types(&mut masked) {
                if !masks_fit(&value, &masked, schema) {
                    return Err(Withheld::Unmaskable);
                }
                value = masked;
            }
        }
    }
    // A mask may be longer than what it hides.
    if fits(&value, budget) {
        Ok(value)
    } else {
        Err(Withheld::TooLarge)
    }
}

/// How deep the value is, unless what its JSON has at least is over the budget already.
fn depth_within(value: &Value, budget: Budget) -> Option<usize> {
    let mut room = budget.max_bytes.min(budget.max_chars.saturating_mul(4));
    let mut deepest = 0;
    let mut left = vec![(value, 0)];
    while let Some((value, depth)) = left.pop() {
        deepest = deepest.max(depth);
        let bytes = match value {
            Value::String(text) => text.len() + 2,
            Value::Array(items) => items.len() + 1,
            Value::Object(entries) => {
                let keys = entries.keys().map(|key| key.len() + 4);
                keys.sum::<usize>() + 1
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => 1,
        };
        room = room.checked_sub(bytes)?;
        match value {
            Value::Array(items) => left.extend(items.iter().map(|item| (item, depth + 1))),
            Value::Object(entries) => {
                left.extend(entries.values().map(|value| (value, depth + 1)));
            }
            _ => {}
        }
    }
    Some(deepest)
}

/// Whether the compact JSON of the value is within the budget. Reads no further than that.
fn fits(value: &Value, budget: Budget) -> bool {
    serde_json::to_writer(Left(budget), value).is_ok()
}

/// What is left of a budget; writing more is an error.
struct Left(Budget);

impl io::Write for Left {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A character has one byte that is no continuation.
        let chars = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let Budget {
            max_chars,
            max_bytes,
        } = &mut self.0;
        let left = max_chars
            .checked_sub(chars)
            .zip(max_bytes.checked_sub(bytes.len()));
        (*max_chars, *max_bytes) = left.ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Withheld {
    /// What is said in place of the data.
    pub(super) fn notice(&self, outlet: &Outlet) -> String {
        match self {
            Self::TooLarge => format!(
                "Failed: the tool's structured output is over its limit of {} and was withheld; \
                 {}.",
                outlet.budget, outlet.more
            ),
            Self::Unmaskable => "Failed: the tool's structured output holds a secret that cannot \
                                 be masked within its output schema, and was withheld."
                .to_owned(),
        }
    }
}
