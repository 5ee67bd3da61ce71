//! Builds a tool's JSON Schema: inline where it can be, `$defs` for types that nest
//! themselves.

use std::{any::type_name, collections::BTreeMap};

use serde_json::{Value, json};

use super::{Checked, JsonObject, JsonSize, Rule, marker, size};

/// The state of one schema being built.
#[derive(Debug, Default)]
pub struct Schemas {
    /// Types whose schema is being written right now, outermost first.
    open: Vec<&'static str>,
    /// Types met again while open: they need a definition to refer to.
    recursive: Vec<&'static str>,
    definitions: BTreeMap<String, Value>,
    /// Some text in it is refused when it carries the redaction marker.
    refuses_marker: bool,
}

impl Schemas {
    /// The whole schema of `T`, with `$defs` if it needs any, and the most that a value may
    /// be, if that has a bound.
    pub fn root<T: Checked>() -> (JsonObject, Option<JsonSize>) {
        let mut schemas = Self::default();
        let name = type_name::<T>();
        schemas.open.push(name);
        let mut schema = T::rule().schema(&mut schemas);
        if schemas.recursive.contains(&name) {
            let copy = Value::Object(schema.clone());
            schemas.definitions.insert(definition_name(name), copy);
        }
        if schemas.refuses_marker {
            remark(&mut schema, marker::REMARK);
        }
        if !schemas.definitions.is_empty() {
            let definitions = schemas.definitions.into_iter().collect();
            schema.insert("$defs".into(), Value::Object(definitions));
        }
        let size = JsonSize::of_schema(&schema);
        size::remove_notes(&mut schema);
        (schema, size)
    }

    /// Notes a schema that takes text: said once at the root, the rule about the marker
    /// costs a model a sentence and not one for each field.
    pub(super) fn text(&mut self, schema: &mut JsonObject, allow_marker: bool) {
        if allow_marker {
            remark(schema, marker::ALLOWED_REMARK);
        } else {
            self.refuses_marker = true;
        }
    }

    /// The schema of `T` where a field holds it.
    pub fn nested<T: Checked>(&mut self) -> JsonObject {
        let name = type_name::<T>();
        if self.open.contains(&name) {
            if !self.recursive.contains(&name) {
                self.recursive.push(name);
            }
            return reference(name);
        }
        self.open.push(name);
        let schema = T::rule().schema(self);
        self.open.pop();
        if self.recursive.contains(&name) {
            self.definitions
                .insert(definition_name(name), Value::Object(schema));
            return reference(name);
        }
        schema
    }
}

fn reference(name: &str) -> JsonObject {
    object(json!({ "$ref": format!("#/$defs/{}", definition_name(name)) }))
}

/// A JSON pointer and URI fragment takes these characters as they are; the module
/// path stays in, so that two types of one name keep apart.
fn definition_name(type_name: &str) -> String {
    let clean = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    type_name.chars().map(clean).collect()
}

/// The map inside a `json!({…})`.
pub(crate) fn object(value: Value) -> JsonObject {
    match value {
        Value::Object(map) => map,
        _ => JsonObject::new(),
    }
}

/// Adds to the description what no keyword of JSON Schema says: the model that calls
/// should know it, and the host cannot check it.
pub(super) fn remark(schema: &mut JsonObject, remark: &str) {
    let description = match schema.get("description").and_then(Value::as_str) {
        Some(before) => format!("{before}\n{remark}"),
        None => remark.to_owned(),
    };
    schema.insert("description".into(), description.into());
}

/// Adds what generated code knows of a field beyond its rule.
#[must_use]
pub(super) fn annotate(
    mut schema: JsonObject,
    description: &str,
    default: Option<Value>,
) -> JsonObject {
    if !description.is_empty() {
        let remark = schema.insert("description".into(), description.into());
        if let Some(Value::String(remark)) = remark {
            self::remark(&mut schema, &remark);
        }
    }
    if let Some(default) = default {
        schema.insert("default".into(), default);
    }
    schema
}
