//! Times every subject on every payload, interleaved: a round runs each subject for a
//! few microseconds, one after the other, so whatever else the machine does falls on
//! all of them alike. A figure is the median over the rounds of the ratio to bare serde
//! in the same round.
//!
//! `cargo run --release --bin speed [ROUNDS]`

use std::{hint::black_box, time::Instant};

use safe_tool_benches::{
    payloads::{self, Payload},
    subjects::{self, Subject},
};
use serde_json::Value;

/// Calls in one timing: long enough for the clock, short enough to be seldom interrupted.
const CALLS: usize = 100;

fn main() {
    let rounds = std::env::args()
        .nth(1)
        .map_or(2_001, |n| n.parse().expect("ROUNDS"));
    let payloads = payloads::all();
    agree(&payloads);
    print!("{:<32}{:>11}", "", "ns");
    for subject in subjects::ALL {
        print!("{:>14}", subject.name);
    }
    println!();
    for payload in &payloads {
        let text = payload.arguments.to_string();
        let from_value = |subject: &Subject| time_owned(&payload.arguments, subject.from_value);
        let from_str = |subject: &Subject| time_borrowed(&text, subject.from_str);
        report("from_value", payload, rounds, from_value);
        report("from_str", payload, rounds, from_str);
    }
}

/// All subjects but the baseline give the same verdict, or they are not comparable.
fn agree(payloads: &[Payload]) {
    for payload in payloads {
        for subject in &subjects::ALL[1..] {
            let text = payload.arguments.to_string();
            let verdicts = [
                (subject.from_value)(payload.arguments.clone()),
                (subject.from_str)(&text),
            ];
            assert_eq!(
                verdicts, [payload.valid; 2],
                "{} on {}",
                subject.name, payload.name
            );
        }
    }
}

/// Nanoseconds a call; the copies are made before the clock starts.
fn time_owned(arguments: &Value, call: fn(Value) -> bool) -> f64 {
    let copies: Vec<Value> = (0..CALLS).map(|_| arguments.clone()).collect();
    let start = Instant::now();
    for copy in copies {
        black_box(call(black_box(copy)));
    }
    nanoseconds(start)
}

fn time_borrowed(text: &str, call: fn(&str) -> bool) -> f64 {
    let start = Instant::now();
    for _ in 0..CALLS {
        black_box(call(black_box(text)));
    }
    nanoseconds(start)
}

fn nanoseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e9 / CALLS as f64
}

fn report(path: &str, payload: &Payload, rounds: usize, time: impl Fn(&Subject) -> f64) {
    let count = subjects::ALL.len();
    let mut baseline = Vec::with_capacity(rounds);
    let mut ratios = vec![Vec::with_capacity(rounds); count];
    for round in 0..rounds {
        // Each subject in turn goes first, so none always finds the caches warm.
        let mut times = vec![0.0; count];
        for step in 0..count {
            let which = (round + step) % count;
            times[which] = time(&subjects::ALL[which]);
        }
        baseline.push(times[0]);
        for (ratios, time) in ratios.iter_mut().zip(&times) {
            ratios.push(time / times[0]);
        }
    }
    print!(
        "{:<32}{:>11.0}",
        format!("{path} {}", payload.name),
        median(baseline)
    );
    for ratios in ratios {
        print!("{:>14.2}", median(ratios));
    }
    println!();
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
