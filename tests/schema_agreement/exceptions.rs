//! Where JSON Schema cannot say what the check does. Everything else is a bug.

use safe_tool::Violations;
use serde_json::Value;

use super::Subject;

/// Rules that no keyword of JSON Schema expresses: character classes, custom checks,
/// the size and depth of free-form JSON, the form of a path or of another crate's type.
const INEXPRESSIBLE: &[&str] = &[
    "allow_control_chars",
    "allow_format_chars",
    "control_chars",
    "format_chars",
    "check",
    "max_json_bytes",
    "max_depth",
    "format",
    "sandboxed_path",
];

/// Rules that are about the text that `trim` leaves, and the schema about all of it.
const AFTER_TRIMMING: &[&str] = &[
    "min_len",
    "pattern",
    "one_of",
    "unique_items",
    "duplicate_field",
];

/// Subjects with a trimmed field.
const TRIMMED: &[&str] = &["Trimmed"];

const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// Whether this disagreement is one of those.
pub(super) fn known(subject: &Subject, value: &Value, checked: &Result<(), Violations>) -> bool {
    let trimmed = TRIMMED.contains(&subject.name);
    match checked {
        // Only white space around a text can be right for the check and wrong for the schema.
        Ok(()) => trimmed && has_outer_space(value),
        Err(violations) => violations.iter().all(|violation| {
            let inexact = matches!(violation.rule, "type" | "range")
                && value.pointer(&violation.pointer).is_some_and(is_inexact);
            INEXPRESSIBLE.contains(&violation.rule)
                || (trimmed && AFTER_TRIMMING.contains(&violation.rule))
                || inexact
        }),
    }
}

/// An integer written as a float whose digits are no longer exact.
fn is_inexact(value: &Value) -> bool {
    value.is_f64()
        && value
            .as_f64()
            .is_some_and(|number| number.abs() > MAX_EXACT)
}

fn has_outer_space(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim() != text,
        Value::Array(list) => list.iter().any(has_outer_space),
        Value::Object(map) => map.values().any(has_outer_space),
        _ => false,
    }
}
