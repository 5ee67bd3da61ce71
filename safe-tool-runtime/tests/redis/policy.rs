//! Who decides when Redis does not, and what is said of it.

use std::cell::RefCell;
use std::io;
use std::time::Duration;

use futures_util::future::join_all;
use safe_tool_runtime::limit::redis::OnFailure;
use safe_tool_runtime::limit::{CheckFuture, Decision, LimiterError, RateLimiter, RedisLimiter};

use super::server::Server;
use super::{PATIENT, allowed, call, denied, key, quota, until};

/// Where no Redis is; the name must not reach a caller.
const NOWHERE: &str = "unix:///nowhere/hidden.sock";

async fn down(policy: OnFailure) -> RedisLimiter {
    let limiter = RedisLimiter::builder(NOWHERE)
        .on_failure(policy)
        .build()
        .unwrap();
    // The first check waits to see whether there is a connection to be had.
    let _ = limiter.check(key("first"), &quota("5/h"), 1).await;
    limiter
}

#[tokio::test]
async fn deny_gives_an_error_that_says_nothing_of_redis() {
    let limiter = down(OnFailure::Deny).await;
    let check = limiter.check(key("a"), &quota("5/h"), 1).await;
    assert_eq!(check, Err(LimiterError::Unavailable));
    assert_eq!(
        check.unwrap_err().to_string(),
        "the rate limiter is unavailable"
    );
    assert_eq!(
        LimiterError::TimedOut.to_string(),
        "the rate limiter did not answer in time"
    );
    // What can be said without Redis is.
    let costly = limiter.check(key("a"), &quota("5/h"), 6).await.unwrap();
    assert_eq!(denied(costly), Duration::MAX);
}

#[tokio::test]
async fn allow_allows() {
    let limiter = down(OnFailure::Allow).await;
    for _ in 0..100 {
        assert_eq!(allowed(call(&limiter, "a", &quota("5/h")).await), 4);
    }
}

#[tokio::test]
async fn local_counts_here_with_its_share() {
    let quota = quota("60/h burst 20");
    for (share, burst, interval) in [(1.0, 20, 60), (0.25, 5, 240), (0.01, 1, 6000)] {
        let limiter = down(OnFailure::Local { share }).await;
        for remaining in (0..burst).rev() {
            assert_eq!(allowed(call(&limiter, "a", &quota).await), remaining);
        }
        let wait = denied(call(&limiter, "a", &quota).await);
        let interval = Duration::from_secs(interval);
        assert!(wait.abs_diff(interval) < Duration::from_secs(1), "{wait:?}");
        // A call that costs more than the share of the burst is paid for whole.
        let costly = || limiter.check(key("b"), &quota, 20);
        allowed(costly().await.unwrap());
        let wait = denied(costly().await.unwrap());
        assert!(
            wait.abs_diff(interval * 20) < Duration::from_secs(1),
            "{wait:?}"
        );
    }
}

#[tokio::test]
async fn an_outage_costs_a_check_nothing() {
    let limiter = down(OnFailure::default()).await;
    let quota = quota("5/h");
    let check = limiter.check(key("a"), &quota, 1);
    assert!(matches!(
        check,
        CheckFuture::Ready(Ok(Decision::Allowed { remaining: 4 }))
    ));
}

thread_local! {
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// What operators read of what happens in this thread.
///
/// One subscriber for all threads: `tracing` asks that of whichever thread comes first to
/// an event whether the event is of interest, and remembers the answer for all.
struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn log() -> String {
    LOG.with_borrow(|log| String::from_utf8(log.clone()).unwrap())
}

// Its runtime has no other thread than its own.
#[tokio::test]
async fn operators_are_told_once_what_failed_and_what_to_do() {
    tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(|| Log)
        .init();

    let mut server = super::server::Server::start();
    let limiter = RedisLimiter::builder(server.url()).build().unwrap();
    let quota = quota("100000/h");
    allowed(call(&limiter, "a", &quota).await);
    assert_eq!(log(), "");

    server.kill();
    for _ in 0..1000 {
        allowed(call(&limiter, "a", &quota).await);
    }
    let text = log();
    let events: Vec<_> = text.lines().collect();
    assert_eq!(events.len(), 2, "{text}");
    assert!(events[0].contains("Redis cannot be reached ("), "{text}");
    assert!(events[0].contains("check that Redis runs"), "{text}");
    assert!(
        events[1].contains("out of use until it answers again"),
        "{text}"
    );

    server.restart();
    until(
        Duration::from_secs(10),
        "it is said to be back",
        async || {
            allowed(call(&limiter, "a", &quota).await);
            log().contains("Redis answers again")
        },
    )
    .await;
}

#[tokio::test]
async fn what_redis_allowed_counts_here_when_it_stops() {
    let server = Server::start();
    let limiter = RedisLimiter::builder(server.url())
        .on_failure(OnFailure::Local { share: 1.0 })
        .build()
        .unwrap();
    let quota = quota("5/h");
    until(Duration::from_secs(5), "it connects", async || {
        limiter.check_connection().await.is_ok()
    })
    .await;
    for remaining in (2..5).rev() {
        assert_eq!(allowed(call(&limiter, "a", &quota).await), remaining);
    }
    server.signal("STOP");
    // Two are left here too, and not five.
    for remaining in (0..2).rev() {
        assert_eq!(allowed(call(&limiter, "a", &quota).await), remaining);
    }
    denied(call(&limiter, "a", &quota).await);
}

/// A lease that is left when Redis stops is no second burst: the larger of the two bounds
/// what is allowed, and the month-long quota gives nothing back meanwhile.
#[tokio::test]
async fn a_lease_is_spent_out_of_the_local_share() {
    for (share, allowed_in_all) in [(1.0, 1000), (0.1, 100), (0.03, 40)] {
        let server = Server::start();
        let limiter = RedisLimiter::builder(server.url())
            .deadline(PATIENT)
            .on_failure(OnFailure::Local { share })
            .leases(40)
            .build()
            .unwrap();
        let quota = quota("1000/30d");
        limiter.check_connection().await.unwrap();
        allowed(call(&limiter, "a", &quota).await);
        server.signal("STOP");
        let mut spent = 1;
        while call(&limiter, "a", &quota).await.is_allowed() {
            spent += 1;
            assert!(spent <= 2 * quota.burst(), "nobody counts");
        }
        assert_eq!(spent, allowed_in_all, "with a share of {share}");
    }
}

/// The same of calls that wait for what another asks for.
#[tokio::test]
async fn what_a_crowd_is_served_is_counted() {
    let server = Server::start();
    let limiter = RedisLimiter::builder(server.url())
        .deadline(PATIENT)
        .leases(40)
        .build()
        .unwrap();
    let quota = quota("1000/30d");
    limiter.check_connection().await.unwrap();
    let crowd = (0..300).map(|_| call(&limiter, "a", &quota));
    for decision in join_all(crowd).await {
        allowed(decision);
    }
    server.signal("STOP");
    let mut spent = 300;
    while call(&limiter, "a", &quota).await.is_allowed() {
        spent += 1;
        assert!(spent <= 2 * quota.burst(), "nobody counts");
    }
    assert_eq!(spent, quota.burst());
}
