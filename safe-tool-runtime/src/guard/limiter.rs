//! The limiter that a guard asks, and what is heard of it when it fails.

use std::{fmt, sync::Arc, time::Duration};

use super::caught;
use crate::limit::{Decision, LimiterError, Quota, RateKey, RateLimiter, Seldom};

/// How long a limiter may take. One that is slower has failed, which is a denial: a call
/// must not hang on it.
const DEADLINE: Duration = Duration::from_secs(1);

pub(super) struct Limiter {
    limiter: Arc<dyn RateLimiter>,
    /// It may be one that says nothing itself.
    notices: Seldom,
}

/// Why there is no decision.
enum Failure {
    Late,
    Error(LimiterError),
    Panic,
}

impl Limiter {
    pub(super) fn new(limiter: Arc<dyn RateLimiter>) -> Self {
        Self {
            limiter,
            notices: Seldom::new(),
        }
    }

    /// Asks the limiter, and waits no longer than its deadline.
    pub(super) async fn ask(
        &self,
        key: RateKey<'_>,
        quota: &Quota,
        cost: u32,
    ) -> Result<Decision, LimiterError> {
        // The limiter may be the user's, and panic as soon as it is asked.
        let check = async { self.limiter.check(key, quota, cost).await };
        let failure = match tokio::time::timeout(DEADLINE, caught(check)).await {
            Ok(Some(Ok(decision))) => return Ok(decision),
            Ok(Some(Err(error))) => Failure::Error(error),
            Ok(None) => Failure::Panic,
            Err(_elapsed) => Failure::Late,
        };
        tracing::debug!(%failure, ?key, "the rate limit cannot be checked");
        if let Some(not_reported) = self.notices.told() {
            // Without the key: whose call it was says nothing of what is broken.
            tracing::warn!(
                not_reported,
                "rate limits: {failure}, so calls are refused; {}",
                failure.advice()
            );
        }
        Err(failure.public())
    }
}

impl Failure {
    /// What a caller may know of it.
    fn public(&self) -> LimiterError {
        match self {
            Self::Late => LimiterError::TimedOut,
            Self::Error(error) => *error,
            Self::Panic => LimiterError::Unavailable,
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::Late => {
                "give the limiter a shorter deadline of its own, and check that what it waits \
                 for answers"
            }
            Self::Error(_) => {
                "check that the store that it asks answers; what else is known, the limiter's \
                 own log says"
            }
            Self::Panic => "mend the limiter: the panic's message says where",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late => write!(f, "the limiter did not answer within {DEADLINE:?}"),
            Self::Error(error) => error.fmt(f),
            Self::Panic => f.write_str("the limiter panicked"),
        }
    }
}
