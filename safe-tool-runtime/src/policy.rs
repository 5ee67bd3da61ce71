//! What `#[safe_tool(…)]` declares about a tool, as plain data.

mod cost;
mod output;
mod pattern;

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use cost::Cost;
pub use output::OutputPolicy;
pub use pattern::{InjectionPattern, PatternError};

use crate::{
    limit::Quota,
    validate::{JsonObject, JsonSize},
};

/// The key of a tool's root schema that carries its policy to `Guard::protect`, which
/// takes it out again: clients never see it.
pub const EXTENSION_KEY: &str = "x-safe-tool";

/// How long a handler may run unless its tool says otherwise.
pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(60);

/// How much of a result's text passes unless its tool says otherwise, in characters.
pub const DEFAULT_MAX_CHARS: usize = 8_000;

/// Everything that is declared about one tool, apart from its arguments' rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How often one caller may call the tool.
    pub quota: Quota,
    /// How many tokens of the quota a call takes; `None`: one.
    pub cost: Option<Cost>,
    /// What is done to the tool's results.
    pub output: OutputPolicy,
    /// How long the handler may run; it is dropped then.
    pub timeout: Duration,
    /// Names of the arguments that are declared `#[redact]`.
    pub redacted: Vec<String>,
}

impl Default for Policy {
    /// 60 calls a minute with a burst of 60, 8,000 characters framed as external data
    /// under the tool's name, 60 seconds.
    fn default() -> Self {
        Self {
            quota: Quota::DEFAULT,
            cost: None,
            output: OutputPolicy::default(),
            timeout: DEFAULT_TIMEOUT,
            redacted: Vec::new(),
        }
    }
}

/// What stands under [`EXTENSION_KEY`]: the policy, and the shape of the arguments that
/// it was declared with. Another type that flattens this one takes over the key, but not
/// the shape, and so does not pass for a checked one.
#[derive(Serialize, Deserialize)]
struct Extension {
    policy: Value,
    shape: String,
    /// The most that the arguments may be; absent if they have no bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    size: Option<JsonSize>,
}

/// A digest of the parts of a root schema that say what is accepted. Both sides are of
/// one process and one author: it has to tell mistakes, not to withstand an attacker.
fn shape(schema: &JsonObject) -> String {
    let mut hasher = DefaultHasher::new();
    for key in ["properties", "required", "additionalProperties", "oneOf"] {
        schema.get(key).map(Value::to_string).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Puts a policy into the root schema of the type that declares it, and how large its values
/// may be.
pub(crate) fn attach(policy: &Policy, size: Option<JsonSize>, schema: &mut JsonObject) {
    let extension = Extension {
        policy: policy.to_json(),
        shape: shape(schema),
        size,
    };
    // Strings and numbers always serialise; were it not so, the tool is refused.
    let extension = serde_json::to_value(extension).unwrap_or_default();
    schema.insert(EXTENSION_KEY.to_owned(), extension);
}

/// What a type declares of itself.
#[derive(Debug)]
pub(crate) struct Declared {
    pub(crate) policy: Policy,
    /// The most that the arguments may be; `None` if they have no bound.
    pub(crate) size: Option<JsonSize>,
}

/// Takes what is declared out of a root schema: `None` if there is nothing, an error if it is
/// no policy, or not this schema's.
pub(crate) fn detach(schema: &mut JsonObject) -> Option<Result<Declared, Foreign>> {
    let extension = schema.remove(EXTENSION_KEY)?;
    let read = || {
        let extension = Extension::deserialize(&extension).ok()?;
        if extension.shape != shape(schema) {
            return None;
        }
        let policy = Policy::from_json(&extension.policy)?;
        let size = extension.size;
        Some(Declared { policy, size })
    };
    Some(read().ok_or(Foreign))
}

/// The policy of another type, or of another version of this crate.
#[derive(Debug)]
pub(crate) struct Foreign;

/// The names in [`Wire`]; what else there is belongs to the output's policy.
const WIRE: [&str; 6] = [
    "tokens",
    "per_ms",
    "burst",
    "cost",
    "timeout_ms",
    "redacted",
];

/// The policy as JSON: numbers and strings only. The output's policy stands among them.
/// (Not by `flatten`, which cannot refuse unknown fields.)
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    tokens: u32,
    per_ms: u64,
    burst: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost: Option<Cost>,
    timeout_ms: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    redacted: Vec<String>,
}

impl Policy {
    /// The policy as JSON; durations in milliseconds,
    /// which is as fine as the annotations are.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let wire = Wire {
            tokens: self.quota.tokens(),
            per_ms: millis(self.quota.per()),
            burst: self.quota.burst(),
            cost: self.cost.clone(),
            timeout_ms: millis(self.timeout),
            redacted: self.redacted.clone(),
        };
        match (
            serde_json::to_value(wire),
            serde_json::to_value(&self.output),
        ) {
            (Ok(Value::Object(mut all)), Ok(Value::Object(output))) => {
                all.extend(output);
                Value::Object(all)
            }
            // A struct of numbers and strings always serialises; were it not so, `null`
            // is no policy and the tool is refused at start-up.
            _ => Value::Null,
        }
    }

    /// The policy that [`to_json`](Self::to_json) wrote. None if the value is not one:
    /// written by another version, or by hand.
    #[must_use]
    pub fn from_json(value: &Value) -> Option<Self> {
        let all = value.as_object()?.clone();
        let (wire, output): (JsonObject, JsonObject) = all
            .into_iter()
            .partition(|(name, _)| WIRE.contains(&name.as_str()));
        let wire = Wire::deserialize(Value::Object(wire)).ok()?;
        let per = Duration::from_millis(wire.per_ms);
        Some(Self {
            quota: Quota::new(wire.tokens, per, wire.burst)?,
            cost: wire.cost,
            output: OutputPolicy::deserialize(Value::Object(output)).ok()?,
            timeout: Duration::from_millis(wire.timeout_ms),
            redacted: wire.redacted,
        })
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
