//! Runtimes of all kinds, and none.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use safe_tool_runtime::limit::{LimiterError, RateLimiter};
use tokio::runtime::{Builder, Runtime};

use super::server::Server;
use super::{allowed, call, key, quota, strict};

pub(crate) fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

#[test]
fn a_limiter_outlives_the_runtime_it_connected_in() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("10/h");
    for remaining in (5..10).rev() {
        let single = Builder::new_current_thread().enable_all().build().unwrap();
        let decision = single.block_on(call(&limiter, "a", &quota));
        assert_eq!(allowed(decision), remaining);
    }
    assert_eq!(allowed(runtime().block_on(call(&limiter, "a", &quota))), 4);
}

#[test]
fn a_runtime_that_dies_while_it_connects_is_replaced() {
    let mut server = Server::start();
    let limiter = strict(&server);
    let quota = quota("10/h");
    server.kill();
    for _ in 0..3 {
        // Down, and its connector asleep, when it is dropped.
        let error = runtime().block_on(limiter.check(key("a"), &quota, 1));
        assert_eq!(error, Err(LimiterError::Unavailable));
    }
    server.restart();
    runtime().block_on(super::until(
        Duration::from_secs(2),
        "it counts",
        async || limiter.check(key("a"), &quota, 1).await.is_ok(),
    ));
}

#[test]
fn without_a_runtime_the_policy_decides() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("10/h");
    let mut check = pin!(limiter.check(key("a"), &quota, 1));
    let poll = check.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert_eq!(poll, Poll::Ready(Err(LimiterError::Unavailable)));
}

#[tokio::test]
async fn checks_that_are_dropped_do_no_harm() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("1000/30d");
    for round in 0..100 {
        let check = limiter.check(key("a"), &quota, 1);
        // Polled for some time, from none to most of a trip.
        let _ = tokio::time::timeout(Duration::from_micros(round * 5), check).await;
    }
    let remaining = allowed(call(&limiter, "a", &quota).await);
    assert!((899..=999).contains(&remaining), "{remaining}");
}
