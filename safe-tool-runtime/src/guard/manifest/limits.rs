//! What the manifest says of limits: those that hold, whoever set them.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::{
    guard::{
        GuardedTool,
        limits::{CallCost, Scope},
    },
    limit::Quota,
};

/// The limits of a tool, named as the builder's methods that set them. A limit that is
/// not there is left out.
pub(super) fn to_json(tool: &GuardedTool) -> Value {
    let rates = tool.rates();
    let named = |&(scope, quota): &(Scope, Quota)| {
        let name = match scope {
            Scope::CallerTool => "quota",
            Scope::Tool => "total_quota",
            Scope::Caller => "caller_quota",
            Scope::Server => "server_quota",
        };
        (name.to_owned(), Value::from(quota.to_string()))
    };
    let mut limits: Map<String, Value> = rates.limits().iter().map(named).collect();
    let cost = match rates.call_cost() {
        CallCost::One => None,
        CallCost::Argument(cost) => Some(json!({ "argument": cost.argument(), "max": cost.max() })),
        CallCost::Function { max, .. } => Some(json!({ "function": true, "max": max })),
    };
    limits.extend(cost.map(|cost| ("cost".to_owned(), cost)));
    if rates.has_tiers() {
        // A function: that it is there is all that can be shown.
        limits.insert("tier".to_owned(), Value::Bool(true));
    }
    Value::Object(limits)
}

/// The same as a list, the narrowest first: the order in which a call meets them.
pub(super) fn write(tool: &GuardedTool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let rates = tool.rates();
    let declared = tool.policy().quota;
    for &(scope, quota) in rates.limits() {
        let (calls, who) = match scope {
            Scope::CallerTool => ("calls", "for each caller"),
            Scope::Caller => ("calls of any tool", "for each caller"),
            Scope::Tool => ("calls", "for all callers together"),
            Scope::Server => ("calls of any tool", "for all callers together"),
        };
        write!(f, "- {calls}: {quota} {who}")?;
        if rates.has_tiers() && matches!(scope, Scope::CallerTool | Scope::Caller) {
            write!(f, ", times its tier")?;
        }
        if scope == Scope::CallerTool && quota != declared {
            write!(f, " (declared: {declared})")?;
        }
        writeln!(f)?;
    }
    match rates.call_cost() {
        CallCost::One => Ok(()),
        CallCost::Argument(cost) => {
            let (argument, max) = (cost.argument(), cost.max());
            writeln!(f, "- cost of a call: `{argument}`, at most {max}")
        }
        CallCost::Function { max, .. } => {
            writeln!(f, "- cost of a call: by a function, at most {max}")
        }
    }
}
