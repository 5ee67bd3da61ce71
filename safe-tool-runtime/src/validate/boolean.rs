//! Booleans.

use serde_json::{Value, json};

use super::{Cursor, Examples, JsonObject, Probes, Rule, Schemas, schema::object};

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

    fn probes(&self, _: &Examples<'_>) -> Probes {
        let mut probes = Probes::of(Value::is_boolean);
        probes.valid = vec![false.into(), true.into()];
        probes.inside = probes.valid.clone();
        probes
    }
}
