//! Booleans.

use serde_json::json;

use super::{Cursor, JsonObject, Rule, Schemas, schema::object};

/// The rule of a `bool` field.
#[derive(Clone, Copy, Debug)]
pub struct BooleanRule;

/// `true` or `false`, and nothing that merely looks like them.
pub fn boolean() -> BooleanRule {
    BooleanRule
}

impl Rule for BooleanRule {
    type Value = bool;

    fn expected(&self) -> &'static str {
        "true or false"
    }

    fn boolean(&self, value: bool, _: &mut Cursor<'_>) -> Option<bool> {
        Some(value)
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        object(json!({ "type": "boolean" }))
    }
}
