//! The Redis limiter, over real servers that each test starts for itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod bucket;
#[cfg(target_os = "linux")]
mod clock;
mod denials;
mod leases;
mod outage;
mod policy;
mod processes;
mod refusal;
mod runtime;
mod server;
mod setup;
mod topology;
mod window;
mod witness;

use std::future::Future;
use std::time::{Duration, Instant};

use safe_tool_runtime::limit::redis::OnFailure;
use safe_tool_runtime::limit::{
    Caller, Decision, LimiterError, Quota, RateKey, RateLimiter, RedisLimiter,
};
use server::Server;

/// A deadline that only a test's own failure meets: the machine may be busy.
const PATIENT: Duration = Duration::from_secs(1);
/// What a caller may wait at most with the default deadline of 50 ms, on a busy machine.
const SOON: Duration = Duration::from_millis(300);
/// How soon Redis must be in use again.
const RECOVERY: Duration = Duration::from_secs(2);

/// Tests that count to the token have quotas a month long: none comes back meanwhile.
fn quota(text: &str) -> Quota {
    text.parse().unwrap()
}

fn key(name: &str) -> RateKey<'static> {
    RateKey::Caller(Caller::from_name(name))
}

/// A limiter that decides nothing without Redis and takes its time.
fn strict(server: &Server) -> RedisLimiter {
    RedisLimiter::builder(server.url())
        .deadline(PATIENT)
        .on_failure(OnFailure::Deny)
        .build()
        .unwrap()
}

/// With the default deadline; what Redis does not decide is an error.
fn denying(server: &Server) -> RedisLimiter {
    RedisLimiter::builder(server.url())
        .on_failure(OnFailure::Deny)
        .build()
        .unwrap()
}

async fn ask(limiter: &RedisLimiter, name: &str, quota: &Quota) -> Result<Decision, LimiterError> {
    limiter.check(key(name), quota, 1).await
}

/// A check that must be answered soon, whatever it is.
async fn soon(limiter: &RedisLimiter, name: &str, quota: &Quota) -> Result<Decision, LimiterError> {
    let started = Instant::now();
    let answer = ask(limiter, name, quota).await;
    assert!(started.elapsed() < SOON, "it took {:?}", started.elapsed());
    answer
}

async fn recovers(limiter: &RedisLimiter, quota: &Quota) {
    let again = async || ask(limiter, "a", quota).await.is_ok();
    until(RECOVERY, "Redis is in use again", again).await;
}

async fn call(limiter: &RedisLimiter, name: &str, quota: &Quota) -> Decision {
    ask(limiter, name, quota).await.unwrap()
}

fn allowed(decision: Decision) -> u32 {
    match decision {
        Decision::Allowed { remaining } => remaining,
        Decision::Denied { .. } => panic!("denied: {decision:?}"),
    }
}

fn denied(decision: Decision) -> Duration {
    match decision {
        Decision::Denied { retry_after } => retry_after,
        Decision::Allowed { .. } => panic!("allowed: {decision:?}"),
    }
}

/// Asks until the answer is yes.
async fn until<F: Future<Output = bool>>(limit: Duration, what: &str, ask: impl Fn() -> F) {
    let started = Instant::now();
    while !ask().await {
        assert!(started.elapsed() < limit, "not within {limit:?}: {what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}
