//! What a million keys take: bytes, and the longest check that anybody waits for.

use std::time::{Duration, Instant};

use crate::subjects::{self, Key, Limiter, Outcome};

/// Checks whose longest is reported; so many, and the scheduler's own pauses are in it.
const CHECKS: usize = 2_000_000;

pub fn report(count: usize) {
    let keys = Key::many(count);
    println!("\nat {count} keys");
    println!("{:<32}{:>18}{:>18}", "", "bytes a key", "longest check µs");
    let row = |make: &dyn Fn() -> Box<dyn Limiter>| {
        let mut limiter = None;
        let held = allocation_counter::measure(|| {
            let made = make();
            keys.iter().for_each(|key| _ = made.check(key));
            limiter = Some(made);
        });
        let limiter = limiter.expect("just made");
        let bytes = held.bytes_current as f64 / count as f64;
        let longest = longest(limiter.as_ref(), &keys).as_secs_f64() * 1e6;
        println!("{:<32}{bytes:>18.1}{longest:>18.1}", limiter.name());
    };
    row(&|| Box::new(subjects::safe_tool(count, Outcome::Deny)));
    row(&|| Box::new(subjects::governor_u64(Outcome::Deny)));
    governor_sweep(&keys);
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
fn governor_sweep(keys: &[Key]) {
    let limiter = subjects::governor_u64(Outcome::Allow);
    keys.iter().for_each(|key| _ = limiter.check(key));
    let longest = std::thread::scope(|scope| {
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
    });
    println!(
        "{:<32}{:>18}{:>18.1}",
        "governor u64, while it sweeps",
        "",
        longest.as_secs_f64() * 1e6
    );
}
