//! Who counts, and how much is allowed: Redis for all instances together, or without one
//! this process for itself.

use std::{
    env::{self, VarError},
    error::Error,
    fmt::Display,
    num::NonZeroU16,
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use safe_tool::{
    Guard, Quota,
    limit::{Limits, RedisLimiter, redis::OnFailure},
};

/// What a check may take of a call's time; then this instance counts by itself.
const DEADLINE_MS: u64 = 50;

/// A guard whose limits are those of the environment.
///
/// # Errors
/// A variable cannot be read; the message names it, and does not show its value.
pub(crate) async fn guard() -> Result<Guard, Box<dyn Error>> {
    let limits = Limits::from_env("SAFE_TOOL_LIMITS").map_err(named("SAFE_TOOL_LIMITS"))?;
    let builder = Guard::builder().limits(limits);
    let builder = match variable::<String>("REDIS_URL")? {
        Some(url) => builder.rate_limiter(Arc::new(shared(url).await?)),
        None => {
            eprintln!("REDIS_URL is not set: this instance counts for itself only");
            builder
        }
    };
    Ok(builder.build()?)
}

/// How many requests a caller may send, whatever is in them.
///
/// # Errors
/// `REQUEST_LIMIT` is not a quota.
pub(crate) fn requests() -> Result<Quota, Box<dyn Error>> {
    match variable("REQUEST_LIMIT")? {
        Some(quota) => Ok(quota),
        None => Ok("600/min burst 100".parse()?),
    }
}

async fn shared(url: String) -> Result<RedisLimiter, Box<dyn Error>> {
    let instances = variable("INSTANCES")?.unwrap_or(NonZeroU16::MIN);
    let deadline = variable("REDIS_DEADLINE_MS")?.unwrap_or(DEADLINE_MS);
    let limiter = RedisLimiter::builder(url)
        .prefix("cluster-server")
        .deadline(Duration::from_millis(deadline))
        // Each counts its part while Redis is gone, so that the sum stays what it was.
        .on_failure(OnFailure::Local {
            share: 1.0 / f64::from(instances.get()),
        })
        .build()
        .map_err(named("REDIS_URL or REDIS_DEADLINE_MS"))?;
    // A server that starts during an outage serves nevertheless.
    if let Err(error) = limiter.check_connection().await {
        eprintln!("REDIS_URL: {error} (meanwhile this instance counts its share by itself)");
    }
    Ok(limiter)
}

fn variable<T: FromStr<Err: Display>>(name: &'static str) -> Result<Option<T>, String> {
    match env::var(name) {
        Ok(text) => text.parse().map(Some).map_err(named(name)),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(format!("{name} is not UTF-8 text")),
    }
}

/// Puts the variable that would mend it before an error.
fn named<E: Display>(variable: &'static str) -> impl FnOnce(E) -> String {
    move |error| format!("{variable}: {error}")
}
