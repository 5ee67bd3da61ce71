//! Tokens taken ahead.

use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::join_all;
use safe_tool_runtime::limit::redis::OnFailure;
use safe_tool_runtime::limit::{RateLimiter, RedisLimiter};

use super::server::Server;
use super::{PATIENT, allowed, call, denied, key, quota, strict};

fn leasing(server: &Server, tokens: u32) -> RedisLimiter {
    RedisLimiter::builder(server.url())
        .deadline(PATIENT)
        .on_failure(OnFailure::Deny)
        .leases(tokens)
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_hundred_calls_cost_one_trip() {
    let server = Server::start();
    for text in ["10000/30d", "9999/30d"] {
        let limiter = leasing(&server, 100);
        let quota = quota(text);
        allowed(call(&limiter, "a", &quota).await);
        let before = server.calls("evalsha") + server.calls("eval");
        for spent in 2..=1000 {
            let remaining = allowed(call(&limiter, "a", &quota).await);
            assert_eq!(remaining, quota.burst() - spent, "after {spent} of {text}");
        }
        assert_eq!(server.calls("evalsha") + server.calls("eval") - before, 9);
    }
}

/// The last half of a bucket is not taken at once, the last token is charged alone.
#[tokio::test]
async fn a_bucket_is_spent_to_its_last_token_by_several_instances() {
    let server = Server::start();
    for text in ["500/30d", "499/30d"] {
        let quota = quota(text);
        let instances: Vec<_> = (0..3).map(|_| leasing(&server, 50)).collect();
        let mut spent = 0;
        for round in 0..600 {
            if call(&instances[round % 3], "a", &quota).await.is_allowed() {
                spent += 1;
            }
        }
        assert_eq!(spent, quota.burst());
        let _: String = server.run("FLUSHALL");
    }
}

#[tokio::test]
async fn unspent_tokens_are_returned_at_the_end() {
    let server = Server::start();
    for text in ["1000/30d", "999/30d"] {
        let quota = quota(text);
        let limiter = leasing(&server, 100);
        for name in ["a", "b", "c"] {
            for _ in 0..30 {
                allowed(call(&limiter, name, &quota).await);
            }
        }
        assert_eq!(limiter.return_leases().await, 3 * 70);
        assert_eq!(limiter.return_leases().await, 0);
        // As if there had been no leases, and there are none from now on.
        let other = strict(&server);
        assert_eq!(allowed(call(&other, "a", &quota).await), quota.burst() - 31);
        assert_eq!(
            allowed(call(&limiter, "a", &quota).await),
            quota.burst() - 32
        );
        assert_eq!(allowed(call(&other, "a", &quota).await), quota.burst() - 33);
        let _: String = server.run("FLUSHALL");
    }
}

/// What an instance that dies takes with it.
#[tokio::test]
async fn a_dead_instance_loses_at_most_its_leases() {
    let server = Server::start();
    let quota = quota("1000/30d");
    let limiter = leasing(&server, 100);
    allowed(call(&limiter, "a", &quota).await);
    drop(limiter);
    let other = strict(&server);
    assert_eq!(allowed(call(&other, "a", &quota).await), 1000 - 100 - 1);
}

#[tokio::test]
async fn calls_that_come_at_once_take_one_lease() {
    let server = Server::start();
    let quota = quota("100000/30d");
    let limiter = Arc::new(leasing(&server, 1000));
    let calls = (0..500).map(|_| call(&limiter, "a", &quota));
    for decision in join_all(calls).await {
        allowed(decision);
    }
    // One to connect with, one lease.
    assert!(server.calls("evalsha") + server.calls("eval") <= 4);
    let _ = limiter.return_leases().await;
    let other = strict(&server);
    assert_eq!(allowed(call(&other, "a", &quota).await), 100_000 - 501);
}

/// More calls than a lease has tokens: those that wait are asked for together.
#[tokio::test]
async fn a_crowd_costs_a_trip_at_a_time() {
    let server = Server::start();
    for text in ["100000/30d", "99999/30d"] {
        let quota = quota(text);
        let limiter = leasing(&server, 10);
        allowed(call(&limiter, "a", &quota).await);
        let before = server.calls("evalsha") + server.calls("eval");
        let crowd = async || {
            for _ in 0..20 {
                allowed(call(&limiter, "a", &quota).await);
            }
        };
        join_all((0..500).map(|_| crowd())).await;
        let trips = server.calls("evalsha") + server.calls("eval") - before;
        assert!(trips <= 2 * 20, "{trips} trips for 10,000 calls");
        let _ = limiter.return_leases().await;
        let other = strict(&server);
        assert_eq!(
            allowed(call(&other, "a", &quota).await),
            quota.burst() - 10_002
        );
        let _: String = server.run("FLUSHALL");
    }
}

/// Not one more, and nobody who waited is forgotten.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_spends_a_bucket_to_its_last_token() {
    let server = Server::start();
    for text in ["300/30d", "299/30d"] {
        let quota = quota(text);
        let limiter = Arc::new(leasing(&server, 50));
        let calls = (0..500).map(|_| {
            let limiter = Arc::clone(&limiter);
            tokio::spawn(async move { call(&limiter, "a", &quota).await.is_allowed() })
        });
        let allowed = join_all(calls).await.into_iter();
        let allowed = allowed.filter(|allowed| *allowed.as_ref().unwrap());
        assert_eq!(allowed.count(), quota.burst() as usize);
        let _: String = server.run("FLUSHALL");
    }
}

/// Else the rest would wait until their deadlines.
#[tokio::test]
async fn who_gives_up_leaves_the_asking_to_the_next() {
    let server = Server::start();
    let quota = quota("1000/30d");
    let limiter = leasing(&server, 100);
    allowed(call(&limiter, "b", &quota).await);
    let mut calls: Vec<_> = (0..10)
        .map(|_| limiter.check(key("a"), &quota, 1))
        .collect();
    for call in &mut calls {
        assert!(call.now_or_never().is_none());
    }
    // The one that asks, the next, and one that waits.
    for gone in [0, 0, 3] {
        drop(calls.remove(gone));
    }
    for decision in join_all(calls).await {
        allowed(decision.unwrap());
    }
}

#[tokio::test]
async fn costs_come_out_of_leases() {
    let server = Server::start();
    let quota = quota("1000/30d");
    let limiter = leasing(&server, 100);
    let mut left = 1000;
    for cost in [1, 7, 90, 5, 300, 1, 99, 0, 40] {
        left -= cost;
        let remaining = limiter.check(key("a"), &quota, cost).await.unwrap();
        if cost == 0 {
            // A look, which goes to Redis: what is here is not there.
            assert!(allowed(remaining) <= left);
        }
    }
    let _ = limiter.return_leases().await;
    let remaining = allowed(strict(&server).check(key("a"), &quota, 0).await.unwrap());
    assert!(
        remaining <= left && left - remaining < 100,
        "{remaining} of {left}"
    );
    denied(
        strict(&server)
            .check(key("a"), &quota, left + 1)
            .await
            .unwrap(),
    );
}
