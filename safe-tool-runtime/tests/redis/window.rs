//! The sliding window.

use std::time::Duration;

use safe_tool_runtime::limit::redis::{Algorithm, OnFailure};
use safe_tool_runtime::limit::{RateLimiter, RedisLimiter};

use super::server::Server;
use super::{PATIENT, allowed, call, denied, key, quota, until};

fn window(server: &Server) -> RedisLimiter {
    RedisLimiter::builder(server.url())
        .algorithm(Algorithm::SlidingWindow)
        .deadline(PATIENT)
        .on_failure(OnFailure::Deny)
        .build()
        .unwrap()
}

#[tokio::test]
async fn all_tokens_may_come_at_once_and_then_none_for_a_period() {
    let server = Server::start();
    let limiter = window(&server);
    // The burst says nothing here.
    let quota = quota("3/min burst 2");
    for remaining in [2, 1, 0] {
        assert_eq!(allowed(call(&limiter, "a", &quota).await), remaining);
    }
    let wait = denied(call(&limiter, "a", &quota).await);
    assert!(
        wait > Duration::from_secs(58) && wait <= Duration::from_secs(60),
        "{wait:?}"
    );
    // But for the cost of a call, it does.
    let costly = limiter.check(key("b"), &quota, 3).await.unwrap();
    assert_eq!(denied(costly), Duration::MAX);
}

#[tokio::test]
async fn costs_are_charged_whole_or_not_at_all() {
    let server = Server::start();
    let limiter = window(&server);
    let quota = quota("10/h");
    let ask = async |cost| limiter.check(key("a"), &quota, cost).await.unwrap();
    assert_eq!(allowed(ask(7).await), 3);
    denied(ask(4).await);
    assert_eq!(allowed(ask(0).await), 3);
    assert_eq!(allowed(ask(3).await), 0);
    assert_eq!(denied(ask(11).await), Duration::MAX);
}

#[tokio::test]
async fn a_log_is_bounded_by_the_limit_and_expires() {
    let server = Server::start();
    let limiter = window(&server);
    let quota = quota("20/100ms");
    for _ in 0..200 {
        let _ = call(&limiter, "a", &quota).await;
        let names: Vec<String> = server.run("KEYS *caller*");
        for name in names {
            assert!(server.run::<u64>(&format!("LLEN {name}")) <= 20);
            let left = server.run::<i64>(&format!("PTTL {name}"));
            assert!(left <= 100 && left != -1, "{left}");
        }
    }
    until(Duration::from_secs(5), "the log expires", async || {
        server.run::<Vec<String>>("KEYS *caller*").is_empty()
    })
    .await;
}

/// Old entries are found by doubling steps: try every number of them.
#[tokio::test]
async fn exactly_the_entries_that_left_the_window_are_forgotten() {
    let server = Server::start();
    let quota = quota("40/h");
    for gone in 0..=40_u64 {
        let _: String = server.run("FLUSHALL");
        let limiter = window(&server);
        // To learn the key's name.
        allowed(call(&limiter, "a", &quota).await);
        let name = server.run::<Vec<String>>("KEYS *caller*").remove(0);
        let now: u64 = server.run(&format!("LINDEX {name} 0"));
        let _: String = server.run(&format!("LTRIM {name} 1 0"));
        for entry in 0..40 {
            let hour = 3_600_000_000;
            let age = if entry < gone {
                hour + 40 - entry
            } else {
                hour / 2
            };
            let _: u64 = server.run(&format!("RPUSH {name} {}", now - age));
        }
        let _: u64 = server.run(&format!("PEXPIRE {name} 3600000"));
        if gone == 0 {
            let wait = denied(call(&limiter, "a", &quota).await);
            assert!(wait <= Duration::from_secs(1800), "{wait:?}");
        } else {
            let remaining = allowed(call(&limiter, "a", &quota).await);
            assert_eq!(u64::from(remaining), gone - 1);
            assert_eq!(server.run::<u64>(&format!("LLEN {name}")), 41 - gone);
        }
    }
}

/// A clock set back by an hour: the log is in the future.
#[tokio::test]
async fn a_clock_set_back_mints_nothing_and_locks_nobody_out_for_long() {
    let server = Server::start();
    let limiter = window(&server);
    let quota = quota("3/300ms");
    for _ in 0..3 {
        allowed(call(&limiter, "a", &quota).await);
    }
    let name = server.run::<Vec<String>>("KEYS *caller*").remove(0);
    for index in 0..3 {
        let moment: u64 = server.run(&format!("LINDEX {name} {index}"));
        let ahead = moment + 3_600_000_000;
        let _: String = server.run(&format!("LSET {name} {index} {ahead}"));
    }
    let _: u64 = server.run(&format!("PEXPIRE {name} 3600000"));
    let wait = denied(call(&limiter, "a", &quota).await);
    assert!(wait <= Duration::from_millis(300), "{wait:?}");
    until(Duration::from_secs(2), "the window moves on", async || {
        call(&limiter, "a", &quota).await.is_allowed()
    })
    .await;
}
