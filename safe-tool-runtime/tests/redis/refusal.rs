//! Redis answers, but does not count.

use std::time::Duration;

use safe_tool_runtime::limit::LimiterError;

use super::server::Server;
use super::{RECOVERY, allowed, ask, quota, recovers, strict, until};

#[tokio::test]
async fn a_full_server_keeps_counting_what_it_has_and_leaves_the_rest_to_the_policy() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("1000/h burst 5");
    let other = super::quota("7/h");
    until(RECOVERY, "it connects", async || {
        ask(&limiter, "a", &quota).await.is_ok()
    })
    .await;
    let _: String = server.run("CONFIG SET maxmemory 1");
    // A bucket of whole milliseconds that exists only moves its expiry.
    assert_eq!(allowed(ask(&limiter, "a", &quota).await.unwrap()), 3);
    for name in ["b", "c", "d"] {
        assert_eq!(
            ask(&limiter, name, &other).await,
            Err(LimiterError::Unavailable)
        );
    }
    // Three in a row: from now on Redis is not asked, until a probe can write.
    assert_eq!(
        ask(&limiter, "a", &quota).await,
        Err(LimiterError::Unavailable)
    );
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(
        ask(&limiter, "a", &quota).await,
        Err(LimiterError::Unavailable)
    );
    let _: String = server.run("CONFIG SET maxmemory 0");
    recovers(&limiter, &quota).await;
}

#[tokio::test]
async fn a_key_of_another_type_concerns_its_caller_only() {
    let server = Server::start();
    let limiter = strict(&server);
    for text in ["10/h", "7/h"] {
        let quota = quota(text);
        until(RECOVERY, "it connects", async || {
            ask(&limiter, "a", &quota).await.is_ok()
        })
        .await;
        let name = server.run::<Vec<String>>("KEYS *caller*").remove(0);
        for make in [
            format!("LPUSH {name} x"),
            format!("SET {name} x"),
            format!("HSET {name} a b"),
        ] {
            let _: i64 = server.run(&format!("DEL {name}"));
            let _: redis::Value = server.run(&make);
            for _ in 0..5 {
                assert_eq!(
                    ask(&limiter, "a", &quota).await,
                    Err(LimiterError::Unavailable)
                );
                // Another caller is counted as ever.
                assert!(ask(&limiter, "b", &super::quota("1000/h")).await.is_ok());
            }
        }
        let _: String = server.run("FLUSHALL");
    }
}

#[tokio::test]
async fn a_replica_is_not_counted_on() {
    let master = Server::with(&["--port", "0"]);
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("1000/h");
    until(RECOVERY, "it connects", async || {
        ask(&limiter, "a", &quota).await.is_ok()
    })
    .await;
    let _: String = server.run("REPLICAOF 127.0.0.1 1");
    let refused = async || ask(&limiter, "a", &quota).await == Err(LimiterError::Unavailable);
    until(RECOVERY, "writes are refused", refused).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(
        ask(&limiter, "a", &quota).await,
        Err(LimiterError::Unavailable)
    );
    let _: String = server.run("REPLICAOF NO ONE");
    recovers(&limiter, &quota).await;
    drop(master);
}
