//! One limit, several processes: this test program, started again as a worker.

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use safe_tool_runtime::limit::redis::{Algorithm, OnFailure};
use safe_tool_runtime::limit::{Quota, RedisLimiter};

use super::server::Server;
use super::witness::Witness;
use super::{PATIENT, call, quota};

const WORKER: &str = "SAFE_TOOL_REDIS_WORKER";

/// What a worker does.
#[derive(Clone)]
pub(crate) struct Job {
    pub(crate) url: String,
    pub(crate) algorithm: Algorithm,
    pub(crate) quota: Quota,
    pub(crate) in_flight: u32,
    pub(crate) leases: u32,
    pub(crate) time: Duration,
}

impl Job {
    fn text(&self) -> String {
        let algorithm = match self.algorithm {
            Algorithm::SlidingWindow => "window",
            _ => "bucket",
        };
        let millis = self.time.as_millis();
        let Self {
            url,
            quota,
            in_flight,
            leases,
            ..
        } = self;
        format!("{url};{algorithm};{quota};{in_flight};{leases};{millis}")
    }

    fn parse(text: &str) -> Self {
        let [url, algorithm, quota, in_flight, leases, millis] =
            text.split(';').collect::<Vec<_>>().try_into().unwrap();
        Self {
            url: url.to_owned(),
            algorithm: match algorithm {
                "window" => Algorithm::SlidingWindow,
                _ => Algorithm::TokenBucket,
            },
            quota: quota.parse().unwrap(),
            in_flight: in_flight.parse().unwrap(),
            leases: leases.parse().unwrap(),
            time: Duration::from_millis(millis.parse().unwrap()),
        }
    }

    /// Calls for as long as it should, by `in_flight` tasks; gives the calls allowed.
    async fn run(self) -> u64 {
        let mut builder = RedisLimiter::builder(&self.url)
            .algorithm(self.algorithm)
            .deadline(PATIENT)
            .on_failure(OnFailure::Deny);
        if self.leases > 0 {
            builder = builder.leases(self.leases);
        }
        let limiter = Arc::new(builder.connect().await.unwrap());
        let allowed = Arc::new(AtomicU64::new(0));
        let end = Instant::now() + self.time;
        let tasks: Vec<_> = (0..self.in_flight)
            .map(|_| {
                let (limiter, allowed) = (Arc::clone(&limiter), Arc::clone(&allowed));
                tokio::spawn(async move {
                    while Instant::now() < end {
                        if call(&limiter, "everyone", &self.quota).await.is_allowed() {
                            allowed.fetch_add(1, Relaxed);
                        }
                        tokio::task::yield_now().await;
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        allowed.load(Relaxed)
    }

    pub(crate) fn start(&self, environment: &[(&str, &str)]) -> Child {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "processes::worker", "--ignored", "--nocapture"])
            .env(WORKER, self.text())
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// By so many processes at a time; gives the calls allowed in all.
    fn run_by(&self, processes: u32) -> u64 {
        let children: Vec<_> = (0..processes).map(|_| self.start(&[])).collect();
        children.into_iter().map(result).sum()
    }
}

pub(crate) fn result(child: Child) -> u64 {
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let allowed = text.split("allowed=").nth(1).unwrap();
    allowed.split_whitespace().next().unwrap().parse().unwrap()
}

#[test]
#[ignore = "not a test, but the process that tests start"]
#[expect(clippy::print_stdout, reason = "what it is started for")]
fn worker() {
    let Ok(job) = std::env::var(WORKER) else {
        return;
    };
    let allowed = super::runtime::runtime().block_on(Job::parse(&job).run());
    println!("allowed={allowed} ");
}

/// That in any time there were at most ⌊burst + rate × elapsed⌋, with `early` for a clock
/// that is coarser than the witness'.
fn assert_never_more(moments: &[u64], quota: &Quota, early: u64) {
    let interval = quota.per().as_micros() as u64 / u64::from(quota.tokens());
    // By the rule itself, in the form of a bucket that starts full.
    let mut full_at = 0;
    for moment in moments {
        full_at = (*moment).max(full_at) + interval;
        let owed = full_at - moment;
        let most = interval * u64::from(quota.burst()) + early;
        assert!(owed <= most, "{owed} µs owed, {most} µs at most");
    }
}

#[test]
fn processes_share_a_bucket() {
    // An interval of 5 ms and one of 3.003 ms: the two forms.
    for (text, commands) in [
        ("200/s burst 40", &["PEXPIRE", "SET"][..]),
        ("333/s burst 40", &["SET"]),
    ] {
        for in_flight in [1, 50, 500] {
            let server = Server::start();
            let witness = Witness::of(&server);
            let quota = quota(text);
            let job = Job {
                url: server.url(),
                algorithm: Algorithm::TokenBucket,
                quota,
                in_flight,
                leases: 0,
                time: Duration::from_millis(700),
            };
            let allowed = job.run_by(3);
            let moments = witness.moments(&server, commands);
            assert_eq!(
                allowed,
                moments.len() as u64,
                "{text}, {in_flight} in flight"
            );
            assert_never_more(&moments, &quota, 1_100);

            // And not much less: all wanted more all the time, but a busy machine may be
            // late to ask.
            let elapsed = moments.last().unwrap() - moments[0];
            let rate = f64::from(quota.tokens()) / 1e6;
            let due = f64::from(quota.burst()) + rate * elapsed as f64;
            assert!(
                allowed as f64 > 0.5 * due,
                "{allowed} of {due}, {in_flight} in flight"
            );
        }
    }
}

#[test]
fn processes_share_a_window() {
    for in_flight in [1, 50, 500] {
        let server = Server::start();
        let witness = Witness::of(&server);
        let quota = quota("60/250ms");
        let job = Job {
            url: server.url(),
            algorithm: Algorithm::SlidingWindow,
            quota,
            in_flight,
            leases: 0,
            time: Duration::from_millis(900),
        };
        let allowed = job.run_by(3);
        let moments = witness.numbers(&server, &["RPUSH"]);
        assert_eq!(allowed, moments.len() as u64, "{in_flight} in flight");
        // In no window more than the limit: the call 60 places later is a period later.
        for pair in moments.windows(61) {
            assert!(pair[60] - pair[0] >= 250_000, "{} µs", pair[60] - pair[0]);
        }
        // And not much less: all wanted more all the time, but a busy machine may be late
        // to ask.
        let elapsed = moments.last().unwrap() - moments[0];
        let least = 60 * (1 + elapsed / 250_000) / 2;
        assert!(allowed >= least, "{allowed} of {least} in {elapsed} µs");
    }
}

#[test]
fn an_instance_that_starts_again_finds_what_was_spent() {
    let server = Server::start();
    let job = Job {
        url: server.url(),
        algorithm: Algorithm::TokenBucket,
        quota: quota("50/h"),
        in_flight: 1,
        leases: 0,
        time: Duration::from_millis(200),
    };
    assert_eq!(job.run_by(1), 50);
    assert_eq!(job.run_by(2), 0);
}

#[test]
fn leases_cost_at_most_what_is_said_in_exactness() {
    let server = Server::start();
    let quota = quota("2000/s burst 1000");
    let (processes, lease) = (3, 20);
    let job = Job {
        url: server.url(),
        algorithm: Algorithm::TokenBucket,
        quota,
        in_flight: 50,
        leases: lease,
        time: Duration::from_millis(800),
    };
    let started = Instant::now();
    let allowed = job.run_by(processes);
    let elapsed = started.elapsed().as_secs_f64();
    let most = 1000.0 + 2000.0 * elapsed + f64::from(processes * lease);
    assert!(allowed as f64 <= most, "{allowed} of {most}");
    let least = 1000.0 + 2000.0 * 0.8 - f64::from(processes * lease);
    assert!(allowed as f64 >= 0.8 * least, "{allowed} of {least}");
    // Far fewer trips than calls, as long as there is enough.
    assert!(server.calls("evalsha") > 0);
}
