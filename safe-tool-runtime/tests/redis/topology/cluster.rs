//! Three nodes; slots that move; a node that dies.

use std::time::{Duration, Instant};

use safe_tool_runtime::limit::redis::{Algorithm, OnFailure};
use safe_tool_runtime::limit::{RateLimiter, RedisLimiter};

use super::port;
use crate::server::Server;
use crate::setup::rights_in_a_cluster;
use crate::{PATIENT, SOON, allowed, call, key, quota, until};

struct Node {
    server: Server,
    port: u16,
    bus: u16,
    id: String,
}

struct Cluster(Vec<Node>);

impl Cluster {
    async fn start() -> Self {
        let nodes: Vec<_> = (0..3).map(|_| node()).collect();
        for (node, slots) in nodes.iter().zip(["0 5460", "5461 10922", "10923 16383"]) {
            let _: String = node.server.run(&format!("CLUSTER ADDSLOTSRANGE {slots}"));
        }
        let Node { port, bus, .. } = nodes[0];
        for node in &nodes[1..] {
            let meet = format!("CLUSTER MEET 127.0.0.1 {port} {bus}");
            let _: String = node.server.run(&meet);
        }
        let cluster = Self(nodes);
        until(Duration::from_secs(20), "the nodes agree", async || {
            cluster.agrees()
        })
        .await;
        cluster
    }

    fn agrees(&self) -> bool {
        self.0.iter().all(|node| {
            let info: String = node.server.run("CLUSTER INFO");
            let nodes: String = node.server.run("CLUSTER NODES");
            info.contains("cluster_state:ok") && nodes.lines().count() == 3
        })
    }

    fn url(&self) -> String {
        let hosts: Vec<_> = self
            .0
            .iter()
            .map(|node| format!("127.0.0.1:{}", node.port))
            .collect();
        format!("redis-cluster://{}", hosts.join(","))
    }

    /// The node that has a key, one that has not, and the key.
    fn owner(&self, name: &str) -> (&Node, &Node, String) {
        let caller = safe_tool_runtime::limit::Caller::from_name(name).to_hex();
        for (index, node) in self.0.iter().enumerate() {
            let names: Vec<String> = node.server.run(&format!("KEYS *{caller}*"));
            if let Some(name) = names.into_iter().next() {
                return (node, &self.0[(index + 1) % 3], name);
            }
        }
        panic!("no node has a key of {name}");
    }
}

fn node() -> Node {
    let (port, bus) = (port(), port());
    let server = Server::with(&[
        "--port",
        &port.to_string(),
        "--cluster-enabled",
        "yes",
        "--cluster-port",
        &bus.to_string(),
        "--cluster-node-timeout",
        "1000",
        "--cluster-require-full-coverage",
        "no",
    ]);
    let id = server.run("CLUSTER MYID");
    Node {
        server,
        port,
        bus,
        id,
    }
}

fn limiter(cluster: &Cluster, algorithm: Algorithm) -> RedisLimiter {
    RedisLimiter::builder(cluster.url())
        .algorithm(algorithm)
        .deadline(PATIENT)
        .on_failure(OnFailure::Deny)
        .build()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limit_is_exact_while_its_slot_moves() {
    let cluster = Cluster::start().await;
    for (algorithm, text) in [
        (Algorithm::TokenBucket, "100/30d"),
        (Algorithm::TokenBucket, "99/30d"),
        (Algorithm::SlidingWindow, "100/30d"),
    ] {
        let limiter = limiter(&cluster, algorithm);
        let quota = quota(text);
        let mut left = quota.tokens();
        let mut next = async |limiter: &RedisLimiter| {
            left -= 1;
            assert_eq!(allowed(call(limiter, "a", &quota).await), left);
        };
        for _ in 0..5 {
            next(&limiter).await;
        }
        let (from, to, name) = cluster.owner("a");
        let slot: u64 = from.server.run(&format!("CLUSTER KEYSLOT {name}"));
        let ok = |node: &Node, words: String| drop(node.server.run::<String>(&words));
        ok(to, format!("CLUSTER SETSLOT {slot} IMPORTING {}", from.id));
        ok(from, format!("CLUSTER SETSLOT {slot} MIGRATING {}", to.id));
        next(&limiter).await;
        // The key is there, the slot still here: ASK.
        ok(from, format!("MIGRATE 127.0.0.1 {} {name} 0 5000", to.port));
        for _ in 0..3 {
            next(&limiter).await;
        }
        // The slot is there, too: MOVED.
        for node in [to, from] {
            ok(node, format!("CLUSTER SETSLOT {slot} NODE {}", to.id));
        }
        for _ in 0..5 {
            next(&limiter).await;
        }
        for node in &cluster.0 {
            let _: String = node.server.run("FLUSHALL");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn callers_are_spread_over_the_nodes_and_survive_flushed_scripts() {
    let cluster = Cluster::start().await;
    let limiter = limiter(&cluster, Algorithm::TokenBucket);
    let quota = quota("10/h");
    for left in (0..10).rev() {
        for node in &cluster.0 {
            let _: String = node.server.run("SCRIPT FLUSH");
        }
        for name in 0..30 {
            assert_eq!(
                allowed(call(&limiter, &name.to_string(), &quota).await),
                left
            );
        }
    }
    for node in &cluster.0 {
        assert!(node.server.run::<u64>("DBSIZE") >= 2);
    }
}

/// Slots that move included, for which there are commands of their own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_user_with_few_rights_is_enough() {
    let cluster = Cluster::start().await;
    let rights = rights_in_a_cluster();
    for node in &cluster.0 {
        let user = format!("ACL SETUSER limits on >hunter2 ~safe-tool:* {rights}");
        let _: String = node.server.run(&user);
    }
    let url = cluster.url().replacen("//", "//limits:hunter2@", 1);
    for (algorithm, text) in [
        (Algorithm::TokenBucket, "20/h"),
        (Algorithm::TokenBucket, "7/h"),
        (Algorithm::SlidingWindow, "20/h"),
    ] {
        let limiter = RedisLimiter::builder(url.as_str())
            .algorithm(algorithm)
            .deadline(PATIENT)
            .on_failure(OnFailure::Deny)
            .connect()
            .await
            .unwrap();
        let quota = quota(text);
        for name in 0..30 {
            let name = name.to_string();
            assert_eq!(
                allowed(call(&limiter, &name, &quota).await),
                quota.tokens() - 1
            );
        }
        let (from, to, name) = cluster.owner("0");
        let slot: u64 = from.server.run(&format!("CLUSTER KEYSLOT {name}"));
        let ok = |node: &Node, words: String| drop(node.server.run::<String>(&words));
        ok(to, format!("CLUSTER SETSLOT {slot} IMPORTING {}", from.id));
        ok(from, format!("CLUSTER SETSLOT {slot} MIGRATING {}", to.id));
        ok(from, format!("MIGRATE 127.0.0.1 {} {name} 0 5000", to.port));
        assert_eq!(
            allowed(call(&limiter, "0", &quota).await),
            quota.tokens() - 2
        );
        for node in [to, from] {
            ok(node, format!("CLUSTER SETSLOT {slot} NODE {}", to.id));
        }
        assert_eq!(
            allowed(call(&limiter, "0", &quota).await),
            quota.tokens() - 3
        );
        for node in &cluster.0 {
            let _: String = node.server.run("FLUSHALL");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_node_keeps_nobody_waiting() {
    let mut cluster = Cluster::start().await;
    let limiter = RedisLimiter::builder(cluster.url())
        .on_failure(OnFailure::Deny)
        .connect()
        .await
        .unwrap();
    let quota = quota("1000/h");
    let soon = async |name: u32| {
        let started = Instant::now();
        let answer = limiter.check(key(&name.to_string()), &quota, 1).await;
        assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
        answer
    };
    for name in 0..30 {
        until(PATIENT, "all are counted", async || {
            soon(name).await.is_ok()
        })
        .await;
    }
    cluster.0[1].server.kill();
    let mut failed = 0;
    for name in 0..120 {
        failed += u32::from(soon(name % 30).await.is_err());
    }
    assert!(failed > 0);
    cluster.0[1].server.restart();
    until(
        Duration::from_secs(10),
        "all are counted again",
        async || {
            let mut counted = true;
            for name in 0..30 {
                counted &= soon(name).await.is_ok();
            }
            counted
        },
    )
    .await;
}
