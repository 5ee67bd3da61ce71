//! A server whose clock steps, as after a failover to a machine with another time: a real
//! one, under libfaketime, which makes it believe what is in a file.
//!
//! Each check is by a limiter of its own: none that remembers a denial.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use safe_tool_runtime::limit::redis::{Algorithm, OnFailure};
use safe_tool_runtime::limit::{Decision, Quota, RateLimiter, RedisLimiter};

use super::server::Server;
use super::{PATIENT, RECOVERY, denied, key, quota, until};

const MISSING: &str = "this test needs faketime: `apt-get install faketime`, or scripts/test, \
     which installs it where it can";
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

struct Stepped {
    server: Server,
    clock: PathBuf,
}

impl Stepped {
    fn start() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let clock = directory.path().join("clock");
        step(&clock, 0);
        let environment = vec![
            ("LD_PRELOAD", library()),
            ("FAKETIME_TIMESTAMP_FILE", clock.display().to_string()),
            // Reads the file whenever the time is asked for.
            ("FAKETIME_NO_CACHE", "1".to_owned()),
            // It is not what steps.
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".to_owned()),
        ];
        Self {
            server: Server::within(directory, &[], environment),
            clock,
        }
    }

    /// So many seconds from the right time.
    fn step(&self, seconds: i64) {
        let real = self.seconds() - self.offset();
        step(&self.clock, seconds);
        let apart = self.seconds() - real - seconds;
        assert!(
            (0..60).contains(&apart),
            "the server's clock is {apart} s off"
        );
    }

    fn offset(&self) -> i64 {
        fs::read_to_string(&self.clock).unwrap().parse().unwrap()
    }

    fn seconds(&self) -> i64 {
        self.server.run::<(i64, i64)>("TIME").0
    }

    async fn check(&self, algorithm: Algorithm, quota: &Quota) -> Decision {
        let limiter = RedisLimiter::builder(self.server.url())
            .algorithm(algorithm)
            .deadline(PATIENT)
            .on_failure(OnFailure::Deny)
            .build()
            .unwrap();
        limiter.check(key("a"), quota, 1).await.unwrap()
    }

    /// So many are allowed, and then no more.
    async fn allows(&self, count: u32, algorithm: Algorithm, quota: &Quota) -> Duration {
        for number in 0..count {
            let decision = self.check(algorithm, quota).await;
            assert!(decision.is_allowed(), "{number} of {count} under {quota}");
        }
        denied(self.check(algorithm, quota).await)
    }
}

/// At once, so that no half of it is read.
fn step(clock: &Path, seconds: i64) {
    let new = clock.with_extension("new");
    fs::write(&new, format!("{seconds:+}")).unwrap();
    fs::rename(new, clock).unwrap();
}

/// Where libfaketime is, as its own command has it. The C library's allocator comes with
/// it: jemalloc, which Redis has, asks for the time before libfaketime can tell it.
fn library() -> String {
    let asked = Command::new("faketime")
        .args(["-f", "+0", "printenv", "LD_PRELOAD"])
        .output();
    let asked = asked.unwrap_or_else(|error| panic!("{MISSING} ({error})"));
    let library = String::from_utf8(asked.stdout).unwrap();
    format!("{}:libc.so.6", library.trim())
}

/// Both forms of the bucket (an interval of 6 days; one that is not whole milliseconds),
/// and the log.
fn quotas() -> [(Algorithm, Quota); 3] {
    [
        (Algorithm::TokenBucket, quota("5/30d")),
        (Algorithm::TokenBucket, quota("7/30d")),
        (Algorithm::SlidingWindow, quota("5/30d")),
    ]
}

#[tokio::test]
async fn no_step_of_the_servers_clock_gives_more_than_the_time_it_skips() {
    let stepped = Stepped::start();
    for (algorithm, quota) in quotas() {
        let full = quota.burst();
        stepped.allows(full, algorithm, &quota).await;
        // Back and forth by hours, in which no token comes.
        for hours in [-1, 1, 0, -48, -24, -47, 2, -1] {
            stepped.step(hours * HOUR);
            let wait = stepped.allows(0, algorithm, &quota).await;
            assert!(wait <= quota.per(), "{wait:?} under {quota}");
        }
        // A new burst at most, however far ahead; and none when it comes back.
        for days in [100, 0, 40] {
            stepped.step(days * DAY);
            let new = if days == 0 { 0 } else { full };
            stepped.allows(new, algorithm, &quota).await;
        }
        stepped.step(0);
        let _: String = stepped.server.run("FLUSHALL");
    }
}

#[tokio::test]
async fn a_servers_clock_that_steps_back_locks_nobody_out() {
    let stepped = Stepped::start();
    for (algorithm, text) in [
        (Algorithm::TokenBucket, "3/900ms"),
        (Algorithm::TokenBucket, "7/900ms"),
        (Algorithm::SlidingWindow, "3/900ms"),
    ] {
        let quota = quota(text);
        let allowed = async || stepped.check(algorithm, &quota).await.is_allowed();
        for days in [-1, -400, 0] {
            let all = async || !allowed().await;
            until(RECOVERY, "its tokens are spent", all).await;
            stepped.step(days * DAY);
            until(RECOVERY, "they come back", allowed).await;
        }
        let _: String = stepped.server.run("FLUSHALL");
    }
}
