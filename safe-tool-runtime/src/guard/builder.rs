//! Settings of a guard.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use super::{Guard, Identify, Shared};
use crate::{
    limit::{MemoryLimiter, Quota, RateLimiter},
    policy::Policy,
};

/// Collects the settings of a [`Guard`].
#[derive(Default)]
pub struct GuardBuilder {
    limiter: Option<Arc<dyn RateLimiter>>,
    policies: BTreeMap<String, Policy>,
    unguarded: BTreeSet<String>,
    quota_for_all: Option<Quota>,
    pub(crate) identify: Option<Identify>,
}

/// Settings that contradict each other.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// A tool is both given a policy and left unguarded.
    #[error("the tool `{0}` is given a policy and named in allow_unguarded: keep one of the two")]
    Contradiction(String),
}

impl GuardBuilder {
    /// Gives a tool its policy by name: a tool without arguments has no struct to declare
    /// it on. It wins over a declared one.
    #[must_use]
    pub fn policy(mut self, tool: impl Into<String>, policy: Policy) -> Self {
        self.policies.insert(tool.into(), policy);
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

    /// Replaces the quota of every tool, say for a load test.
    #[must_use]
    pub fn quota_for_all(mut self, quota: Quota) -> Self {
        self.quota_for_all = Some(quota);
        self
    }

    /// The guard.
    ///
    /// # Errors
    /// Settings that contradict each other.
    pub fn build(self) -> Result<Guard, BuildError> {
        let both = self
            .policies
            .keys()
            .find(|name| self.unguarded.contains(*name));
        if let Some(name) = both {
            return Err(BuildError::Contradiction(name.clone()));
        }
        let limiter = self
            .limiter
            .unwrap_or_else(|| Arc::new(MemoryLimiter::new()));
        let shared = Shared {
            limiter,
            policies: self.policies,
            unguarded: self.unguarded,
            quota_for_all: self.quota_for_all,
            identify: self.identify,
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
            .field("unguarded", &self.unguarded)
            .field("quota_for_all", &self.quota_for_all)
            .finish_non_exhaustive()
    }
}
