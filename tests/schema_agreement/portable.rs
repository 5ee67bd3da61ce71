//! What every host understands, and nothing else.

use serde_json::Value;

use super::{schema::inner, subject::Subject};

/// All that safe-tool writes; `format` is that of foreign types.
const KEYWORDS: &[&str] = &[
    "$defs",
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "const",
    "default",
    "description",
    "enum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "oneOf",
    "pattern",
    "properties",
    "propertyNames",
    "required",
    "title",
    "type",
    "uniqueItems",
    "x-safe-tool",
];

pub(super) fn check(subject: &Subject) {
    let Subject { name, schema, .. } = subject;
    check_part(subject, schema);
    // `$ref` is for types that nest themselves, all else stands where it is used.
    let definitions = schema.get("$defs").and_then(Value::as_object);
    for (definition, part) in definitions.into_iter().flatten() {
        let reference = format!("#/$defs/{definition}");
        assert!(refers_to(part, &reference), "{name}: {definition}");
    }
}

fn check_part(subject: &Subject, schema: &Value) {
    let name = subject.name;
    let Some(map) = schema.as_object() else {
        assert!(schema.is_boolean(), "{name}: {schema} is no schema");
        return;
    };
    for keyword in map.keys() {
        assert!(KEYWORDS.contains(&keyword.as_str()), "{name}: {keyword}");
    }
    if let Some(format) = map.get("format").and_then(Value::as_str) {
        assert!(!format.contains("int"), "{name}: format {format}");
    }
    let types = map.get("type");
    assert!(types.is_none_or(Value::is_string), "{name}: {types:?}");
    if map.contains_key("properties") {
        let more = map.get("additionalProperties");
        let closed = more == Some(&Value::Bool(false));
        let ignored = subject.open && more == Some(&Value::Bool(true));
        assert!(closed || ignored, "{name}: {schema}");
    }
    inner(schema).for_each(|part| check_part(subject, part));
}

fn refers_to(schema: &Value, reference: &str) -> bool {
    schema.get("$ref").is_some_and(|target| target == reference)
        || inner(schema).any(|part| refers_to(part, reference))
}
