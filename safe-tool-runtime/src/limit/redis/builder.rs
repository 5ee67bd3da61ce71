//! A limiter's settings, checked before it is made.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ahash::RandomState;

use super::denials::Denials;
use super::fallback::Fallback;
use super::leases::Leases;
use super::link::Link;
use super::probe::Probe;
use super::target::Target;
use super::{Algorithm, OnFailure, RedisLimiter, RedisSetupError};

/// The settings of a [`RedisLimiter`]; all have defaults but the URL.
#[must_use = "settings are nothing without `build` or `connect`"]
pub struct RedisLimiterBuilder {
    url: String,
    prefix: String,
    algorithm: Algorithm,
    deadline: Duration,
    on_failure: OnFailure,
    leases: Option<u32>,
}

impl RedisLimiterBuilder {
    pub(super) fn new(url: String) -> Self {
        Self {
            url,
            prefix: "safe-tool".to_owned(),
            algorithm: Algorithm::default(),
            deadline: Duration::from_millis(50),
            on_failure: OnFailure::default(),
            leases: None,
        }
    }

    /// What all keys begin with, so that several limiters can use one Redis: 1 to 64
    /// visible ASCII characters, no braces. `safe-tool` by default.
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// How to count; [`Algorithm::TokenBucket`] by default.
    pub fn algorithm(mut self, algorithm: Algorithm) -> Self {
        self.algorithm = algorithm;
        self
    }

    /// How long a check may take, from 1 ms to 1 s; then the policy decides. 50 ms by
    /// default.
    ///
    /// A check that took too long may still have been charged.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// What decides when Redis does not; [`OnFailure::Local`] with the whole quota by
    /// default.
    pub fn on_failure(mut self, policy: OnFailure) -> Self {
        self.on_failure = policy;
        self
    }

    /// Takes up to `tokens` of a key at once, at least 2, and spends them here without
    /// asking; no leases by default.
    ///
    /// Calls that come while one asks for a key's tokens wait for it, and are asked for
    /// with the next lease: however many there are, they cost one trip at a time. At most
    /// half of what the bucket holds is taken at a time, so that near its end every call
    /// is charged alone. What this costs in exactness, for each key:
    ///
    /// - Too many: a token may be spent later than it was counted. In any period, n
    ///   instances may allow n × `tokens` more calls than the quota; over a long time,
    ///   not one more.
    /// - Too few: an instance may hold up to `tokens` that another would need. They are
    ///   lost if it dies; [`return_leases`](RedisLimiter::return_leases) returns them
    ///   when it ends. A caller who was denied elsewhere waits as long as it was told
    ///   nevertheless.
    /// - Without Redis, what is left of a lease is spent first, whatever the policy; with
    ///   [`OnFailure::Local`] it counts towards the local share.
    ///
    /// For quotas of thousands a minute. Up to 16,384 keys have leases at a time.
    pub fn leases(mut self, tokens: u32) -> Self {
        self.leases = Some(tokens);
        self
    }

    /// Makes the limiter. It connects at the first check, and Redis need not run until
    /// then.
    ///
    /// # Errors
    /// If a setting is not as it must be.
    pub fn build(self) -> Result<RedisLimiter, RedisSetupError> {
        let visible = |byte: u8| byte.is_ascii_graphic() && byte != b'{' && byte != b'}';
        if !(1..=64).contains(&self.prefix.len()) || !self.prefix.bytes().all(visible) {
            return Err(RedisSetupError::Prefix);
        }
        if !(Duration::from_millis(1)..=Duration::from_secs(1)).contains(&self.deadline) {
            return Err(RedisSetupError::Deadline);
        }
        if let OnFailure::Local { share } = self.on_failure
            && !(share > 0.0 && share <= 1.0)
        {
            return Err(RedisSetupError::Share);
        }
        match (self.leases, self.algorithm) {
            (Some(0 | 1), _) => return Err(RedisSetupError::Lease),
            (Some(_), Algorithm::SlidingWindow) => return Err(RedisSetupError::LeasedWindow),
            _ => {}
        }

        let target = Target::parse(&self.url)?;
        let probe = Probe::new(&self.prefix, self.algorithm);
        Ok(RedisLimiter {
            link: Arc::new(Link::new(target, probe)),
            prefix: self.prefix,
            algorithm: self.algorithm,
            deadline: self.deadline,
            fallback: Fallback::new(self.on_failure),
            secret: RandomState::new(),
            denials: Denials::new(),
            leases: self.leases.map(Leases::new),
        })
    }

    /// [`build`](Self::build), and fails unless Redis counts: for servers that are not
    /// to start without it. Takes up to 750 ms.
    ///
    /// # Errors
    /// If a setting is not as it must be, or with [`RedisSetupError::Unavailable`].
    pub async fn connect(self) -> Result<RedisLimiter, RedisSetupError> {
        let limiter = self.build()?;
        limiter.check_connection().await?;
        Ok(limiter)
    }
}

/// Without the URL, which may hold a password.
impl fmt::Debug for RedisLimiterBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisLimiterBuilder")
            .field("prefix", &self.prefix)
            .field("algorithm", &self.algorithm)
            .field("deadline", &self.deadline)
            .field("on_failure", &self.on_failure)
            .field("leases", &self.leases)
            .finish_non_exhaustive()
    }
}
