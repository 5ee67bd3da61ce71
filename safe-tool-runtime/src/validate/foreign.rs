//! `#[unbounded]` on a type of another crate: its own `Deserialize` is the rule.

use std::marker::PhantomData;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::de::{
    DeserializeOwned, Deserializer, MapAccess, SeqAccess,
    value::{BoolDeserializer, F64Deserializer, MapAccessDeserializer, SeqAccessDeserializer},
};
use serde::de::{IntoDeserializer, value::Error as ValueError};

use serde_json::Value;

use super::{Cursor, JsonObject, Rule, Schemas};

/// The rule of a foreign type. Its errors are replaced, since they may quote the value.
#[derive(Clone, Copy, Debug)]
pub struct ForeignRule<T>(PhantomData<fn() -> T>);

/// Whatever `T` deserialises from.
pub fn foreign<T: DeserializeOwned + JsonSchema>() -> ForeignRule<T> {
    ForeignRule(PhantomData)
}

fn accept<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    input: D,
    at: &mut Cursor<'_>,
) -> Option<T> {
    match T::deserialize(input) {
        Ok(value) => Some(value),
        Err(_) => at.reject("format", "is not a valid value of its type; see the schema"),
    }
}

impl<T: DeserializeOwned + JsonSchema> Rule for ForeignRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        "a value of its type"
    }

    fn null(&self, at: &mut Cursor<'_>) -> Option<T> {
        accept(IntoDeserializer::<ValueError>::into_deserializer(()), at)
    }

    fn boolean(&self, value: bool, at: &mut Cursor<'_>) -> Option<T> {
        let input: BoolDeserializer<ValueError> = value.into_deserializer();
        accept(input, at)
    }

    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<T> {
        // Most types ask for 64 bits; serde does not convert from 128 by itself.
        if let Ok(value) = u64::try_from(value) {
            return accept(IntoDeserializer::<ValueError>::into_deserializer(value), at);
        }
        match i64::try_from(value) {
            Ok(value) => accept(IntoDeserializer::<ValueError>::into_deserializer(value), at),
            Err(_) => accept(IntoDeserializer::<ValueError>::into_deserializer(value), at),
        }
    }

    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<T> {
        let input: F64Deserializer<ValueError> = value.into_deserializer();
        accept(input, at)
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<T> {
        accept(IntoDeserializer::<ValueError>::into_deserializer(value), at)
    }

    fn list<'de, A: SeqAccess<'de>>(
        &self,
        items: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<T>, A::Error> {
        Ok(accept(SeqAccessDeserializer::new(items), at))
    }

    fn object<'de, A: MapAccess<'de>>(
        &self,
        entries: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<T>, A::Error> {
        Ok(accept(MapAccessDeserializer::new(entries), at))
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        let mut settings = SchemaSettings::draft2020_12();
        settings.inline_subschemas = true;
        settings.meta_schema = None;
        let schema = SchemaGenerator::new(settings).into_root_schema_for::<T>();
        match schema.to_value() {
            Value::Object(mut schema) => {
                schema.remove("title");
                drop_number_formats(&mut schema);
                schema
            }
            // `true`: anything.
            _ => JsonObject::new(),
        }
    }
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
