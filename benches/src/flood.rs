//! What a refused 10 MB query costs: bytes allocated by the call, its error included,
//! and its time, with and without giving the caller's 10 MB back to the allocator.
//!
//! `cargo run --release --bin flood`

use std::{hint::black_box, time::Instant};

use safe_tool_benches::{payloads, subjects};
use serde_json::Value;

const CALLS: usize = 101;

fn main() {
    let arguments = payloads::flood();
    println!("{:<16}{:>12}{:>14}{:>14}", "", "µs", "bytes", "allocations");
    println!("{:<16}{:>12.2}", "(drop alone)", time(&arguments, drop));
    for subject in subjects::ALL {
        // What is made once, such as a compiled schema, is made here.
        (subject.from_value)(serde_json::json!({}));
        let mut copy = Some(arguments.clone());
        let info = allocation_counter::measure(|| {
            black_box(copy.take().map(subject.from_value));
        });
        let call = |value| _ = black_box((subject.from_value)(value));
        let time = time(&arguments, call);
        println!(
            "{:<16}{time:>12.2}{:>14}{:>14}",
            subject.name, info.bytes_total, info.count_total
        );
    }
}

/// Median microseconds of a call.
fn time(arguments: &Value, call: impl Fn(Value)) -> f64 {
    let mut times: Vec<f64> = (0..CALLS)
        .map(|_| {
            let copy = arguments.clone();
            let start = Instant::now();
            call(black_box(copy));
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[CALLS / 2]
}
