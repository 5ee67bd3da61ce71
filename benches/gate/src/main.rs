//! Times the gate, interleaved: in each round every subject reads every message once, each
//! in turn going first; a figure is the median over the rounds, in GB/s.
//!
//! `cargo run --release [ROUNDS]`

mod shapes;

use std::{env, hint::black_box, time::Instant};

use safe_tool_runtime::wire::{Budget, Progress, Scanner};
use serde::de::IgnoredAny;
use serde_json::Value;

use shapes::Shape;

/// At least so many bytes are read between two looks at the clock.
const BYTES_A_TURN: usize = 400_000;
/// As much as a transport reads at once.
const PIECE: usize = 8 * 1024;

type Subject = (&'static str, fn(&[u8]));

const SUBJECTS: [Subject; 5] = [
    ("gate", gate),
    ("gate, 8 KiB a piece", gate_in_pieces),
    ("IgnoredAny", ignored),
    ("Value", value),
    ("memchr", newline),
];

fn main() {
    let rounds = env::args().nth(1).and_then(|text| text.parse().ok());
    let rounds: usize = rounds.unwrap_or(101);
    print!("{:<28}", "GB/s");
    for (name, _) in SUBJECTS {
        print!("{name:>21}");
    }
    println!("{:>18}", "gate/IgnoredAny");
    for shape in shapes::all() {
        let speeds = speeds(&shape, rounds);
        print!("{:<28}", shape.name);
        for speed in speeds {
            print!("{speed:>21.2}");
        }
        println!("{:>17.2}×", speeds[0] / speeds[2]);
    }
}

/// The median speed of each subject.
fn speeds(shape: &Shape, rounds: usize) -> [f64; SUBJECTS.len()] {
    let times = (BYTES_A_TURN / shape.message.len()).max(1);
    let mut seconds: [Vec<f64>; SUBJECTS.len()] = Default::default();
    for round in 0..rounds {
        for turn in 0..SUBJECTS.len() {
            let at = (round + turn) % SUBJECTS.len();
            let start = Instant::now();
            for _ in 0..times {
                SUBJECTS[at].1(black_box(&shape.message));
            }
            seconds[at].push(start.elapsed().as_secs_f64() / times as f64);
        }
    }
    seconds.map(|mut seconds| {
        seconds.sort_by(f64::total_cmp);
        shape.message.len() as f64 / seconds[rounds / 2] / 1e9
    })
}

fn budget() -> Budget {
    Budget::bytes(4_000_000)
}

fn gate(message: &[u8]) {
    let mut scanner = Scanner::new(budget());
    assert_eq!(scanner.feed(message), Progress::Clean);
    black_box(scanner.finish().expect("a good message"));
}

fn gate_in_pieces(message: &[u8]) {
    let mut scanner = Scanner::new(budget());
    for piece in message.chunks(PIECE) {
        scanner.feed(piece);
    }
    black_box(scanner.finish().expect("a good message"));
}

fn ignored(message: &[u8]) {
    black_box(serde_json::from_slice::<IgnoredAny>(message).expect("a good message"));
}

fn value(message: &[u8]) {
    black_box(serde_json::from_slice::<Value>(message).expect("a good message"));
}

fn newline(message: &[u8]) {
    black_box(memchr::memchr(b'\n', message));
}
