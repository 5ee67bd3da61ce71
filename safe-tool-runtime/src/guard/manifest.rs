//! Everything that holds for a server's tools, declared or set by its operator, in one
//! stable text: for review, and to be compared in CI, so that a loosened bound shows up as
//! a difference.

mod limits;
mod output;

use std::{collections::BTreeMap, fmt, sync::Arc};

use serde_json::{Map, Value, json};

use super::GuardedTool;
use crate::validate::JsonObject;

/// The tools that a guard has armed, by name: what each declares, and the limits that
/// hold for it.
///
/// `Display` is a Markdown document; [`to_json`](Self::to_json) is for machines. Both
/// are sorted, so equal declarations and limits give equal texts. Of a tier or a cost that
/// is a function they say that there is one.
///
/// The limit on HTTP requests is in front of the tools and knows nothing of them; it is not
/// shown.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    tools: BTreeMap<String, Declared>,
}

/// What is known of one tool.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    /// None: left unguarded.
    pub(super) guarded: Option<Arc<GuardedTool>>,
    pub(super) arguments: JsonObject,
}

/// Equal if they say the same.
impl PartialEq for Manifest {
    fn eq(&self, other: &Self) -> bool {
        self.to_json() == other.to_json()
    }
}

/// Keywords of JSON Schema that say something else than a bound.
const NOT_BOUNDS: &[&str] = &["type", "description", "default", "anyOf"];

impl Manifest {
    pub(super) fn new(tools: BTreeMap<String, Declared>) -> Self {
        Self { tools }
    }

    /// The manifest as `{tool: {policy, limits, output, arguments}}`. `policy` is what is declared,
    /// `limits` what a call is charged to, as text under the names of the builder's methods
    /// (`quota`, `total_quota`, `caller_quota`, `server_quota`), with `cost` and `tier`,
    /// `output` what is done to results, with every default said; all are `null` for a tool that is left unguarded. `arguments` is the schema that
    /// clients see.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let tools = self.tools.iter().map(|(name, declared)| {
            let guarded = declared.guarded.as_deref();
            let tool = json!({
                "policy": guarded.map(|tool| tool.policy().to_json()),
                "limits": guarded.map(limits::to_json),
                "output": guarded.map(output::to_json),
                "arguments": declared.arguments,
            });
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
            match &declared.guarded {
                Some(tool) => {
                    limits::write(tool, f)?;
                    write_policy(tool, f)?;
                }
                None => writeln!(f, "Unguarded.")?,
            }
            write_arguments(&declared.arguments, f)?;
        }
        Ok(())
    }
}

fn write_policy(tool: &GuardedTool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let policy = tool.policy();
    output::write(tool, f)?;
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
