//! Everything that is declared about a server's tools, in one stable text: for review,
//! and to be compared in CI, so that a loosened bound shows up as a difference.

use std::{collections::BTreeMap, fmt};

use serde_json::{Map, Value, json};

use crate::{policy::Policy, validate::JsonObject};

/// The declarations of the tools that a guard has armed, by name.
///
/// `Display` is a Markdown document; [`to_json`](Self::to_json) is for machines. Both
/// are sorted, so equal declarations give equal texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manifest {
    tools: BTreeMap<String, Declared>,
}

/// What is declared about one tool.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Declared {
    /// None: left unguarded.
    pub(super) policy: Option<Policy>,
    pub(super) arguments: JsonObject,
}

/// Keywords of JSON Schema that say something else than a bound.
const NOT_BOUNDS: &[&str] = &["type", "description", "default", "anyOf"];

impl Manifest {
    pub(super) fn new(tools: BTreeMap<String, Declared>) -> Self {
        Self { tools }
    }

    /// The manifest as `{tool: {policy, arguments}}`. `policy` is `null` for a tool that
    /// is left unguarded; `arguments` is the schema that clients see.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let tools = self.tools.iter().map(|(name, declared)| {
            let policy = declared.policy.as_ref().map(Policy::to_json);
            let tool = json!({ "policy": policy, "arguments": declared.arguments });
            (name.clone(), tool)
        });
        Value::Object(tools.collect())
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (name, declared)) in self.tools.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            writeln!(f, "## {name}\n")?;
            match &declared.policy {
                Some(policy) => write_policy(policy, name, f)?,
                None => writeln!(f, "Unguarded.")?,
            }
            write_arguments(&declared.arguments, f)?;
        }
        Ok(())
    }
}

fn write_policy(policy: &Policy, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "- calls: {} for each caller", policy.quota)?;
    if let Some(cost) = &policy.cost {
        writeln!(
            f,
            "- cost of a call: `{}`, at most {}",
            cost.argument(),
            cost.max()
        )?;
    }
    let source = policy.output.source.as_deref().unwrap_or(name);
    let max = policy.output.max_chars;
    writeln!(
        f,
        "- output: at most {max} characters, framed as \"{source}\""
    )?;
    writeln!(f, "- time: at most {:?}", policy.timeout)?;
    if !policy.redacted.is_empty() {
        writeln!(f, "- redacted: {}", policy.redacted.join(", "))?;
    }
    Ok(())
}

fn write_arguments(schema: &JsonObject, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let none = Map::new();
    let object = |key: &str| schema.get(key).and_then(Value::as_object);
    let properties = object("properties").unwrap_or(&none);
    if properties.is_empty() {
        return writeln!(f, "- arguments: {}", described(schema));
    }
    let required = schema.get("required").and_then(Value::as_array);
    let is_required = |name: &str| required.is_some_and(|all| all.iter().any(|one| one == name));
    writeln!(
        f,
        "\n| argument | type | needed | bounds |\n|---|---|---|---|"
    )?;
    for (name, property) in properties {
        let needed = match property.get("default") {
            _ if is_required(name) => "yes".to_owned(),
            Some(default) => format!("default {default}"),
            None => "no".to_owned(),
        };
        let property = property.as_object().unwrap_or(&none);
        writeln!(
            f,
            "| {} | {} | {} | {} |",
            cell(name),
            cell(&kind(property)),
            cell(&needed),
            cell(&bounds(property))
        )?;
    }
    Ok(())
}

/// An argument that may be `null` is described by its other alternative.
fn inner(schema: &JsonObject) -> &JsonObject {
    let alternatives = schema.get("anyOf").and_then(Value::as_array);
    let mut alternatives = alternatives
        .into_iter()
        .flatten()
        .filter_map(Value::as_object);
    let other = alternatives.find(|one| one.get("type").is_none_or(|kind| kind != "null"));
    other.unwrap_or(schema)
}

fn kind(schema: &JsonObject) -> String {
    let kind = inner(schema)
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or("JSON");
    let nullable = schema.contains_key("anyOf");
    format!("{kind}{}", if nullable { " or null" } else { "" })
}

fn bounds(schema: &JsonObject) -> String {
    let stated = inner(schema).iter().filter_map(|(key, value)| match value {
        _ if NOT_BOUNDS.contains(&key.as_str()) => None,
        Value::Object(inside) => Some(format!("{key}: ({})", described(inside))),
        value => Some(format!("{key} {value}")),
    });
    stated.collect::<Vec<_>>().join(", ")
}

fn described(schema: &JsonObject) -> String {
    match bounds(schema) {
        bounds if bounds.is_empty() => kind(schema),
        bounds => format!("{} {bounds}", kind(schema)),
    }
}

/// Text inside a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
