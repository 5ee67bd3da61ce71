//! What a check costs over Redis: checks a second with 1, 50 and 500 calls in flight, of
//! the limiter and of what it can be compared with, all on one redis-server of the
//! benchmark's own. Interleaved: in a round each subject runs once under each load, each
//! in turn first, so what else the machine does falls on all alike. A figure is the
//! median of the rounds, the first of which only warms up.
//!
//! `cargo run --release [ROUNDS [FILE]]`, where FILE is without its ending: the figures are
//! then also written to FILE.tsv and drawn in FILE.svg. 11 rounds take two minutes.

mod chart;
mod figures;
mod flood;
mod pipeline;
mod server;
mod subjects;
#[path = "../../../examples/flood/svg.rs"]
mod svg;
mod targets;

use std::{env, fs, time::Duration};

use figures::Figures;
use flood::Load;
use server::Server;

/// For which a subject runs at a time.
const SLICE: Duration = Duration::from_millis(300);

fn main() {
    let mut arguments = env::args().skip(1);
    let rounds = arguments
        .next()
        .map_or(11, |rounds| rounds.parse().expect("ROUNDS"));
    let file = arguments.next();
    let server = Server::start();
    let figures = measure(&server, rounds);
    let text = format!("Redis {}, {rounds} rounds", server.version());
    println!("{text}\n\n{}", figures.table());
    print!("{}", targets::table(&figures));
    if let Some(file) = file {
        let tsv = format!("# {text}\n{}", figures.tsv());
        fs::write(format!("{file}.tsv"), tsv).expect("a file");
        fs::write(format!("{file}.svg"), chart::draw(&figures)).expect("a file");
    }
}

fn measure(server: &Server, rounds: usize) -> Figures {
    // One thread, and so one processor for the callers; Redis has another.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let mut subjects = subjects::all(server, &runtime);
    let mut figures = Figures::of(subjects.iter().map(|subject| subject.row));
    for round in 0..=rounds {
        for (column, in_flight) in figures::IN_FLIGHT.into_iter().enumerate() {
            for step in 0..subjects.len() {
                let which = (round + step) % subjects.len();
                let time = SLICE;
                let rate = subjects[which].run(&runtime, Load { in_flight, time });
                if round > 0 {
                    figures.add(which, column, rate);
                }
            }
        }
    }
    figures
}
