//! Where a violation's pointer leads, in the value and in the schema. It shows only what is
//! harmless of a caller's keys, so it may lead to several places.

use serde_json::Value;

use super::schema::{alternatives, inside};

/// One of those places.
pub(super) struct Spot<'a> {
    /// The last step's name in the value; empty for an item of a list.
    pub(super) key: &'a str,
    /// Nothing where a field is missing.
    pub(super) value: Option<&'a Value>,
    /// What the value is in.
    pub(super) around: Option<&'a Value>,
    /// Every part of the schema that speaks of it.
    pub(super) nodes: Vec<&'a Value>,
}

pub(super) fn spots<'a>(schema: &'a Value, value: &'a Value, pointer: &str) -> Vec<Spot<'a>> {
    let mut spots = vec![Spot {
        key: "",
        value: Some(value),
        around: None,
        nodes: alternatives(schema, schema, value),
    }];
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let next = spots.iter().flat_map(|spot| spot.next(schema, &step));
        spots = next.collect();
    }
    spots
}

impl<'a> Spot<'a> {
    fn next(&self, schema: &'a Value, step: &str) -> Vec<Self> {
        let mut children: Vec<(&str, Option<&Value>)> = match self.value {
            Some(Value::Object(map)) => map
                .iter()
                .filter(|(key, _)| is_shown_as(key, step))
                .map(|(key, value)| (key.as_str(), Some(value)))
                .collect(),
            Some(Value::Array(list)) => {
                let item = step.parse().ok().and_then(|index: usize| list.get(index));
                vec![("", item)]
            }
            _ => Vec::new(),
        };
        if children.is_empty() {
            children.push(("", None));
        }
        let spot = |(key, value): (&'a str, Option<&'a Value>)| {
            let name = if key.is_empty() { step } else { key };
            let parts = self.nodes.iter().flat_map(|node| inside(node, name));
            let of = value.unwrap_or(&Value::Null);
            Self {
                key,
                value,
                around: self.value,
                nodes: parts
                    .flat_map(|part| alternatives(schema, part, of))
                    .collect(),
            }
        };
        children.into_iter().map(spot).collect()
    }
}

/// Whether a pointer shows `key` as `step`: a question mark stands for what it does not
/// repeat, an ellipsis for the rest.
fn is_shown_as(key: &str, step: &str) -> bool {
    let mut key = key.chars();
    for shown in step.chars() {
        match (shown, key.next()) {
            ('…', _) => return true,
            ('?', Some(_)) => {}
            (shown, Some(c)) if shown == c => {}
            _ => return false,
        }
    }
    key.next().is_none()
}
