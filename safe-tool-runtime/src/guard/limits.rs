//! Which limits a call meets, and how many tokens it takes of each.

use std::{fmt, sync::Arc};

use crate::{
    limit::{Caller, Limits, Quota, RateKey},
    policy::{Cost, Policy},
    validate::JsonObject,
};

/// Says how many tokens a call takes, from its arguments as they came.
pub(super) type CostFunction = Arc<dyn Fn(&JsonObject) -> u32 + Send + Sync>;

/// How many times a quota a caller has.
pub(super) type Tier = Arc<dyn Fn(Caller) -> f64 + Send + Sync>;

/// What a bucket counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    CallerTool,
    Caller,
    Tool,
    Server,
}

impl Scope {
    fn key(self, caller: Caller, tool: &str) -> RateKey<'_> {
        match self {
            Self::CallerTool => RateKey::CallerTool { caller, tool },
            Self::Caller => RateKey::Caller(caller),
            Self::Tool => RateKey::Tool(tool),
            Self::Server => RateKey::Server,
        }
    }
}

/// The limits of one tool, the narrowest first: one caller who spends too much is stopped
/// by their own before they take from everybody's. What a narrower limit took is not
/// given back when a wider one refuses.
#[derive(Clone)]
pub(super) struct ToolRates {
    limits: Vec<(Scope, Quota)>,
    cost: CallCost,
    tier: Option<Tier>,
}

#[derive(Clone)]
pub(super) enum CallCost {
    One,
    Argument(Cost),
    Function { max: u32, cost: CostFunction },
}

/// A call may cost more than a limit ever allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unaffordable {
    pub(crate) cost: u32,
    pub(crate) quota: Quota,
}

impl ToolRates {
    /// What the policy declares, and nothing else.
    pub(super) fn declared(policy: &Policy) -> Self {
        Self {
            limits: vec![(Scope::CallerTool, policy.quota)],
            cost: policy
                .cost
                .clone()
                .map_or(CallCost::One, CallCost::Argument),
            tier: None,
        }
    }

    /// The same, with what is set at start-up.
    pub(super) fn new(
        tool: &str,
        policy: &Policy,
        quota_for_all: Option<Quota>,
        set: &Limits,
        function: Option<&(u32, CostFunction)>,
        tier: Option<Tier>,
    ) -> Self {
        let own = set.tools.get(tool).copied().unwrap_or_default();
        let narrowest = own.caller.or(quota_for_all).unwrap_or(policy.quota);
        let mut rates = Self::declared(policy);
        rates.limits = vec![(Scope::CallerTool, narrowest)];
        let wider = [
            (Scope::Caller, set.caller),
            (Scope::Tool, own.total),
            (Scope::Server, set.server),
        ];
        let set = wider
            .into_iter()
            .filter_map(|(scope, quota)| Some((scope, quota?)));
        rates.limits.extend(set);
        if let Some((max, cost)) = function {
            rates.cost = CallCost::Function {
                max: *max,
                cost: Arc::clone(cost),
            };
        }
        rates.tier = tier;
        rates
    }

    /// Every limit of a caller without a tier, in the order in which a call meets them.
    pub(super) fn limits(&self) -> &[(Scope, Quota)] {
        &self.limits
    }

    pub(super) fn call_cost(&self) -> &CallCost {
        &self.cost
    }

    pub(super) fn has_tiers(&self) -> bool {
        self.tier.is_some()
    }

    /// # Errors
    /// If a call may cost more than one of the limits ever allows.
    pub(super) fn check_cost(&self) -> Result<(), Unaffordable> {
        let cost = match &self.cost {
            CallCost::One => 1,
            CallCost::Argument(cost) => cost.max(),
            CallCost::Function { max, .. } => *max,
        };
        let short = self.limits.iter().find(|(_, quota)| quota.burst() < cost);
        short.map_or(Ok(()), |&(_, quota)| Err(Unaffordable { cost, quota }))
    }

    /// Tokens that a call with these arguments takes, at least 1.
    pub(super) fn cost(&self, arguments: Option<&JsonObject>) -> u32 {
        match &self.cost {
            CallCost::One => 1,
            CallCost::Argument(cost) => cost.of(arguments),
            CallCost::Function { max, cost } => {
                let none = JsonObject::new();
                cost(arguments.unwrap_or(&none)).clamp(1, (*max).max(1))
            }
        }
    }

    /// Those of them that are a caller's own.
    pub(super) fn buckets_of_caller<'a>(
        &'a self,
        caller: Caller,
        tool: &'a str,
    ) -> impl Iterator<Item = (RateKey<'a>, Quota)> {
        let own = |scope: &Scope| matches!(scope, Scope::CallerTool | Scope::Caller);
        let limits = self.limits.iter().filter(move |(scope, _)| own(scope));
        limits.map(move |&(scope, quota)| (scope.key(caller, tool), quota))
    }

    /// The buckets that a call of this caller is charged to, in this order; `None` in
    /// place of one of which the caller's tier leaves nothing.
    pub(super) fn buckets<'a>(
        &'a self,
        caller: Caller,
        tool: &'a str,
    ) -> impl Iterator<Item = Option<(RateKey<'a>, Quota)>> {
        let tier = self.tier.as_ref().map(|tier| tier(caller));
        self.limits.iter().map(move |&(scope, quota)| {
            let quota = match (scope, tier) {
                (Scope::CallerTool | Scope::Caller, Some(factor)) => quota.scaled(factor)?,
                _ => quota,
            };
            Some((scope.key(caller, tool), quota))
        })
    }
}

impl fmt::Debug for ToolRates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolRates")
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
