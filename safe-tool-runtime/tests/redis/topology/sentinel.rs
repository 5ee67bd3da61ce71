//! The master is found by asking a sentinel, also when it is another.

use std::time::Duration;

use safe_tool_runtime::limit::redis::OnFailure;
use safe_tool_runtime::limit::{RateLimiter, RedisLimiter};

use super::port;
use crate::server::Server;
use crate::{PATIENT, allowed, call, key, quota, until};

const LONG: Duration = Duration::from_secs(20);

/// A server that changes its role drops its connections.
fn is(server: &Server, role: &str) -> bool {
    let text = server.try_run::<String>("INFO replication");
    text.is_ok_and(|text| text.contains(role))
}

#[tokio::test]
async fn a_failover_is_followed() {
    let master_port = port().to_string();
    let at_once = ["--repl-diskless-sync-delay", "0"];
    let master = Server::with(&["--port", &master_port, at_once[0], at_once[1]]);
    let replica = Server::with(&["--port", &port().to_string()]);
    let _: String = replica.run(&format!("REPLICAOF 127.0.0.1 {master_port}"));
    until(LONG, "the replica is online", async || {
        master
            .run::<String>("INFO replication")
            .contains("state=online")
    })
    .await;
    let sentinel_port = port();
    let sentinel = Server::sentinel(&format!(
        "port {sentinel_port}\n\
         sentinel monitor limits 127.0.0.1 {master_port} 1\n\
         sentinel down-after-milliseconds limits 500\n"
    ));
    // It takes many seconds to look around otherwise.
    let _: String = sentinel.run("SENTINEL DEBUG INFO-PERIOD 100 PUBLISH-PERIOD 100");
    until(LONG, "the sentinel knows the replica", async || {
        sentinel.run::<String>("INFO sentinel").contains("slaves=1")
    })
    .await;

    let limiter =
        RedisLimiter::builder(format!("redis-sentinel://127.0.0.1:{sentinel_port}/limits"))
            .deadline(PATIENT)
            .on_failure(OnFailure::Deny)
            .connect()
            .await
            .unwrap();
    let quota = quota("100/h");
    for left in (90..100).rev() {
        assert_eq!(allowed(call(&limiter, "a", &quota).await), left);
    }
    until(LONG, "the replica has all of it", async || {
        replica.run::<u64>("DBSIZE") == master.run::<u64>("DBSIZE")
    })
    .await;
    // It must have looked at the replica first.
    until(LONG, "the failover begins", async || {
        sentinel
            .try_run::<String>("SENTINEL FAILOVER limits")
            .is_ok()
    })
    .await;
    until(LONG, "the replica is the master", async || {
        is(&replica, "role:master") && is(&master, "role:slave")
    })
    .await;
    // What was spent is known to the new master.
    until(LONG, "the limiter has found it", async || {
        limiter.check(key("a"), &quota, 0).await.is_ok()
    })
    .await;
    let remaining = allowed(call(&limiter, "a", &quota).await);
    assert!((85..90).contains(&remaining), "{remaining}");
}
