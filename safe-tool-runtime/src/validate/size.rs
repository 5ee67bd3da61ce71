//! The most that a value may be as JSON, read off its schema.
//!
//! What a rule takes and what its schema says agree, which is tested, so a schema without
//! bounds is a rule without bounds. Two things that no keyword of JSON Schema says stand under
//! a key of our own until the schema is done.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::JsonObject;

/// Until a schema is done: the bytes of free-form JSON, or `true` where text that holds the
/// JSON of a value will do.
const KEY: &str = "x-safe-tool-size";
/// A character as two escapes (`\ud83d\ude00`), in bytes.
const ESCAPED_CHAR: u64 = 12;
/// One of them: what a byte of ASCII may become.
const ESCAPED_BYTE: u64 = 6;
/// The longest number that the gate lets through, in bytes.
const NUMBER: u64 = 32;

/// The most that a value may be as JSON: each character escaped, and no white space but what
/// is text. It holds the longest spelling, not a usual one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonSize {
    /// Its length in bytes.
    pub bytes: u64,
    /// Objects and arrays in one another: 0 for a number.
    pub depth: u32,
    /// Objects, arrays, strings, numbers, `true`, `false` and `null`, itself among them.
    pub values: u64,
    /// Keys of all its objects.
    pub keys: u64,
}

impl JsonSize {
    /// Of what a whole schema takes; `None` if that has no bound.
    #[must_use]
    pub fn of_schema(schema: &JsonObject) -> Option<Self> {
        let definitions = schema.get("$defs").and_then(Value::as_object);
        Sizes {
            definitions,
            open: Vec::new(),
        }
        .of(schema)
    }

    /// The larger of both, in each respect.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            bytes: self.bytes.max(other.bytes),
            depth: self.depth.max(other.depth),
            values: self.values.max(other.values),
            keys: self.keys.max(other.keys),
        }
    }

    fn scalar(bytes: u64) -> Self {
        Self {
            bytes,
            values: 1,
            ..Self::default()
        }
    }

    fn text(chars: u64) -> Self {
        Self::scalar(chars.saturating_mul(ESCAPED_CHAR).saturating_add(2))
    }

    /// One of it beside what there is, with this much between them.
    fn and(self, other: Self, between: u64) -> Self {
        self.and_times(other, 1, between)
    }

    fn and_times(self, each: Self, times: u64, between: u64) -> Self {
        let bytes = each.bytes.saturating_add(between).saturating_mul(times);
        Self {
            bytes: self.bytes.saturating_add(bytes),
            depth: self.depth.max(each.depth),
            values: self
                .values
                .saturating_add(each.values.saturating_mul(times)),
            keys: self.keys.saturating_add(each.keys.saturating_mul(times)),
        }
    }

    /// In brackets.
    fn enclosed(self) -> Self {
        Self {
            bytes: self.bytes.saturating_add(2),
            depth: self.depth.saturating_add(1),
            values: self.values.saturating_add(1),
            ..self
        }
    }
}

/// Notes that a schema takes any JSON of so many bytes.
pub(super) fn note_json(schema: &mut JsonObject, max_bytes: usize) {
    schema.insert(KEY.to_owned(), max_bytes.into());
}

/// Notes that text which holds the JSON of a value will do.
pub(super) fn note_lenient(schema: &mut JsonObject) {
    schema.insert(KEY.to_owned(), true.into());
}

/// Takes the notes out again.
pub(super) fn remove_notes(schema: &mut JsonObject) {
    // A property of that name has a schema, and stays.
    if schema.get(KEY).is_some_and(|note| !note.is_object()) {
        schema.remove(KEY);
    }
    for value in schema.values_mut() {
        match value {
            Value::Object(inner) => remove_notes(inner),
            Value::Array(items) => {
                let inner = items.iter_mut().filter_map(Value::as_object_mut);
                inner.for_each(remove_notes);
            }
            _ => {}
        }
    }
}

struct Sizes<'s> {
    definitions: Option<&'s JsonObject>,
    /// Definitions that are being measured: a type in itself has no bound.
    open: Vec<&'s str>,
}

impl<'s> Sizes<'s> {
    fn of(&mut self, schema: &'s JsonObject) -> Option<JsonSize> {
        match schema.get(KEY) {
            Some(Value::Number(bytes)) => Some(free_form(bytes.as_u64()?)),
            Some(_) => {
                let plain = self.plain(schema)?;
                let text = plain.bytes.saturating_mul(ESCAPED_BYTE).saturating_add(2);
                Some(plain.or(JsonSize::scalar(text)))
            }
            None => self.plain(schema),
        }
    }

    fn plain(&mut self, schema: &'s JsonObject) -> Option<JsonSize> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return self.definition(reference.strip_prefix("#/$defs/")?);
        }
        if let Some(constant) = schema.get("const") {
            return Some(listed(constant));
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            return values.iter().map(listed).reduce(JsonSize::or);
        }
        for key in ["anyOf", "oneOf"] {
            if let Some(branches) = schema.get(key).and_then(Value::as_array) {
                return branches
                    .iter()
                    .try_fold(JsonSize::default(), |most, branch| {
                        Some(most.or(self.of(branch.as_object()?)?))
                    });
            }
        }
        match schema.get("type")?.as_str()? {
            "null" | "boolean" => Some(JsonSize::scalar("false".len() as u64)),
            "integer" | "number" => Some(JsonSize::scalar(NUMBER)),
            "string" => Some(JsonSize::text(schema.get("maxLength")?.as_u64()?)),
            "array" => {
                let items = schema.get("maxItems")?.as_u64()?;
                let each = self.of(schema.get("items")?.as_object()?)?;
                let list = JsonSize::default().and_times(each, items, 1);
                Some(list.enclosed())
            }
            "object" => self.object(schema),
            _ => None,
        }
    }

    fn definition(&mut self, name: &'s str) -> Option<JsonSize> {
        let (name, schema) = self.definitions?.get_key_value(name)?;
        if self.open.contains(&name.as_str()) {
            return None;
        }
        self.open.push(name);
        let size = self.of(schema.as_object()?);
        self.open.pop();
        size
    }

    fn object(&mut self, schema: &'s JsonObject) -> Option<JsonSize> {
        let properties = schema.get("properties").and_then(Value::as_object);
        let mut all = JsonSize::default();
        for (name, property) in properties.into_iter().flatten() {
            let size = self.of(property.as_object()?)?;
            all = all.and(size, key_of(text_bytes(name)));
            all.keys = all.keys.saturating_add(1);
        }
        match schema.get("additionalProperties") {
            Some(Value::Bool(false)) => {}
            Some(Value::Object(others)) => {
                let entries = schema.get("maxProperties")?.as_u64()?;
                let names = schema.get("propertyNames")?.as_object()?;
                let longest = match names.get("enum").and_then(Value::as_array) {
                    Some(listed_names) => listed_names.iter().map(listed).reduce(JsonSize::or)?,
                    None => JsonSize::text(names.get("maxLength")?.as_u64()?),
                };
                let each = self.of(others)?;
                all = all.and_times(each, entries, key_of(longest.bytes));
                all.keys = all.keys.saturating_add(entries);
            }
            // Anything may stand there.
            _ => return None,
        }
        Some(all.enclosed())
    }
}

/// A key of so many bytes, its colon and a comma.
fn key_of(bytes: u64) -> u64 {
    bytes.saturating_add(2)
}

/// A listed value, each of its characters escaped.
fn listed(value: &Value) -> JsonSize {
    match value {
        Value::String(text) => JsonSize::scalar(text_bytes(text)),
        other => JsonSize::scalar(other.to_string().len() as u64),
    }
}

fn text_bytes(text: &str) -> u64 {
    (text.encode_utf16().count() as u64)
        .saturating_mul(ESCAPED_BYTE)
        .saturating_add(2)
}

/// Any JSON that is at most so many bytes when nothing in it is escaped.
fn free_form(bytes: u64) -> JsonSize {
    JsonSize {
        bytes: bytes.saturating_mul(ESCAPED_BYTE),
        depth: u32::try_from(super::json::MAX_DEPTH).unwrap_or(u32::MAX),
        // `[[],[]]`: three bytes each; `{"":{}}`: five.
        values: bytes / 2 + 1,
        keys: bytes / 5 + 1,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::validate::schema::object;

    fn size(schema: Value) -> Option<JsonSize> {
        JsonSize::of_schema(&object(schema))
    }

    #[test]
    fn text_is_counted_with_every_character_escaped() {
        let bytes = |schema| size(schema).map(|size| size.bytes);
        let long = format!("\"{}\"", "\\ud83d\\ude00".repeat(3));
        assert_eq!(
            bytes(json!({"type": "string", "maxLength": 3})),
            Some(long.len() as u64)
        );
        assert_eq!(
            bytes(json!({"enum": ["a", "bc"]})),
            Some(r#""\u0062\u0063""#.len() as u64)
        );
    }

    #[test]
    fn objects_and_lists_are_added_up() {
        let schema = json!({
            "type": "object",
            "properties": {"a": {"type": "array", "maxItems": 2, "items": {"type": "boolean"}}},
            "additionalProperties": false,
        });
        // A comma for each, also after the last.
        let longest = r#"{"\u0061":[false,false,],}"#;
        let expected = JsonSize {
            bytes: longest.len() as u64,
            depth: 2,
            values: 4,
            keys: 1,
        };
        assert_eq!(size(schema), Some(expected));
    }

    #[test]
    fn what_has_no_bound_has_no_size() {
        for schema in [
            json!({"type": "string"}),
            json!({"type": "array", "items": {"type": "null"}}),
            json!({"type": "object", "additionalProperties": true}),
            json!({"anyOf": [{"type": "null"}, {"type": "string"}]}),
            json!({
                "$defs": {"T": {"type": "array", "maxItems": 1, "items": {"$ref": "#/$defs/T"}}},
                "$ref": "#/$defs/T",
            }),
            json!({}),
        ] {
            assert_eq!(size(schema.clone()), None, "{schema}");
        }
    }

    #[test]
    fn sizes_beyond_all_counting_stay_the_largest() {
        let most = u64::MAX;
        let list = json!({
            "type": "array", "maxItems": most, "items": {"type": "string", "maxLength": most},
        });
        assert_eq!(size(list).map(|size| size.bytes), Some(most));
    }
}
