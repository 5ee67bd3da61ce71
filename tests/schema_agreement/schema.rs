//! Finds its way in a schema: which parts of it speak of a value, and of what in it.

use serde_json::Value;

/// What holds schemas, and how: by name, in a list, or one.
const NAMED: &[&str] = &["properties", "$defs"];
const LISTED: &[&str] = &["anyOf", "oneOf"];
const SINGLE: &[&str] = &["items", "additionalProperties", "propertyNames"];

/// The schemas directly inside this one.
pub(super) fn inner(schema: &Value) -> impl Iterator<Item = &Value> {
    let named = NAMED
        .iter()
        .filter_map(|keyword| schema.get(keyword)?.as_object());
    let listed = LISTED
        .iter()
        .filter_map(|keyword| schema.get(keyword)?.as_array());
    let single = SINGLE.iter().filter_map(|keyword| schema.get(keyword));
    let named = named.flat_map(|map| map.values());
    named.chain(listed.flatten()).chain(single)
}

/// `schema`, what it refers to, and its branches; of those told apart by a tag, the one
/// that is `value`'s.
pub(super) fn alternatives<'s>(
    root: &'s Value,
    schema: &'s Value,
    value: &Value,
) -> Vec<&'s Value> {
    let mut found = vec![schema];
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(target.trim_start_matches('#'));
        found.extend(
            target
                .into_iter()
                .flat_map(|target| alternatives(root, target, value)),
        );
    }
    for keyword in LISTED {
        let branches = schema.get(keyword).and_then(Value::as_array);
        let branches = branches.into_iter().flatten();
        let branches = branches.filter(|branch| is_tagged_as(branch, value));
        found.extend(branches.flat_map(|branch| alternatives(root, branch, value)));
    }
    found
}

/// False if `branch` names a constant for a field of which `value` has another.
fn is_tagged_as(branch: &Value, value: &Value) -> bool {
    let fields = branch.get("properties").and_then(Value::as_object);
    fields.into_iter().flatten().all(|(name, field)| {
        let wanted = field.get("const");
        wanted.is_none_or(|wanted| value.get(name) == Some(wanted))
    })
}

/// What `schema` says of its value's part of this name, or of the name.
pub(super) fn inside<'s>(schema: &'s Value, step: &str) -> Vec<&'s Value> {
    if let Some(field) = schema.get("properties").and_then(|fields| fields.get(step)) {
        return vec![field];
    }
    let parts: Vec<_> = SINGLE
        .iter()
        .filter_map(|keyword| schema.get(keyword))
        .collect();
    // A schema that leaves open what is inside speaks for that as well.
    let open = parts.is_empty() && schema.get("type").is_none();
    if open { vec![schema] } else { parts }
}
