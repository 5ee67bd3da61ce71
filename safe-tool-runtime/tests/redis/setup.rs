//! What is wrong with the settings is said at start-up, and how to mend it.

use std::time::Duration;

use safe_tool_runtime::limit::RedisLimiter;
use safe_tool_runtime::limit::redis::{Algorithm, OnFailure, RedisLimiterBuilder};

use super::server::Server;
use super::{allowed, call, quota};

const URL: &str = "redis://localhost";

fn complaint(builder: RedisLimiterBuilder) -> String {
    builder.build().unwrap_err().to_string()
}

#[test]
fn settings_are_checked() {
    let builder = || RedisLimiter::builder(URL);
    for prefix in ["", "a{b", "a b", "ä", &"x".repeat(65)] {
        assert!(complaint(builder().prefix(prefix)).contains("1 to 64 visible ASCII"));
    }
    for deadline in [Duration::ZERO, Duration::from_secs(2)] {
        assert!(complaint(builder().deadline(deadline)).contains("from 1 ms to 1 s"));
    }
    for share in [0.0, -1.0, 1.1, f64::NAN, f64::INFINITY] {
        let local = OnFailure::Local { share };
        assert!(complaint(builder().on_failure(local)).contains("above 0 and at most 1"));
    }
    assert!(complaint(builder().leases(1)).contains("at least 2 tokens"));
    let window = builder().algorithm(Algorithm::SlidingWindow).leases(10);
    assert!(complaint(window).contains("TokenBucket"));
}

#[test]
fn urls_are_checked_and_not_repeated() {
    for url in [
        "",
        "localhost",
        "http://user:hunter2@localhost",
        "redis://user:hunter2@localhost:port",
        "redis://user:hunter2@localhost/database",
        "redis-cluster://user:hunter2@",
        "redis-sentinel://user:hunter2@localhost:1",
        "redis://user:hunter2@localhost#insecure",
    ] {
        let builder = RedisLimiter::builder(url);
        assert!(!format!("{builder:?}").contains("hunter2"));
        let error = builder.build().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        if cfg!(all(feature = "redis-cluster", feature = "redis-sentinel")) {
            assert!(
                error.to_string().contains("write `redis://"),
                "{url}: {error}"
            );
        }
    }
}

#[tokio::test]
async fn connect_fails_with_advice_when_redis_does_not_count() {
    let nowhere = RedisLimiter::builder("unix:///nowhere/redis.sock")
        .connect()
        .await;
    let error = nowhere.unwrap_err().to_string();
    assert!(error.contains("check that Redis runs"), "{error}");

    let server = Server::start();
    let _: String = server.run("REPLICAOF 127.0.0.1 1");
    let error = RedisLimiter::builder(server.url())
        .connect()
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("point the URL at the master"),
        "{error}"
    );
    let _: String = server.run("REPLICAOF NO ONE");
    let limiter = RedisLimiter::builder(server.url()).connect().await.unwrap();
    limiter.check_connection().await.unwrap();
}

/// The rights that the documentation lists: for one server.
fn rights() -> String {
    documented("`~safe-tool:* ")
}

/// And for a cluster besides.
#[cfg(feature = "redis-cluster")]
pub(crate) fn rights_in_a_cluster() -> String {
    format!("{} {}", rights(), documented("(for a cluster also `"))
}

/// What follows in the documentation, up to the end of the code.
fn documented(after: &str) -> String {
    include_str!("../../src/limit/redis/mod.rs")
        .split(after)
        .nth(1)
        .and_then(|rest| rest.split('`').next())
        .unwrap()
        .replace("//!", " ")
}

/// With no more rights than the documentation lists.
#[tokio::test]
async fn a_user_with_few_rights_is_enough() {
    let server = Server::start();
    let rights = rights();
    let _: String = server.run(&format!(
        "ACL SETUSER limits on >hunter2 ~safe-tool:* {rights}"
    ));
    let url = |password: &str| format!("{}?user=limits&pass={password}", server.url());
    for algorithm in [Algorithm::TokenBucket, Algorithm::SlidingWindow] {
        let limiter = RedisLimiter::builder(url("hunter2"))
            .algorithm(algorithm)
            .on_failure(OnFailure::Deny)
            .connect()
            .await
            .unwrap();
        for text in ["2/h", "7/h"] {
            let quota = quota(text);
            for _ in 0..quota.burst() {
                allowed(call(&limiter, text, &quota).await);
            }
            assert!(!call(&limiter, text, &quota).await.is_allowed());
        }
    }
    let wrong = RedisLimiter::builder(url("wrong"))
        .connect()
        .await
        .unwrap_err();
    assert!(
        wrong.to_string().contains("check the user and password"),
        "{wrong}"
    );
    let elsewhere = RedisLimiter::builder(url("hunter2"))
        .prefix("other")
        .connect()
        .await;
    let error = elsewhere.unwrap_err().to_string();
    assert!(error.contains("~<prefix>:*"), "{error}");
}
