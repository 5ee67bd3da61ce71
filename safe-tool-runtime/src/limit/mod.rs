//! How often a caller may call a tool.
//!
//! A [`Quota`] says how often, a [`RateKey`] who calls what, and a
//! [`RateLimiter`] keeps the count and gives a [`Decision`]. The limiter of one
//! process is [`MemoryLimiter`]; `RedisLimiter` (feature `redis`) is one that
//! several processes share, and others can implement the same trait.

mod caller;
mod clock;
mod gcra;
mod key;
mod limits;
mod memory;
mod quota;
#[cfg(feature = "redis")]
pub mod redis;
#[cfg(feature = "toml")]
mod toml;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

#[cfg(feature = "redis")]
pub use self::redis::RedisLimiter;
pub use caller::Caller;
pub use clock::{Clock, ManualClock, MonotonicClock};
pub use key::RateKey;
pub use limits::{Limits, ToolLimits};
pub use memory::MemoryLimiter;
pub use quota::{Quota, QuotaError};
#[cfg(feature = "toml")]
pub use toml::LimitsError;

/// What a limiter says of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a call is only limited if a denial is acted on"]
pub enum Decision {
    /// The tokens were taken; the call may go ahead.
    Allowed {
        /// Whole tokens left in the bucket.
        remaining: u32,
    },
    /// No token was taken; the call must not go ahead.
    Denied {
        /// The shortest wait after which the same call would be allowed, if
        /// nothing else is charged to the bucket meanwhile.
        /// [`Duration::MAX`] if no wait would do, as when a call costs more
        /// than the quota's burst.
        retry_after: Duration,
    },
}

impl Decision {
    /// The denial that no wait would mend.
    const NEVER: Self = Self::Denied {
        retry_after: Duration::MAX,
    };

    /// Whether the call may go ahead.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed { .. })
    }

    /// The wait in whole seconds, rounded up and at least 1, as HTTP's
    /// `Retry-After` counts it (RFC 9110, section 10.2.3).
    ///
    /// `None` when there is nothing to wait for: the call was allowed, or no
    /// wait would do.
    #[must_use]
    pub const fn retry_after_secs(&self) -> Option<u64> {
        match *self {
            Self::Denied { retry_after } if retry_after.as_nanos() < Duration::MAX.as_nanos() => {
                let started = (retry_after.subsec_nanos() > 0) as u64;
                let secs = retry_after.as_secs().saturating_add(started);
                Some(if secs == 0 { 1 } else { secs })
            }
            Self::Denied { .. } | Self::Allowed { .. } => None,
        }
    }
}

/// The limiter itself failed, so there is no decision.
///
/// The text says what kind of failure it was and nothing else: it may reach a
/// caller, who must not learn a store's address from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LimiterError {
    /// The store could not be reached, or did not answer sensibly.
    #[error("the rate limiter is unavailable")]
    Unavailable,
    /// The store did not answer in time.
    #[error("the rate limiter did not answer in time")]
    TimedOut,
}

/// Counts calls and says which are too many; used as `Arc<dyn RateLimiter>`.
pub trait RateLimiter: Send + Sync + 'static {
    /// Takes `cost` tokens from the bucket of `key`, or none if `quota` does
    /// not allow it.
    ///
    /// The tokens may be taken before the future is first polled, and dropping
    /// the future does not give them back. A `cost` of 0 takes nothing and
    /// reads the bucket. A `cost` above the quota's burst is always denied,
    /// with a `retry_after` of [`Duration::MAX`].
    ///
    /// A bucket remembers a point in time, not a number of tokens. So one key
    /// must keep to one quota: a token of `1/min` weighs a minute, and under
    /// `60/s` on the same key that minute must nearly pass before the next call.
    ///
    /// # Errors
    ///
    /// [`LimiterError`] if the limiter cannot decide; never because a call is
    /// one too many, which is [`Decision::Denied`].
    fn check<'a>(&'a self, key: RateKey<'a>, quota: &'a Quota, cost: u32) -> CheckFuture<'a>;
}

/// The answer of [`RateLimiter::check`]: already there, or to be waited for.
///
/// An `async fn` in a trait cannot be called through `dyn`, and a boxed future
/// would cost the in-memory limiter an allocation for each call.
#[must_use = "a future does nothing unless it is awaited"]
pub enum CheckFuture<'a> {
    /// Decided without waiting.
    Ready(Result<Decision, LimiterError>),
    /// To be asked of something outside this process.
    Boxed(Pin<Box<dyn Future<Output = Result<Decision, LimiterError>> + Send + 'a>>),
}

impl Future for CheckFuture<'_> {
    type Output = Result<Decision, LimiterError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        match this {
            Self::Ready(result) => Poll::Ready(*result),
            Self::Boxed(future) => future.as_mut().poll(context).map(|result| {
                // Most futures panic when polled after their end; kept like
                // this, the answer is simply given again.
                *this = Self::Ready(result);
                result
            }),
        }
    }
}

impl fmt::Debug for CheckFuture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ready(result) => f.debug_tuple("Ready").field(result).finish(),
            Self::Boxed(_) => f.debug_tuple("Boxed").finish_non_exhaustive(),
        }
    }
}
