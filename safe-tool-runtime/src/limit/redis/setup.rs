//! What is told to whoever starts a server.

use super::fault::Failure;

/// Why a [`RedisLimiter`](super::RedisLimiter) cannot be made.
///
/// It is for operators, not for callers. It does not repeat the URL, which may hold a
/// password.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RedisSetupError {
    /// The URL is not of a form that is understood.
    #[error(
        "the URL of Redis is not of a known form: write \
         `redis://[user:password@]host[:port][/database]`, `rediss://…` for TLS, \
         `unix:///path/to/socket`, `redis-cluster://host:port,host:port` or \
         `redis-sentinel://host:port,host:port/service` (special characters of a password \
         percent-encoded, nothing after a `#`)"
    )]
    Url,
    /// The URL needs a part of this crate that was not built.
    #[error("this URL of Redis needs the Cargo feature `{0}` of safe-tool")]
    Feature(&'static str),
    /// The prefix would make bad keys.
    #[error(
        "the prefix of the keys must be 1 to 64 visible ASCII characters other than braces, \
         which Redis Cluster reads: `safe-tool`, `prod:limits`"
    )]
    Prefix,
    /// The deadline is out of range.
    #[error("the deadline of a check must be from 1 ms to 1 s: calls wait for it")]
    Deadline,
    /// The share is out of range.
    #[error("the share of `OnFailure::Local` must be above 0 and at most 1")]
    Share,
    /// Leases of no tokens.
    #[error("a lease must be of at least 2 tokens: leave leases out to charge each call")]
    Lease,
    /// Leases with the sliding window.
    #[error(
        "leases go with `Algorithm::TokenBucket` only: tokens that are spent after they were \
         counted would make a sliding window inexact"
    )]
    LeasedWindow,
    /// The limiter is well configured, but Redis does not count.
    #[error(transparent)]
    Unavailable(#[from] RedisUnavailable),
}

/// Redis does not count at the moment. The text says why, and what to do.
///
/// It is for operators, not for callers: it may hold an address.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{failure}; {}", failure.fault.advice())]
pub struct RedisUnavailable {
    failure: Failure,
}

impl From<Failure> for RedisUnavailable {
    fn from(failure: Failure) -> Self {
        Self { failure }
    }
}
