//! Denials are remembered where they were given.

use std::time::Duration;

use safe_tool_runtime::limit::{CheckFuture, RateLimiter};

use super::server::Server;
use super::{allowed, call, denied, key, quota, strict, until};

#[tokio::test]
async fn a_flood_of_one_caller_costs_one_trip() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("3/h");
    for _ in 0..3 {
        allowed(call(&limiter, "a", &quota).await);
    }
    let first = denied(call(&limiter, "a", &quota).await);
    let before = server.calls("evalsha");
    for _ in 0..10_000 {
        let check = limiter.check(key("a"), &quota, 1);
        assert!(matches!(check, CheckFuture::Ready(_)));
        assert!(denied(check.await.unwrap()) <= first);
    }
    // A higher cost waits for its further tokens, too: 20 minutes each.
    let two = denied(limiter.check(key("a"), &quota, 2).await.unwrap());
    let more = two - denied(call(&limiter, "a", &quota).await);
    assert!(
        more.abs_diff(Duration::from_secs(1200)) < Duration::from_secs(1),
        "{more:?}"
    );
    assert_eq!(server.calls("evalsha"), before);
    // Of another cost, key or quota, nothing is known.
    assert_eq!(
        allowed(limiter.check(key("a"), &quota, 0).await.unwrap()),
        0
    );
    allowed(call(&limiter, "b", &quota).await);
    assert_eq!(server.calls("evalsha"), before + 2);
}

#[tokio::test]
async fn a_denial_is_forgotten_when_its_wait_is_over() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("20/s burst 1");
    for _ in 0..10 {
        allowed(call(&limiter, "a", &quota).await);
        let wait = denied(call(&limiter, "a", &quota).await);
        assert!(wait <= Duration::from_millis(50), "{wait:?}");
        until(
            wait + Duration::from_secs(1),
            "the token comes",
            async || call(&limiter, "a", &quota).await.is_allowed(),
        )
        .await;
        tokio::time::sleep(Duration::from_millis(60)).await;
    }
}

#[tokio::test]
async fn more_callers_than_are_remembered_are_asked_for_again() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("1/h");
    let names: Vec<String> = (0..100_000).map(|number| number.to_string()).collect();
    for round in 0..2 {
        for names in names.chunks(500) {
            let calls = names.iter().map(|name| call(&limiter, name, &quota));
            for decision in futures_util::future::join_all(calls).await {
                assert_eq!(decision.is_allowed(), round == 0);
            }
        }
    }
    let mut ready = 0;
    for name in &names {
        match limiter.check(key(name), &quota, 1) {
            CheckFuture::Ready(decision) => {
                denied(decision.unwrap());
                ready += 1;
            }
            CheckFuture::Boxed(_) => {}
        }
    }
    assert!((30_000..=65_536).contains(&ready), "{ready}");
}
