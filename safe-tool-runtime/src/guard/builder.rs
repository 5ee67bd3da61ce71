//! Settings of a guard.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use super::{
    Guard, Identify, Shared,
    concurrency::{Bounds, Concurrency},
    limiter::Limiter,
    limits::{CostFunction, Tier},
};
use crate::{
    limit::{Caller, Limits, MemoryLimiter, Quota, QuotaError, RateLimiter},
    policy::{OutputPolicy, Policy},
    validate::JsonObject,
    wire::Budget,
};

/// Collects the settings of a [`Guard`].
#[derive(Default)]
pub struct GuardBuilder {
    limiter: Option<Arc<dyn RateLimiter>>,
    policies: BTreeMap<String, Policy>,
    output_defaults: OutputPolicy,
    unguarded: BTreeSet<String>,
    quota_for_all: Option<Quota>,
    limits: Limits,
    costs: BTreeMap<String, (u32, CostFunction)>,
    tier: Option<Tier>,
    pub(crate) mistake: Option<BuildError>,
    pub(super) callers_per_address: Option<u32>,
    #[cfg(feature = "http")]
    pub(crate) trusted_proxies: Vec<ipnet::IpNet>,
    pub(super) bounds: Bounds,
    pub(super) message_budget: Option<Budget>,
    pub(crate) identify: Option<Identify>,
    #[cfg(feature = "http")]
    pub(crate) identify_http: Option<Identify>,
}

/// Settings that contradict each other.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// A tool is both given a policy and left unguarded.
    #[error("the tool `{0}` is given a policy and named in allow_unguarded: keep one of the two")]
    Contradiction(String),
    /// A quota that cannot be read.
    #[error("the quota for {what}: {error}")]
    Quota {
        /// What it was to limit.
        what: String,
        /// What is wrong with it.
        error: QuotaError,
    },
    /// A proxy that is neither an address nor a network.
    #[error("trusted_proxies: `{0}` is no IP address and no network (10.0.0.0/8)")]
    Proxy(String),
    /// A tool that is limited is left unguarded.
    #[error("the tool `{0}` is limited and named in allow_unguarded: keep one of the two")]
    UnguardedLimit(String),
}

impl GuardBuilder {
    /// Gives a tool its policy by name: a tool without arguments has no struct to declare
    /// it on. It wins over a declared one.
    #[must_use]
    pub fn policy(mut self, tool: impl Into<String>, policy: Policy) -> Self {
        self.policies.insert(tool.into(), policy);
        self
    }

    /// Says what is done to results wherever a tool's own policy does not.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use safe_tool_runtime::{guard::Guard, output::FrameForm};
    /// use safe_tool_runtime::policy::{InjectionPattern, OutputPolicy};
    ///
    /// let guard = Guard::builder()
    ///     .output_defaults(OutputPolicy {
    ///         max_bytes: Some(20_000),
    ///         frame: Some(FrameForm::Datamark),
    ///         patterns: vec![InjectionPattern::new("internal-host", r"\bcorp\.example\b", 100)?],
    ///         ..OutputPolicy::default()
    ///     })
    ///     .build()?;
    /// # let _ = guard;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn output_defaults(mut self, output: OutputPolicy) -> Self {
        self.output_defaults = output;
        self
    }

    /// Leaves a tool as it is: no rate limit, no framing, nothing. For tools that another
    /// layer guards.
    #[must_use]
    pub fn allow_unguarded(mut self, tool: impl Into<String>) -> Self {
        self.unguarded.insert(tool.into());
        self
    }

    /// Counts calls in another place than this process' memory.
    #[must_use]
    pub fn rate_limiter(mut self, limiter: Arc<dyn RateLimiter>) -> Self {
        self.limiter = Some(limiter);
        self
    }

    /// Sets how often each caller may call this tool, in place of what it declares:
    /// `.quota("search_documents", "120/min burst 20")`.
    #[must_use]
    pub fn quota<Q>(mut self, tool: impl Into<String>, quota: Q) -> Self
    where
        Q: TryInto<Quota, Error: Into<QuotaError>>,
    {
        let tool = tool.into();
        if let Some(quota) = self.read(&tool, quota) {
            self.limits.tools.entry(tool).or_default().caller = Some(quota);
        }
        self
    }

    /// Limits everybody's calls of this tool together.
    #[must_use]
    pub fn total_quota<Q>(mut self, tool: impl Into<String>, quota: Q) -> Self
    where
        Q: TryInto<Quota, Error: Into<QuotaError>>,
    {
        let tool = tool.into();
        if let Some(quota) = self.read(&tool, quota) {
            self.limits.tools.entry(tool).or_default().total = Some(quota);
        }
        self
    }

    /// Limits each caller's calls over all tools.
    #[must_use]
    pub fn caller_quota<Q>(mut self, quota: Q) -> Self
    where
        Q: TryInto<Quota, Error: Into<QuotaError>>,
    {
        self.limits.caller = self.read("callers", quota).or(self.limits.caller);
        self
    }

    /// Limits everybody's calls over all tools.
    #[must_use]
    pub fn server_quota<Q>(mut self, quota: Q) -> Self
    where
        Q: TryInto<Quota, Error: Into<QuotaError>>,
    {
        self.limits.server = self.read("the server", quota).or(self.limits.server);
        self
    }

    /// Takes over limits from a configuration. Of two settings of one limit, the later
    /// call of the builder wins.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits.merge(limits);
        self
    }

    /// Says how many tokens a call of this tool takes, by a function of its arguments as
    /// they came: nothing has checked them yet. What it says is held between 1 and `max`.
    /// It wins over a declared `cost`.
    #[must_use]
    pub fn cost<F>(mut self, tool: impl Into<String>, max: u32, cost: F) -> Self
    where
        F: Fn(&JsonObject) -> u32 + Send + Sync + 'static,
    {
        self.costs.insert(tool.into(), (max, Arc::new(cost)));
        self
    }

    /// Gives callers a multiple of the quotas that hold for each caller: 2.0 is twice as
    /// many calls and twice the burst. 0 lets a caller call nothing, and so does what is no
    /// multiplier (negative, NaN). Must keep to one answer for a caller: a bucket that
    /// changes its quota weighs its spent tokens anew.
    #[must_use]
    pub fn tier<F>(mut self, tier: F) -> Self
    where
        F: Fn(Caller) -> f64 + Send + Sync + 'static,
    {
        self.tier = Some(Arc::new(tier));
        self
    }

    /// Replaces the quota of every tool that is not named in [`quota`](Self::quota), say
    /// for a load test.
    #[must_use]
    pub fn quota_for_all(mut self, quota: Quota) -> Self {
        self.quota_for_all = Some(quota);
        self
    }

    /// The quota, or the first mistake recorded for [`build`](Self::build).
    fn read<Q>(&mut self, what: &str, quota: Q) -> Option<Quota>
    where
        Q: TryInto<Quota, Error: Into<QuotaError>>,
    {
        quota
            .try_into()
            .map_err(|error| {
                let (what, error) = (what.to_owned(), error.into());
                self.mistake
                    .get_or_insert(BuildError::Quota { what, error });
            })
            .ok()
    }

    /// The guard.
    ///
    /// # Errors
    /// A quota that cannot be read, or settings that contradict each other.
    pub fn build(self) -> Result<Guard, BuildError> {
        if let Some(mistake) = self.mistake {
            return Err(mistake);
        }
        let mut limited = self.limits.tools.keys().chain(self.costs.keys());
        if let Some(name) = limited.find(|name| self.unguarded.contains(*name)) {
            return Err(BuildError::UnguardedLimit(name.clone()));
        }
        let both = self
            .policies
            .keys()
            .find(|name| self.unguarded.contains(*name));
        if let Some(name) = both {
            return Err(BuildError::Contradiction(name.clone()));
        }
        crate::output::injection::prepare();
        let limiter = self
            .limiter
            .unwrap_or_else(|| Arc::new(MemoryLimiter::new()));
        let shared = Shared {
            limiter: Limiter::new(limiter),
            concurrency: Concurrency::new(self.bounds),
            policies: self.policies,
            output_defaults: self.output_defaults,
            unguarded: self.unguarded,
            quota_for_all: self.quota_for_all,
            limits: self.limits,
            costs: self.costs,
            tier: self.tier,
            message_budget: self.message_budget,
            callers_per_address: self.callers_per_address,
            crowds: MemoryLimiter::new(),
            #[cfg(feature = "http")]
            trusted_proxies: self.trusted_proxies,
            identify: self.identify,
            #[cfg(feature = "http")]
            identify_http: self.identify_http,
            armed: Mutex::default(),
        };
        Ok(Guard {
            shared: Arc::new(shared),
        })
    }
}

impl std::fmt::Debug for GuardBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GuardBuilder")
            .field("policies", &self.policies)
            .field("output_defaults", &self.output_defaults)
            .field("unguarded", &self.unguarded)
            .field("quota_for_all", &self.quota_for_all)
            .field("limits", &self.limits)
            .field("bounds", &self.bounds)
            .finish_non_exhaustive()
    }
}
