//! Looks for prompt injection in files, folders or what is piped in.
//!
//! ```text
//! cargo run --release --example scan -- FILE…           verdict and evidence of each
//! cargo run --release --example scan -- eval FILE.jsonl[.gz]…   how many of a labelled set
//! ```
//!
//! `--json`, anywhere, prints what a program can read. Without a file, or for `-`, the
//! text is read from standard input. The exit code is 1 if anything is blocked, 2 if
//! something could not be read.

mod eval;
mod input;
mod progress;
mod report;

use std::io::{self, Write as _};
use std::process::ExitCode;

use safe_tool::output::injection::{Detector, Level, Thresholds};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let all = arguments.len();
    arguments.retain(|argument| argument != "--json");
    let json = arguments.len() < all;

    let outcome = match arguments.split_first() {
        Some((first, files)) if first == "eval" => eval::run(files, json),
        _ => scan(&arguments, json),
    };
    outcome.unwrap_or_else(|error| {
        // There is no one to tell if this fails.
        let _told_or_not = writeln!(io::stderr(), "scan: {error}");
        ExitCode::from(2)
    })
}

fn scan(paths: &[String], json: bool) -> Result<ExitCode, String> {
    let detector = Detector::default();
    let texts = input::texts(paths)?;
    let progress = progress::Progress::new("scanning", texts.len(), json);
    let mut worst = Level::Clean;
    for text in texts {
        let (source, text) = text?;
        let verdict = detector.scan(&text);
        worst = worst.max(verdict.level(Thresholds::default()));
        let printed = progress.beside(|| report::print(&source, &text, &verdict, json));
        printed.map_err(|error| error.to_string())?;
        progress.step();
    }
    progress.done();
    Ok(ExitCode::from(u8::from(worst == Level::Blocked)))
}
