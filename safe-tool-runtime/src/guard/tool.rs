//! A tool with its policy, as the guard knows it.

use std::sync::Arc;

use serde_json::Value;

use super::{
    concurrency::Bound,
    limits::{ToolRates, Unaffordable},
};
use crate::{
    output::{Outlet, Source},
    policy::{OutputPolicy, Policy},
    redact::{REDACTED, is_sensitive_key},
    validate::JsonObject,
};

/// Longest piece of an argument that a source label takes over, in characters.
const MAX_ARGUMENT_CHARS: usize = 80;

/// A tool and what is declared about it.
#[derive(Clone, Debug)]
pub struct GuardedTool {
    name: String,
    policy: Policy,
    /// What is declared about the output, completed by what the server says.
    output: OutputPolicy,
    /// The same at work.
    outlet: Outlet,
    rates: ToolRates,
    /// How many calls of it run at once.
    bound: Arc<Bound>,
}

impl GuardedTool {
    /// A tool under a policy, with the limits that it declares.
    pub fn new(name: impl Into<String>, policy: Policy) -> Self {
        let rates = ToolRates::declared(&policy);
        let output = OutputPolicy::default();
        let bound = Arc::new(Bound::of_a_tool());
        Self::with_settings(name.into(), policy, &output, rates, bound)
    }

    /// A tool under a policy, with what the server says of outputs and limits.
    pub(super) fn with_settings(
        name: String,
        policy: Policy,
        output: &OutputPolicy,
        rates: ToolRates,
        bound: Arc<Bound>,
    ) -> Self {
        let output = policy.output.clone().or(output);
        Self {
            name,
            outlet: output.outlet(),
            output,
            policy,
            rates,
            bound,
        }
    }

    /// # Errors
    /// If a call may cost more than one of the tool's limits ever allows.
    pub(crate) fn check_cost(&self) -> Result<(), Unaffordable> {
        self.rates.check_cost()
    }

    /// What a call is charged to.
    pub(super) fn rates(&self) -> &ToolRates {
        &self.rates
    }

    /// How many calls of it run at once.
    pub(super) fn bound(&self) -> &Bound {
        &self.bound
    }

    /// The tool's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is declared about it.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What is done to its results: what is declared, completed by what the server says
    /// for all tools.
    pub fn output(&self) -> &OutputPolicy {
        &self.output
    }

    pub(crate) fn outlet(&self) -> &Outlet {
        &self.outlet
    }

    /// The label of what a call with these arguments returns: the declared source, its
    /// `{name}`s replaced by the arguments, else the tool's name. Whatever an argument
    /// holds, [`Source`] escapes and bounds it.
    pub fn source(&self, arguments: Option<&JsonObject>) -> Source {
        let Some(template) = &self.output.source else {
            return Source::new(&self.name);
        };
        let mut label = String::new();
        let mut rest = template.as_str();
        while let Some((before, (name, after))) = rest
            .split_once('{')
            .and_then(|(before, inside)| Some((before, inside.split_once('}')?)))
        {
            label.push_str(before);
            label.push_str(&argument(name, arguments));
            rest = after;
        }
        label.push_str(rest);
        Source::new(&label)
    }
}

fn argument(name: &str, arguments: Option<&JsonObject>) -> String {
    if is_sensitive_key(name) {
        return REDACTED.to_owned();
    }
    match arguments.and_then(|arguments| arguments.get(name)) {
        Some(Value::String(text)) => text.chars().take(MAX_ARGUMENT_CHARS).collect(),
        Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
        // A list or an object says nothing in a label; a missing one has nothing to say.
        _ => "?".to_owned(),
    }
}
