//! Limits that several processes share, kept in Redis 5 or later, or Valkey (feature
//! `redis`).
//!
//! ```no_run
//! use std::time::Duration;
//! use safe_tool_runtime::guard::Guard;
//! use safe_tool_runtime::limit::RedisLimiter;
//! use safe_tool_runtime::limit::redis::OnFailure;
//!
//! # async fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let limiter = RedisLimiter::builder("redis://user:password@redis.internal:6379/0")
//!     .prefix("docs-server")
//!     .deadline(Duration::from_millis(20))
//!     .on_failure(OnFailure::Local { share: 0.25 }) // we are four
//!     .build()?;
//! let guard = Guard::builder().rate_limiter(std::sync::Arc::new(limiter)).build()?;
//! # let _ = guard;
//! # Ok(())
//! # }
//! ```
//!
//! # What it promises
//!
//! - Exact counts, by the server's clock, as long as Redis keeps its data; a clock set
//!   back gives nobody a token and locks nobody out for longer than a burst takes to come
//!   back. Of data that Redis loses (a restart without persistence, eviction, a failover
//!   to a replica that lags) a caller has at most one burst more.
//! - One trip and one key for a check. None for a caller that is over its limit: its
//!   denial is remembered here, for up to a minute at a time, so a flood costs Redis no
//!   more than the rate it allows.
//! - An answer within the deadline, whatever Redis does: else the policy ([`OnFailure`])
//!   decides. After three failures in a row, or without a connection, it does so without
//!   waiting, until Redis answers again, which is noticed within two seconds.
//! - Nothing of Redis in what callers get. Operators are told by `tracing` what failed
//!   and what to do, once in ten seconds for each kind of failure.
//!
//! A connection that breaks under a check is made anew and the check sent again, within
//! its deadline; so it may be charged twice, never less than once.
//!
//! # What Redis needs
//!
//! `maxmemory-policy noeviction` if others share it, and for an ACL user, with the default
//! prefix: `~safe-tool:* +eval +evalsha +time +get +set +del +pttl +pexpire +llen +lindex
//! +lrange +ltrim +rpush` (for a cluster also `+cluster|slots
//! +asking +ping`).

mod algorithm;
mod asking;
mod bucket;
mod builder;
mod charge;
mod connector;
mod denials;
mod fallback;
mod fault;
mod leases;
mod link;
mod notice;
mod probe;
mod script;
mod setup;
mod table;
mod target;
mod trip;
mod url;
mod window;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ahash::RandomState;

pub use algorithm::Algorithm;
pub use builder::RedisLimiterBuilder;
pub use fallback::OnFailure;
pub use setup::{RedisSetupError, RedisUnavailable};

use super::{CheckFuture, Decision, Quota, RateKey, RateLimiter};
use denials::Denials;
use fallback::Fallback;
use fault::Fault;
use leases::Leases;
use link::Link;
use trip::Check;

/// A [`RateLimiter`] that all processes with the same Redis and prefix share.
///
/// Used from Tokio runtimes with I/O and time enabled, of either flavour and any number.
/// See the [module](self) for what it promises.
pub struct RedisLimiter {
    link: Arc<Link>,
    prefix: String,
    algorithm: Algorithm,
    deadline: Duration,
    fallback: Fallback,
    /// Random for each limiter, so that nobody can aim for another's slot in what is
    /// remembered here.
    secret: RandomState,
    denials: Denials,
    leases: Option<Arc<Leases>>,
}

impl RedisLimiter {
    /// A limiter to be configured, over the Redis at `url`:
    ///
    /// | URL | feature |
    /// |---|---|
    /// | `redis://[user:password@]host[:6379][/database]` | |
    /// | `unix:///path/to/socket[?db=0&user=…&pass=…]`, also `redis+unix://` | |
    /// | `redis-cluster://[user:password@]host:port,host:port` | `redis-cluster` |
    /// | `redis-sentinel://[user:password@]sentinel:port,sentinel:port/service[/database]` | `redis-sentinel` |
    /// | `rediss://`, `rediss-cluster://`, `rediss-sentinel://`: with TLS | `redis-tls` |
    ///
    /// With Sentinel the user and password are the servers'; sentinels that want them are
    /// not supported. With TLS the certificates that are trusted are the system's, or
    /// those in the file that the environment variable `SSL_CERT_FILE` names.
    pub fn builder(url: impl Into<String>) -> RedisLimiterBuilder {
        RedisLimiterBuilder::new(url.into())
    }

    /// Connects anew and charges a key of its own, as a check would: for a health check,
    /// or before a server starts. Takes up to 750 ms.
    ///
    /// # Errors
    /// [`RedisUnavailable`], which says what to do.
    pub async fn check_connection(&self) -> Result<(), RedisUnavailable> {
        self.link.check().await?;
        Ok(())
    }
}

impl RateLimiter for RedisLimiter {
    fn check<'a>(&'a self, key: RateKey<'a>, quota: &'a Quota, cost: u32) -> CheckFuture<'a> {
        if cost > self.algorithm.most(quota) {
            return CheckFuture::Ready(Ok(Decision::NEVER));
        }
        let check = Check {
            key,
            quota,
            cost,
            // Of the quota too, since a denial holds only for the quota that it was for.
            fingerprint: self.secret.hash_one((key, quota)),
        };
        if let Some(decision) = self.known(&check) {
            return CheckFuture::Ready(Ok(decision));
        }
        if self.link.is_down() {
            return CheckFuture::Ready(self.by_policy(Fault::Unreachable, &check));
        }
        CheckFuture::Boxed(Box::pin(self.ask(check)))
    }
}

/// Without where Redis is.
impl fmt::Debug for RedisLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisLimiter")
            .field("prefix", &self.prefix)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}
