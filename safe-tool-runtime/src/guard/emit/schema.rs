//! Whether what redaction put in place of a secret still fits the tool's output schema.
//!
//! Only what has changed is looked at, and only for what a mask can break. A doubt is a
//! no: the data is withheld then, rather than shown or made invalid.

use serde_json::{Map, Value};

use crate::validate::JsonObject;

/// How many schemas may hold for one value; more are as good as unknown.
const MAX_SCHEMAS: usize = 64;

/// Keywords by which a value may be described in parts this check does not follow.
const NOT_FOLLOWED: [&str; 4] = ["patternProperties", "if", "not", "contentSchema"];

/// Whether every value of `masked` that differs from the one in `original` fits. Both are
/// as deep as redaction leaves a value, so recursion is bounded.
pub(super) fn masks_fit(original: &Value, masked: &Value, schema: &JsonObject) -> bool {
    // The root is looked at by its map, not to have it copied into a `Value`.
    let root = Root(schema);
    root.expand(schema)
        .is_some_and(|schemas| root.fits(original, masked, &schemas))
}

struct Root<'a>(&'a JsonObject);

impl<'a> Root<'a> {
    fn fits(&self, original: &Value, masked: &Value, schemas: &[&'a JsonObject]) -> bool {
        if original == masked {
            return true;
        }
        if schemas.iter().any(|one| has_any(one, &NOT_FOLLOWED)) {
            return false;
        }
        match (original, masked) {
            (Value::Object(original), Value::Object(masked)) => {
                original.iter().all(|(key, before)| {
                    let Some(after) = masked.get(key) else {
                        return false;
                    };
                    let schemas = self.each(schemas, |schema| property(schema, key));
                    schemas.is_some_and(|schemas| self.fits(before, after, &schemas))
                })
            }
            (Value::Array(original), Value::Array(masked)) => {
                let mut pairs = original.iter().zip(masked).enumerate();
                original.len() == masked.len()
                    && pairs.all(|(index, (before, after))| {
                        let schemas = self.each(schemas, |schema| item(schema, index));
                        schemas.is_some_and(|schemas| self.fits(before, after, &schemas))
                    })
            }
            _ => schemas.iter().all(|schema| allows(schema, masked)),
        }
    }

    /// The schemas of a part, of all that hold for the whole.
    fn each(
        &self,
        schemas: &[&'a JsonObject],
        part: impl Fn(&'a JsonObject) -> Option<&'a Value>,
    ) -> Option<Vec<&'a JsonObject>> {
        let mut found = Vec::new();
        for part in schemas.iter().filter_map(|schema| part(schema)) {
            if let Value::Object(part) = part {
                found.extend(self.expand(part)?);
            }
        }
        (found.len() <= MAX_SCHEMAS).then_some(found)
    }

    /// The schema and all that may hold with it. Which alternative does hold is not asked:
    /// the mask has to fit them all. `None`: too many, or one that is not here.
    fn expand(&self, schema: &'a JsonObject) -> Option<Vec<&'a JsonObject>> {
        let mut found = Vec::new();
        let mut left = vec![schema];
        while let Some(schema) = left.pop() {
            if found.len() >= MAX_SCHEMAS {
                return None;
            }
            if let Some(target) = schema.get("$ref") {
                left.push(self.resolve(target.as_str()?)?);
            }
            for several in ["allOf", "anyOf", "oneOf"] {
                let several = schema.get(several).and_then(Value::as_array);
                left.extend(several.into_iter().flatten().filter_map(Value::as_object));
            }
            found.push(schema);
        }
        Some(found)
    }

    fn resolve(&self, target: &str) -> Option<&'a JsonObject> {
        let mut path = target.strip_prefix('#')?.split('/').skip(1);
        let Some(first) = path.next() else {
            return Some(self.0);
        };
        let unescape = |name: &str| name.replace("~1", "/").replace("~0", "~");
        let mut value = self.0.get(&unescape(first))?;
        for name in path {
            value = value.get(unescape(name))?;
        }
        value.as_object()
    }
}

fn has_any(schema: &JsonObject, keys: &[&str]) -> bool {
    keys.iter().any(|key| schema.contains_key(*key))
}

fn property<'a>(schema: &'a JsonObject, key: &str) -> Option<&'a Value> {
    let named = schema.get("properties").and_then(|all| all.get(key));
    named.or_else(|| schema.get("additionalProperties"))
}

fn item(schema: &JsonObject, index: usize) -> Option<&Value> {
    let placed = schema.get("prefixItems").and_then(|all| all.get(index));
    placed.or_else(|| schema.get("items"))
}

/// Whether a schema takes a mask: a text, a 0, a `false`, or something emptied.
fn allows(schema: &JsonObject, mask: &Value) -> bool {
    let listed = schema
        .get("enum")
        .and_then(Value::as_array)
        .is_none_or(|all| all.contains(mask));
    let same = schema.get("const").is_none_or(|only| only == mask);
    let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
    let within = |least: &str, most: &str, size: f64| {
        bound(least).is_none_or(|least| size >= least)
            && bound(most).is_none_or(|most| size <= most)
    };
    let own = match mask {
        Value::String(text) => {
            let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            !has_any(schema, &["pattern", "format", "contentEncoding"])
                && within("minLength", "maxLength", length.into())
        }
        Value::Number(_) => {
            within("minimum", "maximum", 0.0)
                && bound("exclusiveMinimum").is_none_or(|least| least < 0.0)
                && bound("exclusiveMaximum").is_none_or(|most| most > 0.0)
        }
        Value::Array(_) => within("minItems", "maxItems", 0.0),
        Value::Object(map) => is_complete(schema, map),
        Value::Bool(_) | Value::Null => true,
    };
    listed && same && own
}

fn is_complete(schema: &JsonObject, map: &Map<String, Value>) -> bool {
    let required = schema.get("required").and_then(Value::as_array);
    let mut required = required.into_iter().flatten().filter_map(Value::as_str);
    required.all(|name| map.contains_key(name)) && !schema.contains_key("minProperties")
}
