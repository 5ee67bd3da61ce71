//! The token bucket, beside the one in memory.

use std::time::Duration;

use proptest::prelude::*;
use safe_tool_runtime::limit::{
    Decision, ManualClock, MemoryLimiter, Quota, RateLimiter, RedisLimiter,
};

use super::server::Server;
use super::{allowed, call, denied, key, quota, strict};

#[tokio::test]
async fn a_burst_is_allowed_and_the_next_call_denied_until_it_refills() {
    let server = Server::start();
    let limiter = strict(&server);
    // One form of the bucket, then the other: an interval of 20 s, and of 20.000001 s.
    for (name, text) in [("a", "3/60s"), ("b", "3/60000003us")] {
        let quota = quota(text);
        for remaining in [2, 1, 0] {
            assert_eq!(allowed(call(&limiter, name, &quota).await), remaining);
        }
        let wait = denied(call(&limiter, name, &quota).await);
        assert!(
            wait > Duration::from_secs(19) && wait < Duration::from_millis(20_001),
            "{wait:?}"
        );
    }
}

#[tokio::test]
async fn costs_are_charged_whole_or_not_at_all() {
    let server = Server::start();
    let limiter = strict(&server);
    for text in ["10/h", "7/h"] {
        let quota = quota(text);
        let burst = quota.burst();
        let ask = async |cost| limiter.check(key("a"), &quota, cost).await.unwrap();
        assert_eq!(allowed(ask(burst - 3).await), 3);
        assert!(denied(ask(4).await) <= Duration::from_secs(3600));
        assert_eq!(allowed(ask(0).await), 3);
        assert_eq!(allowed(ask(3).await), 0);
        assert_eq!(denied(ask(burst + 1).await), Duration::MAX);
    }
}

#[tokio::test]
async fn a_bucket_is_one_key_that_is_gone_when_it_is_full() {
    let server = Server::start();
    let limiter = strict(&server);
    for text in ["2/100ms", "7/300ms"] {
        allowed(call(&limiter, "a", &quota(text)).await);
        let keys: Vec<String> = server.run("KEYS *");
        let keys: Vec<_> = keys.iter().filter(|key| !key.ends_with(":probe")).collect();
        assert_eq!(keys.len(), 1, "{keys:?}");
        assert!(
            keys[0].starts_with("safe-tool:") && keys[0].contains(":{caller:"),
            "{keys:?}"
        );
        super::until(Duration::from_secs(5), "the key expires", async || {
            server.run::<u64>("DBSIZE") == 0
        })
        .await;
    }
}

/// A clock set back by an hour: what was to be full soon is now far in the future.
#[tokio::test]
async fn a_clock_set_back_mints_nothing_and_locks_nobody_out_for_long() {
    let server = Server::start();
    let limiter = strict(&server);
    for (text, hour_ahead) in [
        ("2/200ms", "PEXPIRE KEY 3600000"),
        ("3/200ms", "INCRBY KEY 3600000000"),
    ] {
        let quota = quota(text);
        for _ in 0..quota.burst() {
            allowed(call(&limiter, "a", &quota).await);
        }
        let names: Vec<String> = server.run("KEYS *caller*");
        let _: i64 = server.run(&hour_ahead.replace("KEY", &names[0]));
        let wait = denied(call(&limiter, "a", &quota).await);
        assert!(wait <= Duration::from_millis(200), "{wait:?}");
        let again = async || call(&limiter, "a", &quota).await.is_allowed();
        super::until(Duration::from_secs(2), "the burst came back", again).await;
        let _: String = server.run("FLUSHALL");
    }
}

#[derive(Clone, Debug)]
enum Step {
    Charge(u32),
    /// So many half intervals.
    Pass(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..12_u32).prop_map(Step::Charge),
        (1..8_u64).prop_map(Step::Pass)
    ];
    prop::collection::vec(step, 1..30)
}

/// Sequences of charges, with time passing between them, by the scripts and by the plain
/// arithmetic of the limiter in memory. Redis' clock cannot be set, so its buckets are
/// moved into the past instead. Intervals are hours: what a test takes is nothing.
#[test]
fn the_scripts_agree_with_the_arithmetic_in_memory() {
    let server = Server::start();
    let runtime = super::runtime::runtime();
    // Whole milliseconds; not whole milliseconds.
    for (interval, unit) in [(3_600_000_000_u64, 1_000), (3_600_000_001, 1)] {
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
            cases: 60,
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let outcome = runner.run(&(1..10_u32, steps()), |(burst, steps)| {
            let quota = Quota::new(1, Duration::from_micros(interval), burst).unwrap();
            let clock = ManualClock::new();
            let memory = MemoryLimiter::with_clock(256, clock.clone());
            let _: String = server.run("FLUSHALL");
            for step in steps {
                match step {
                    Step::Charge(cost) => runtime.block_on(async {
                        // A new one each time: none that remembers a denial.
                        let redis = strict(&server).check(key("a"), &quota, cost).await;
                        let memory = memory.check(key("a"), &quota, cost).await;
                        same(redis.unwrap(), memory.unwrap())
                    })?,
                    Step::Pass(halves) => {
                        // Rounded up: past a moment that matters in both, not just in one.
                        let time = (halves * interval).div_ceil(2);
                        clock.advance(Duration::from_micros(time));
                        pass(&server, time / unit, unit);
                    }
                }
            }
            Ok(())
        });
        outcome.unwrap();
    }
}

fn same(redis: Decision, memory: Decision) -> Result<(), TestCaseError> {
    match (redis, memory) {
        (Decision::Denied { retry_after: a }, Decision::Denied { retry_after: b }) => {
            let apart = a.abs_diff(b);
            prop_assert!(apart < Duration::from_secs(60), "{a:?} instead of {b:?}");
        }
        (redis, memory) => prop_assert_eq!(redis, memory),
    }
    Ok(())
}

/// Moves the bucket `ticks` into the past.
fn pass(server: &Server, ticks: u64, unit: u64) {
    let names: Vec<String> = server.run("KEYS *caller*");
    let Some(name) = names.first() else { return };
    if unit == 1_000 {
        let left: i64 = server.run(&format!("PTTL {name}"));
        let _: i64 = server.run(&format!("PEXPIRE {name} {}", left - ticks as i64));
    } else {
        let _: i64 = server.run(&format!("DECRBY {name} {ticks}"));
    }
}

#[tokio::test]
async fn quotas_at_the_ends_of_what_can_be_counted_are_counted() {
    let server = Server::start();
    let limiter = strict(&server);
    let ask = async |limiter: &RedisLimiter, quota: Quota| {
        limiter
            .check(key(&quota.to_string()), &quota, 1)
            .await
            .unwrap()
    };
    // Centuries, nanoseconds, and intervals that are not whole.
    for text in [
        "1/200000d",
        "1000000000/s",
        "7/s",
        "3/100000d burst 5",
        "4294967295/d",
    ] {
        let quota = quota(text);
        assert_eq!(
            allowed(ask(&limiter, quota).await),
            quota.burst() - 1,
            "{text}"
        );
    }
    denied(ask(&limiter, quota("1/200000d")).await);
}
