//! Redis slow, gone, and back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use safe_tool_runtime::limit::{LimiterError, RateLimiter};

use super::server::Server;
use super::{
    RECOVERY, SOON, allowed, ask, call, denying, key, quota, recovers, soon, strict, until,
};

#[tokio::test]
async fn a_flushed_script_is_sent_again_and_nothing_is_lost() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("1000/30d");
    for left in (0..20).rev() {
        let _: String = server.run("SCRIPT FLUSH");
        assert_eq!(allowed(call(&limiter, "a", &quota).await), 980 + left);
    }
    // All of 500 at once find it missing.
    let _: String = server.run("SCRIPT FLUSH");
    let calls = (0..500).map(|_| call(&limiter, "a", &quota));
    for decision in futures_util::future::join_all(calls).await {
        allowed(decision);
    }
    assert_eq!(allowed(call(&limiter, "a", &quota).await), 479);
}

#[tokio::test]
async fn a_killed_connection_is_made_again_within_the_call() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("1000/h");
    until(RECOVERY, "it connects", async || {
        ask(&limiter, "a", &quota).await.is_ok()
    })
    .await;
    for _ in 0..20 {
        let _: i64 = server.run("CLIENT KILL TYPE normal SKIPME yes");
        let decision = ask(&limiter, "a", &quota).await.unwrap();
        assert!(decision.is_allowed());
    }
    let remaining = allowed(ask(&limiter, "a", &quota).await.unwrap());
    // Perhaps one charge was made and its answer lost, each time; none is missing.
    assert!((930..=978).contains(&remaining), "{remaining}");
}

#[tokio::test]
async fn connections_are_made_one_at_a_time() {
    let server = Server::start();
    let limiter = strict(&server);
    let quota = quota("100000/h");
    let calls = (0..500).map(|_| ask(&limiter, "a", &quota));
    for answer in futures_util::future::join_all(calls).await {
        allowed(answer.unwrap());
    }
    let before = connections(&server);
    let _: i64 = server.run("CLIENT KILL TYPE normal SKIPME yes");
    let calls = (0..500).map(|_| ask(&limiter, "a", &quota));
    for answer in futures_util::future::join_all(calls).await {
        allowed(answer.unwrap());
    }
    // This test's own two looks among them.
    assert!(connections(&server) - before <= 4);
}

fn connections(server: &Server) -> u64 {
    let text: String = server.run("INFO stats");
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("total_connections_received:"));
    line.unwrap().trim().parse().unwrap()
}

#[tokio::test]
async fn a_server_that_sleeps_is_not_waited_for() {
    let server = Server::start();
    let limiter = Arc::new(denying(&server));
    let quota = quota("1000/h");
    until(RECOVERY, "it connects", async || {
        soon(&limiter, "a", &quota).await.is_ok()
    })
    .await;

    let mut sleeper = server.connection();
    let sleep = std::thread::spawn(move || {
        let _: String = redis::cmd("DEBUG")
            .arg("SLEEP")
            .arg("1.2")
            .query(&mut sleeper)
            .unwrap();
    });
    let asleep = async || soon(&limiter, "a", &quota).await == Err(LimiterError::TimedOut);
    until(RECOVERY, "it sleeps", asleep).await;
    // After a few that had to wait, none does.
    let started = Instant::now();
    let mut failed = 0;
    while started.elapsed() < Duration::from_millis(300) {
        failed += u32::from(soon(&limiter, "a", &quota).await.is_err());
        tokio::task::yield_now().await;
    }
    assert!(failed > 100, "{failed} answers");
    sleep.join().unwrap();
    recovers(&limiter, &quota).await;
}

#[tokio::test]
async fn a_stopped_server_is_not_waited_for() {
    let server = Server::start();
    let limiter = denying(&server);
    let quota = quota("1000/h");
    until(RECOVERY, "it connects", async || {
        soon(&limiter, "a", &quota).await.is_ok()
    })
    .await;
    for _ in 0..2 {
        server.signal("STOP");
        // 500 at once, all within their deadline.
        let calls = (0..500).map(|_| soon(&limiter, "a", &quota));
        for answer in futures_util::future::join_all(calls).await {
            assert_eq!(answer, Err(LimiterError::TimedOut));
        }
        let started = Instant::now();
        assert_eq!(
            soon(&limiter, "a", &quota).await,
            Err(LimiterError::Unavailable)
        );
        assert!(
            started.elapsed() < Duration::from_millis(40),
            "{:?}",
            started.elapsed()
        );
        // Long enough for several attempts that fail.
        tokio::time::sleep(Duration::from_millis(1800)).await;
        assert_eq!(
            soon(&limiter, "a", &quota).await,
            Err(LimiterError::Unavailable)
        );
        server.signal("CONT");
        recovers(&limiter, &quota).await;
    }
}

#[tokio::test]
async fn a_killed_server_is_not_waited_for() {
    let mut server = Server::start();
    let limiter = denying(&server);
    let quota = quota("1000/h");
    until(RECOVERY, "it connects", async || {
        soon(&limiter, "a", &quota).await.is_ok()
    })
    .await;
    for _ in 0..2 {
        server.kill();
        let calls = (0..500).map(|_| soon(&limiter, "a", &quota));
        for answer in futures_util::future::join_all(calls).await {
            assert!(answer.is_err(), "{answer:?}");
        }
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert_eq!(
            soon(&limiter, "a", &quota).await,
            Err(LimiterError::Unavailable)
        );
        server.restart();
        recovers(&limiter, &quota).await;
    }
}

/// A server that lost its data gives a caller one burst more, and no more than that.
#[tokio::test]
async fn lost_data_is_one_burst_at_most() {
    let mut server = Server::start();
    let quota = quota("10/h");
    let mut spent = 0;
    for _ in 0..2 {
        let limiter = strict(&server);
        for _ in 0..30 {
            spent += u32::from(call(&limiter, "a", &quota).await.is_allowed());
        }
        server.kill();
        server.restart();
    }
    assert_eq!(spent, 20);
}

/// All of it at once, under load, for as long as it takes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_during_all_of_it_is_answered() {
    let mut server = Server::start();
    let limiter = Arc::new(denying(&server));
    let end = Arc::new(AtomicBool::new(false));
    let answers = Arc::new(AtomicU64::new(0));
    let tasks: Vec<_> = (0..50)
        .map(|task| {
            let (limiter, end, answers) =
                (Arc::clone(&limiter), Arc::clone(&end), Arc::clone(&answers));
            tokio::spawn(async move {
                let quota = quota("100000/h");
                let mut longest = Duration::ZERO;
                while !end.load(Relaxed) {
                    let started = Instant::now();
                    let _ = limiter.check(key(&task.to_string()), &quota, 1).await;
                    longest = longest.max(started.elapsed());
                    answers.fetch_add(1, Relaxed);
                    // A busy loop would starve the server of its processor.
                    tokio::time::sleep(Duration::from_micros(500)).await;
                }
                longest
            })
        })
        .collect();
    let step = || tokio::time::sleep(Duration::from_millis(150));
    for _ in 0..2 {
        step().await;
        let _: String = server.run("SCRIPT FLUSH");
        step().await;
        let _: i64 = server.run("CLIENT KILL TYPE normal SKIPME yes");
        step().await;
        server.signal("STOP");
        step().await;
        server.signal("CONT");
        step().await;
        server.kill();
        step().await;
        server.restart();
    }
    recovers(&limiter, &quota("100000/h")).await;
    end.store(true, Relaxed);
    for task in tasks {
        let longest = task.await.unwrap();
        assert!(longest < SOON, "{longest:?}");
    }
    assert!(answers.load(Relaxed) > 1000);
}
