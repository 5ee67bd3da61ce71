//! Times one check of each limiter, over one key, ten thousand and a million, by one and
//! by two threads, allowed and denied. Interleaved: in a round each subject runs once, in
//! turn first, so what else the machine does falls on all alike. A figure is the median
//! of the rounds.
//!
//! `cargo run --release [ROUNDS [DIRECTORY]]`; into the directory go `limits-memory.tsv`
//! and `limits-memory.svg`.

mod pause;
mod plot;
mod subjects;
#[path = "../../../examples/flood/svg.rs"]
mod svg;
mod table;

use std::{
    fs,
    hint::{black_box, spin_loop},
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use subjects::{Key, Limiter, Outcome};
use table::Row;

/// Checks in one timing of one thread.
const CHECKS: usize = 20_000;

fn main() {
    let mut args = std::env::args().skip(1);
    let rounds = args.next().map_or(51, |n| n.parse().expect("ROUNDS"));
    let checks = speed(rounds);
    let sizes = pause::rows(1_000_000);
    if let Some(directory) = args.next() {
        let write = |name, text| {
            fs::write(Path::new(&directory).join(name), text).expect("DIRECTORY can be written");
        };
        write("limits-memory.svg", plot::draw(&checks));
        write("limits-memory.tsv", table::tsv(&[checks, sizes].concat()));
    }
}

/// Nanoseconds of a check, a row for each cell.
fn speed(rounds: usize) -> Vec<Row> {
    table::print_head();
    let mut rows = Vec::new();
    for count in [1, 10_000, 1_000_000] {
        let keys = Key::many(count);
        for outcome in [Outcome::Allow, Outcome::Deny] {
            let limiters = subjects::all(count, outcome);
            for limiter in &limiters {
                warm_up(limiter.as_ref(), &keys, outcome);
            }
            for threads in [1, 2] {
                let figures = measure(&limiters, &keys, threads, rounds);
                let title = format!(
                    "{}, {}, {}",
                    counted(count, "key"),
                    counted(threads, "thread"),
                    outcome.name()
                );
                rows.push(Row::printed(title, figures));
            }
        }
    }
    rows
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
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

fn measure(limiters: &[Box<dyn Limiter>], keys: &[Key], threads: usize, rounds: usize) -> Vec<f64> {
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
    let ready = AtomicUsize::new(0);
    let run = |thread: usize| {
        // Another part of the keys each time, so that the caches do not hold it.
        let start_at = (round * threads + thread) * 7_919 * CHECKS;
        // Not a barrier that sleeps: the last to come would run alone until the rest woke.
        ready.fetch_add(1, Ordering::AcqRel);
        while ready.load(Ordering::Acquire) < threads {
            spin_loop();
        }
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
        let times = handles
            .into_iter()
            .map(|handle| handle.join().expect("no panic"));
        black_box(times.sum::<f64>() / threads as f64)
    })
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
