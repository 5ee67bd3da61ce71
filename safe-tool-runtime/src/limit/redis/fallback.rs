//! Who decides when Redis does not.

use futures_util::FutureExt as _;

use super::fault::Fault;
use crate::limit::{Decision, LimiterError, MemoryLimiter, Quota, RateKey, RateLimiter};

/// What a [`RedisLimiter`](super::RedisLimiter) does with a check that Redis did not
/// answer.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum OnFailure {
    /// Gives a [`LimiterError`], on which the guard refuses the call.
    Deny,
    /// Allows the call. Nothing is limited while Redis is gone.
    Allow,
    /// Counts in this process, with this share of the quota: more than 0, at most 1.
    ///
    /// With a share of 1 each of n instances allows the whole quota, so that all of them
    /// allow n times as much; 1/n keeps the sum. What was spent in Redis is not known
    /// here, nor there what was spent here, so that each change from one to the other may
    /// give a caller one more burst. What Redis allowed to this process is counted here as
    /// well, calls that a lease paid for among it: a Redis that is late now and then gives
    /// nobody more, and an instance that has a lease when Redis stops allows at once what
    /// is left of the lease or its share of the burst, whichever is more, and not both.
    Local {
        /// Of each quota's rate and burst. A burst is at least 1, and a call that costs
        /// more than the share of the burst waits until it is made up for.
        share: f64,
    },
}

/// [`OnFailure::Local`] with the whole quota.
impl Default for OnFailure {
    fn default() -> Self {
        Self::Local { share: 1.0 }
    }
}

pub(super) enum Fallback {
    Deny,
    Allow,
    Local {
        limiter: Box<MemoryLimiter>,
        share: f64,
    },
}

impl Fallback {
    /// The share was checked.
    pub(super) fn new(policy: OnFailure) -> Self {
        match policy {
            OnFailure::Deny => Self::Deny,
            OnFailure::Allow => Self::Allow,
            OnFailure::Local { share } => Self::Local {
                limiter: Box::new(MemoryLimiter::new()),
                share,
            },
        }
    }

    /// `cost` is at most the quota's burst.
    pub(super) fn decide(
        &self,
        fault: Fault,
        key: RateKey<'_>,
        quota: &Quota,
        cost: u32,
    ) -> Result<Decision, LimiterError> {
        match self {
            Self::Deny => Err(fault.public()),
            Self::Allow => Ok(Decision::Allowed {
                remaining: quota.burst().saturating_sub(cost),
            }),
            Self::Local { limiter, share } => charge_part(limiter, *share, key, quota, cost),
        }
    }

    /// Takes what Redis has allowed, as far as it is there.
    pub(super) fn count(&self, key: RateKey<'_>, quota: &Quota, cost: u32) {
        if let Self::Local { limiter, share } = self {
            // Denied or not, Redis has decided.
            let _ = charge_part(limiter, *share, key, quota, cost);
        }
    }
}

fn charge_part(
    limiter: &MemoryLimiter,
    share: f64,
    key: RateKey<'_>,
    quota: &Quota,
    cost: u32,
) -> Result<Decision, LimiterError> {
    // Only a quota at the end of what can be counted has no such share.
    let quota = part(quota, share, cost).ok_or(LimiterError::Unavailable)?;
    let check = limiter.check(key, &quota, cost);
    check
        .now_or_never()
        .unwrap_or(Err(LimiterError::Unavailable))
}

/// The share of a quota, with a burst that has room for the call. A larger burst on the
/// same bucket counts the same tokens: it only lets the call in once they are all there.
fn part(quota: &Quota, share: f64, cost: u32) -> Option<Quota> {
    let part = quota.scaled(share)?;
    Quota::new(part.tokens(), part.per(), part.burst().max(cost))
}
