//! What a million keys take: bytes, and the longest check that anybody waits for.

use std::time::{Duration, Instant};

use crate::{
    subjects::{self, Key, Limiter, Outcome},
    table::Row,
};

/// Checks whose longest is reported; so many, and the scheduler's own pauses are in it.
const CHECKS: usize = 2_000_000;

pub fn rows(count: usize) -> Vec<Row> {
    let keys = Key::many(count);
    let limiters: [&dyn Fn() -> Box<dyn Limiter>; 2] = [
        &|| Box::new(subjects::safe_tool(count, Outcome::Deny)),
        &|| Box::new(subjects::governor_u64(Outcome::Deny)),
    ];
    let (bytes, mut longest_us) = limiters
        .map(|make| {
            let mut limiter = None;
            let held = allocation_counter::measure(|| {
                let made = make();
                keys.iter().for_each(|key| _ = made.check(key));
                limiter = Some(made);
            });
            let limiter = limiter.expect("just made");
            let bytes = held.bytes_current as f64 / count as f64;
            (bytes, micros(longest(limiter.as_ref(), &keys)))
        })
        .into_iter()
        .unzip::<_, _, Vec<_>, Vec<_>>();
    let bytes = Row::printed(format!("bytes a key, {count} keys"), bytes);
    let longest = Row::printed(format!("µs the longest, {count} keys"), longest_us.clone());
    // Only governor has to be told to forget keys; safe_tool's figure is the same.
    longest_us[1] = micros(governor_sweep(&keys));
    let title = "µs the longest, while governor sweeps";
    vec![bytes, longest, Row::printed(title.into(), longest_us)]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// The longest of many checks, each timed by itself.
fn longest(limiter: &dyn Limiter, keys: &[Key]) -> Duration {
    let checks = keys.iter().cycle().take(CHECKS);
    let times = checks.map(|key| {
        let start = Instant::now();
        limiter.check(key);
        start.elapsed()
    });
    times.max().unwrap_or_default()
}

/// governor forgets keys only when it is told to, which holds other checks up.
fn governor_sweep(keys: &[Key]) -> Duration {
    let limiter = subjects::governor_u64(Outcome::Allow);
    keys.iter().for_each(|key| _ = limiter.check(key));
    std::thread::scope(|scope| {
        let sweep = scope.spawn(|| {
            limiter.0.retain_recent();
            limiter.0.shrink_to_fit();
        });
        let mut longest = Duration::ZERO;
        let mut keys = keys.iter().cycle();
        while !sweep.is_finished() {
            let key = keys.next().expect("a cycle");
            let start = Instant::now();
            limiter.check(key);
            longest = longest.max(start.elapsed());
        }
        longest
    })
}
