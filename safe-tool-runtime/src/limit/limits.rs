//! Limits that an operator sets at start-up, over what the tools declare.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Quota;

/// Quotas set from outside of the code: deserialised from whatever a server is
/// configured with, or (feature `toml`) read from TOML by `Limits::from_toml`.
///
/// ```toml
/// caller = "300/min"                 # each caller, over all tools
/// server = "5000/min burst 500"      # everybody, over all tools
///
/// [tools]
/// search_documents = "120/min burst 20"                  # each caller
/// fetch_page = { caller = "30/min", total = "600/min" }  # and everybody together
/// ```
///
/// A tool that is not named keeps the quota it declares. A name that is no tool's is an
/// error at start-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Each caller's calls of any tool.
    #[serde(default)]
    pub caller: Option<Quota>,
    /// Everybody's calls of any tool.
    #[serde(default)]
    pub server: Option<Quota>,
    /// The tools by name.
    #[serde(default)]
    pub tools: BTreeMap<String, ToolLimits>,
}

/// The limits of one tool; as text, `"120/min"` alone is that for each caller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "ToolLimitsForm")]
pub struct ToolLimits {
    /// Each caller's calls of the tool, in place of what the tool declares.
    pub caller: Option<Quota>,
    /// Everybody's calls of the tool.
    pub total: Option<Quota>,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a quota such as \"120/min burst 20\", or { caller = \"…\", total = \"…\" }"
)]
enum ToolLimitsForm {
    Caller(Quota),
    Both(Both),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    #[serde(default)]
    caller: Option<Quota>,
    #[serde(default)]
    total: Option<Quota>,
}

impl From<ToolLimitsForm> for ToolLimits {
    fn from(form: ToolLimitsForm) -> Self {
        match form {
            ToolLimitsForm::Caller(caller) => Self {
                caller: Some(caller),
                total: None,
            },
            ToolLimitsForm::Both(Both { caller, total }) => Self { caller, total },
        }
    }
}

impl Limits {
    /// Takes over what `other` sets; where both do, `other` wins.
    pub fn merge(&mut self, other: Self) {
        self.caller = other.caller.or(self.caller);
        self.server = other.server.or(self.server);
        for (name, limits) in other.tools {
            let own = self.tools.entry(name).or_default();
            own.caller = limits.caller.or(own.caller);
            own.total = limits.total.or(own.total);
        }
    }
}
