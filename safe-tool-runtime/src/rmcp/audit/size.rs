//! How large a value is as JSON, without writing it out: what would be escaped counts as one.

use serde_json::Value;

use crate::validate::JsonObject;

/// As a `f64` is mostly written.
const NUMBER: usize = 8;

/// Bytes, about.
pub(super) fn of(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) => 4,
        Value::Number(_) => NUMBER,
        Value::String(text) => text.len() + 2,
        Value::Array(items) => items.iter().map(|item| of(item) + 1).sum::<usize>() + 2,
        Value::Object(object) => of_object(object),
    }
}

/// The same of an object: its keys with their quotes, a colon and a comma each.
pub(super) fn of_object(object: &JsonObject) -> usize {
    let entries = object.iter().map(|(key, value)| key.len() + 4 + of(value));
    entries.sum::<usize>() + 2
}
