//! How often a caller may call a tool.
//!
//! A [`Quota`] says how often, a [`RateKey`] who calls what, and a
//! [`RateLimiter`] keeps the count and gives a [`Decision`]. The limiter of one
//! process is [`MemoryLimiter`]; `RedisLimiter` (feature `redis`) is one that
//! several processes share, and others can implement the same trait.

mod caller;
mod clock;
mod decision;
mod gcra;
mod key;
mod limits;
mod memory;
mod quota;
#[cfg(feature = "redis")]
pub mod redis;
mod seldom;
#[cfg(feature = "http")]
mod shares;
mod sync;
mod table;
#[cfg(feature = "toml")]
mod toml;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

#[cfg(feature = "redis")]
pub use self::redis::RedisLimiter;
pub use caller::Caller;
pub use clock::{Clock, ManualClock, MonotonicClock};
pub use decision::Decision;
pub use key::RateKey;
pub use limits::{Limits, ToolLimits};
pub use memory::MemoryLimiter;
pub use quota::{Quota, QuotaError};
pub(crate) use seldom::Seldom;
#[cfg(feature = "http")]
pub(crate) use shares::Shares;
#[cfg(feature = "toml")]
pub use toml::LimitsError;

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
    /// with a `retry_after` of [`Duration::MAX`](std::time::Duration::MAX).
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
