//! The limiters that are measured, each behind the same two calls.

use std::{
    collections::HashMap,
    hint::black_box,
    num::NonZeroU32,
    sync::Mutex,
    time::{Duration, Instant},
};

use governor::{DefaultKeyedRateLimiter, Quota as GovernorQuota, RateLimiter as Governor};
use safe_tool::limit::{Caller, CheckFuture, Decision, MemoryLimiter, Quota, RateKey, RateLimiter};

pub const NAMES: [&str; 4] = ["safe_tool", "governor u64", "governor String", "mutex map"];

const TOOL: &str = "search_documents";

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    Allow,
    Deny,
}

impl Outcome {
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allowed",
            Self::Deny => "denied",
        }
    }

    /// Tokens an hour, all of which may come at once. Buckets stay in use either way: a
    /// token of the larger one takes 838 ns to come back.
    fn tokens(self) -> u32 {
        match self {
            Self::Allow => u32::MAX,
            Self::Deny => 1,
        }
    }
}

const HOUR: Duration = Duration::from_secs(3600);

/// One caller, in the form that each limiter wants; made before the clock starts.
pub struct Key {
    caller: Caller,
    hash: u64,
    text: String,
}

impl Key {
    /// In an order that has nothing to do with where a limiter keeps them.
    pub fn many(count: usize) -> Vec<Self> {
        (0..count as u64)
            .map(|index| {
                let caller = Caller::from_name(&index.to_string());
                let hex = caller.to_hex();
                let hash = u64::from_str_radix(&hex[..16], 16).expect("hexadecimal");
                let text = format!("{hex}:{TOOL}");
                Self { caller, hash, text }
            })
            .collect()
    }
}

pub trait Limiter: Sync {
    fn name(&self) -> &'static str;

    fn check(&self, key: &Key) -> bool;

    /// Many checks behind one dynamic call, so that the call itself is not measured.
    fn check_many(&self, keys: &[Key], start: usize, count: usize);
}

macro_rules! limiter {
    ($name:literal, $type:ty, |$limiter:ident, $key:ident| $check:expr) => {
        impl Limiter for $type {
            fn name(&self) -> &'static str {
                $name
            }
            fn check(&self, $key: &Key) -> bool {
                let $limiter = self;
                $check
            }
            fn check_many(&self, keys: &[Key], start: usize, count: usize) {
                let $limiter = self;
                let mut index = start % keys.len();
                for _ in 0..count {
                    let $key = &keys[index];
                    black_box($check);
                    index += 1;
                    if index == keys.len() {
                        index = 0;
                    }
                }
            }
        }
    };
}

pub struct SafeTool(MemoryLimiter, Quota);
limiter!("safe_tool", SafeTool, |limiter, key| {
    let rate = RateKey::CallerTool {
        caller: key.caller,
        tool: TOOL,
    };
    match limiter.0.check(rate, &limiter.1, 1) {
        CheckFuture::Ready(Ok(decision)) => matches!(decision, Decision::Allowed { .. }),
        _ => unreachable!("in memory"),
    }
});

pub struct GovernorU64(pub DefaultKeyedRateLimiter<u64>);
limiter!("governor u64", GovernorU64, |limiter, key| {
    limiter.0.check_key(&key.hash).is_ok()
});

struct GovernorString(DefaultKeyedRateLimiter<String>);
limiter!("governor String", GovernorString, |limiter, key| {
    limiter.0.check_key(&key.text).is_ok()
});

/// What one writes without a library: tokens and the time of the last refill.
struct MutexMap {
    buckets: Mutex<HashMap<String, (f64, Instant)>>,
    tokens: f64,
}
limiter!("mutex map", MutexMap, |limiter, key| {
    let now = Instant::now();
    let mut buckets = limiter.buckets.lock().expect("no panic");
    let bucket = match buckets.get_mut(&key.text) {
        Some(bucket) => bucket,
        None => buckets
            .entry(key.text.clone())
            .or_insert((limiter.tokens, now)),
    };
    let refill = now.duration_since(bucket.1).as_secs_f64() * limiter.tokens / HOUR.as_secs_f64();
    *bucket = ((bucket.0 + refill).min(limiter.tokens), now);
    let allowed = bucket.0 >= 1.0;
    if allowed {
        bucket.0 -= 1.0;
    }
    allowed
});

pub fn safe_tool(keys: usize, outcome: Outcome) -> SafeTool {
    let tokens = outcome.tokens();
    let quota = Quota::new(tokens, HOUR, tokens).expect("a quota");
    SafeTool(MemoryLimiter::with_capacity(2 * keys), quota)
}

pub fn governor_u64(outcome: Outcome) -> GovernorU64 {
    GovernorU64(Governor::keyed(governor_quota(outcome)))
}

fn governor_quota(outcome: Outcome) -> GovernorQuota {
    let tokens = NonZeroU32::new(outcome.tokens()).expect("not zero");
    let period = HOUR / outcome.tokens();
    GovernorQuota::with_period(period)
        .expect("not zero")
        .allow_burst(tokens)
}

pub fn all(keys: usize, outcome: Outcome) -> Vec<Box<dyn Limiter>> {
    let buckets = Mutex::new(HashMap::new());
    let tokens = f64::from(outcome.tokens());
    vec![
        Box::new(safe_tool(keys, outcome)),
        Box::new(governor_u64(outcome)),
        Box::new(GovernorString(Governor::keyed(governor_quota(outcome)))),
        Box::new(MutexMap { buckets, tokens }),
    ]
}
