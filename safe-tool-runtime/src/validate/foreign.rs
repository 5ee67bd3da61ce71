//! `#[unbounded]` on a type of another crate: its own `Deserialize` is the rule.

use std::{any::type_name, marker::PhantomData};

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::de::{
    Deserialize, DeserializeOwned, MapAccess, SeqAccess,
    value::{MapAccessDeserializer, SeqAccessDeserializer},
};
use serde_json::Value;

use super::{Cursor, JsonObject, Rule, Schemas, marker, schema::remark};
use crate::redact::carries_marker;

/// The rule of a foreign type. Its errors are replaced, since they may quote the value.
///
/// It reads a buffered value: a `Deserialize` that gives up half-way would otherwise
/// leave the input where nothing after it can be read.
#[derive(Clone, Copy, Debug)]
pub struct ForeignRule<T> {
    allow_marker: bool,
    value: PhantomData<fn() -> T>,
}

/// Whatever `T` deserialises from.
pub fn foreign<T>() -> ForeignRule<T> {
    ForeignRule {
        allow_marker: false,
        value: PhantomData,
    }
}

impl<T> ForeignRule<T> {
    /// The redaction marker is text like any other.
    pub fn allow_redaction_marker(mut self) -> Self {
        self.allow_marker = true;
        self
    }
}

impl<T: DeserializeOwned> ForeignRule<T> {
    fn accept(&self, value: impl Into<Value>, at: &mut Cursor<'_>) -> Option<T> {
        let value = value.into();
        let before = at.count();
        if !self.allow_marker {
            check_texts(&value, at);
        }
        match T::deserialize(value) {
            Ok(value) => (at.count() == before).then_some(value),
            Err(_) => at.reject("format", "is not a valid value of its type; see the schema"),
        }
    }
}

impl<T: DeserializeOwned + JsonSchema> Rule for ForeignRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        "a value of its type"
    }

    fn null(&self, at: &mut Cursor<'_>) -> Option<T> {
        self.accept(Value::Null, at)
    }

    fn boolean(&self, value: bool, at: &mut Cursor<'_>) -> Option<T> {
        self.accept(value, at)
    }

    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<T> {
        match serde_json::Number::from_i128(value) {
            Some(number) => self.accept(number, at),
            None => at.reject("range", "must be a number of at most 64 bits"),
        }
    }

    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<T> {
        self.accept(value, at)
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<T> {
        self.accept(value, at)
    }

    fn owned_text(&self, value: String, at: &mut Cursor<'_>) -> Option<T> {
        self.accept(value, at)
    }

    fn list<'de, A: SeqAccess<'de>>(
        &self,
        items: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<T>, A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(items))?;
        Ok(self.accept(value, at))
    }

    fn object<'de, A: MapAccess<'de>>(
        &self,
        entries: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<T>, A::Error> {
        let value = Value::deserialize(MapAccessDeserializer::new(entries))?;
        Ok(self.accept(value, at))
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut settings = SchemaSettings::draft2020_12();
        settings.inline_subschemas = true;
        settings.meta_schema = None;
        let schema = SchemaGenerator::new(settings).into_root_schema_for::<T>();
        let mut schema = match schema.to_value() {
            Value::Object(schema) => schema,
            // `true`: anything.
            _ => JsonObject::new(),
        };
        schema.remove("title");
        drop_number_formats(&mut schema);
        let name = short_name(type_name::<T>());
        remark(&mut schema, &format!("Must be a valid {name}."));
        schemas.text(&mut schema, self.allow_marker);
        schema
    }
}

/// One violation for the first text inside that carries the marker, keys included. Where
/// it stands is the foreign type's own affair.
fn check_texts(value: &Value, at: &mut Cursor<'_>) {
    let before = at.count();
    let mut left = vec![value];
    while let (Some(value), true) = (left.pop(), at.count() == before) {
        match value {
            Value::String(text) => marker::check(text, at),
            Value::Array(items) => left.extend(items),
            Value::Object(map) => {
                if let Some(key) = map.keys().find(|key| carries_marker(key)) {
                    marker::check(key, at);
                }
                left.extend(map.values());
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// `IpAddr` of `core::net::ip_addr::IpAddr`. Of a generic type, what comes before its
/// arguments: their paths are no business of the caller's.
fn short_name(path: &str) -> &str {
    let path = path.split('<').next().unwrap_or(path);
    path.rsplit("::").next().unwrap_or(path)
}

/// `format: uint64` and its like are schemars' own; hosts that know only JSON Schema's
/// formats refuse them.
fn drop_number_formats(schema: &mut JsonObject) {
    let is_number = |format: &Value| {
        let format = format.as_str().unwrap_or_default();
        format.starts_with("int")
            || format.starts_with("uint")
            || matches!(format, "float" | "double")
    };
    if schema.get("format").is_some_and(is_number) {
        schema.remove("format");
    }
    for part in schema.values_mut() {
        match part {
            Value::Object(inner) => drop_number_formats(inner),
            Value::Array(items) => items
                .iter_mut()
                .filter_map(Value::as_object_mut)
                .for_each(drop_number_formats),
            _ => {}
        }
    }
}
