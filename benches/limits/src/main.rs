//! Times one check of each limiter, over one key, ten thousand and a million, by one and
//! by two threads, allowed and denied. Interleaved: in a round each subject runs once, in
//! turn first, so what else the machine does falls on all alike. A figure is the median
//! of the rounds.
//!
//! `cargo run --release [ROUNDS]`

mod pause;
mod subjects;

use std::{hint::black_box, sync::Barrier, time::Instant};

use subjects::{Key, Limiter, Outcome};

/// Checks in one timing of one thread.
const CHECKS: usize = 20_000;

fn main() {
    let rounds = std::env::args()
        .nth(1)
        .map_or(51, |n| n.parse().expect("ROUNDS"));
    print!("{:<32}", "ns a check");
    for name in subjects::NAMES {
        print!("{name:>18}");
    }
    println!();
    for count in [1, 10_000, 1_000_000] {
        let keys = Key::many(count);
        for outcome in [Outcome::Allow, Outcome::Deny] {
            let limiters = subjects::all(count, outcome);
            for limiter in &limiters {
                warm_up(limiter.as_ref(), &keys, outcome);
            }
            for threads in [1, 2] {
                let figures = measure(&limiters, &keys, threads, rounds);
                let title = format!("{count} keys, {threads} threads, {outcome:?}");
                print!("{title:<32}");
                figures.iter().for_each(|figure| print!("{figure:>18.1}"));
                println!();
            }
        }
    }
    pause::report(1_000_000);
}

/// Every key is in the table, and over its limit where calls are to be denied.
fn warm_up(limiter: &dyn Limiter, keys: &[Key], outcome: Outcome) {
    for _ in 0..2 {
        keys.iter().for_each(|key| _ = limiter.check(key));
    }
    let allowed = keys.iter().filter(|key| limiter.check(key)).count();
    match outcome {
        Outcome::Allow => assert_eq!(allowed, keys.len(), "{}", limiter.name()),
        Outcome::Deny => assert_eq!(allowed, 0, "{}", limiter.name()),
    }
}

fn measure(
    limiters: &[Box<dyn Limiter>],
    keys: &[Key],
    threads: usize,
    rounds: usize,
) -> Vec<f64> {
    let mut times = vec![Vec::with_capacity(rounds); limiters.len()];
    for round in 0..rounds {
        for step in 0..limiters.len() {
            let which = (round + step) % limiters.len();
            times[which].push(time(limiters[which].as_ref(), keys, threads, round));
        }
    }
    times.into_iter().map(median).collect()
}

/// Nanoseconds of one check, as each of the threads sees it.
fn time(limiter: &dyn Limiter, keys: &[Key], threads: usize, round: usize) -> f64 {
    let barrier = Barrier::new(threads);
    let run = |thread: usize| {
        // Another part of the keys each time, so that the caches do not hold it.
        let start_at = (round * threads + thread) * 7_919 * CHECKS;
        barrier.wait();
        let start = Instant::now();
        limiter.check_many(keys, start_at, CHECKS);
        start.elapsed().as_secs_f64() * 1e9 / CHECKS as f64
    };
    if threads == 1 {
        return run(0);
    }
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || run(thread)))
            .collect();
        let times = handles.into_iter().map(|handle| handle.join().expect("no panic"));
        black_box(times.sum::<f64>() / threads as f64)
    })
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
