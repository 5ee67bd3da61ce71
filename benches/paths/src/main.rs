//! Times opening (and closing) a file four names beneath a folder, by each way to confine
//! a path to it: a file that is there, one that is not, and two that must be refused.
//! Interleaved: in a round each way runs once, in turn first, so what else the machine does
//! falls on all alike. A figure is the median of the rounds.
//!
//! `cargo run --release [ROUNDS]`

mod folder;
mod ways;

use std::time::Instant;

use folder::Folder;
use ways::Way;

/// Opens in one timing.
const OPENS: u32 = 500;

fn main() {
    let rounds = std::env::args().nth(1);
    let rounds: usize = rounds.map_or(301, |n| n.parse().expect("ROUNDS"));
    let folder = Folder::new();
    let ways = ways::all(&folder);

    println!(
        "ns an open{:>23}{:>22}{:>22}{:>22}",
        "hit", "miss", "link out", "../ out"
    );
    let columns: Vec<Vec<f64>> = folder::CASES
        .iter()
        .map(|case| measure(&ways, case.text, rounds))
        .collect();
    for (index, way) in ways.iter().enumerate() {
        print!("{:<24}", way.name);
        for (column, case) in columns.iter().zip(&folder::CASES) {
            let outcome = if (way.open)(case.text) { "opens" } else { "" };
            let surprise = if outcome == "opens" && !case.opens {
                "!"
            } else {
                " "
            };
            print!(
                "{:>13.0}{surprise}{:>6.2}×",
                column[index],
                column[index] / column[0]
            );
        }
        println!();
    }
    println!("\n! opens what is outside. Ratios are to `File::open` in the same column.");
}

/// The median of each way, in nanoseconds of one open.
fn measure(ways: &[Way<'_>], text: &str, rounds: usize) -> Vec<f64> {
    let mut times = vec![Vec::with_capacity(rounds); ways.len()];
    for round in 0..rounds {
        for turn in 0..ways.len() {
            let index = (turn + round) % ways.len();
            let start = Instant::now();
            for _ in 0..OPENS {
                std::hint::black_box((ways[index].open)(std::hint::black_box(text)));
            }
            times[index].push(start.elapsed().as_secs_f64() * 1e9 / f64::from(OPENS));
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    times.into_iter().map(median).collect()
}
