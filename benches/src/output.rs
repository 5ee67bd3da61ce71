//! Times the way out: the detector, and all of it (redact, cap, scan, frame), on ordinary
//! text and on text made to be slow, in one run.
//!
//! Rounds are interleaved; a figure is the median over the rounds. `five patterns` is the
//! set of regular expressions that tools are commonly guarded with, and is the least that
//! a scan can cost.
//!
//! `cargo run --release --bin output [ROUNDS] [NAME]`: with a name, that text alone.

use std::hint::black_box;
use std::time::Instant;

use regex::RegexSet;
use safe_tool::output::injection::Detector;
use safe_tool::output::{Guarded, Source, guard_text};
use safe_tool::redact::redact_json_text;
use safe_tool_benches::texts;

/// What an ordinary result is long.
const ORDINARY: usize = 8 * 1024;
const LARGE: usize = 1 << 20;

fn main() {
    let rounds = std::env::args()
        .nth(1)
        .map_or(51, |n| n.parse().expect("ROUNDS"));
    let only = std::env::args().nth(2);
    let chosen = |texts: Vec<(&'static str, String)>| {
        let only = only.clone();
        let chosen = move |name: &str| only.as_ref().is_none_or(|only| only == name);
        texts.into_iter().filter(move |(name, _)| chosen(name))
    };
    let path = Path::new();
    println!(
        "{:<26}{:>10}{:>10}{:>10}{:>12}",
        "ordinary, 8 KiB", "five", "scan", "all", "all, µs"
    );
    for (name, text) in chosen(texts::ordinary(64 * ORDINARY)) {
        let pages: Vec<&str> = pages(&text, ORDINARY);
        path.report(name, &pages, rounds);
    }
    println!(
        "{:<26}{:>10}{:>10}{:>10}{:>12}",
        "ordinary, 1 MiB", "five", "scan", "all", "all, µs"
    );
    for (name, text) in chosen(texts::ordinary(LARGE)) {
        path.report(name, &[&text], rounds / 5 + 1);
    }
    println!(
        "{:<26}{:>10}{:>10}{:>10}{:>12}",
        "hostile, 1 MiB", "five", "scan", "all", "all, µs"
    );
    for (name, text) in chosen(texts::hostile(LARGE)) {
        path.report(name, &[&text], rounds / 10 + 1);
    }
}

struct Path {
    five: RegexSet,
    detector: Detector,
    source: Source,
}

impl Path {
    fn new() -> Self {
        let five = [
            r"(?i)ignore\s+(all\s+)?(previous|prior|above)\s+instructions",
            r"(?i)you\s+are\s+now\s+(a|an)\s",
            r"(?i)system\s*prompt",
            r"(?i)<\s*(system|instructions?)\s*>",
            r"(?i)\[INST\]|\[/INST\]|<\|im_start\|>",
        ];
        Self {
            five: RegexSet::new(five).expect("five patterns"),
            detector: Detector::default(),
            source: Source::new("bench"),
        }
    }

    fn all(&self, text: &str) -> usize {
        let redacted = redact_json_text(text);
        let text = redacted.as_deref().unwrap_or(text);
        match guard_text(text, &self.source, text.len()) {
            Guarded::Framed { content, .. } => content.len(),
            Guarded::Blocked { warning, .. } => warning.len(),
        }
    }

    /// MB/s of each subject, and the microseconds that all of it takes for one page.
    fn report(&self, name: &str, pages: &[&str], rounds: usize) {
        let subjects: [&dyn Fn(&str) -> usize; 3] = [
            &|text| self.five.matches(text).len(),
            &|text| self.detector.scan(text).evidence().len(),
            &|text| self.all(text),
        ];
        let mut times = [const { Vec::new() }; 3];
        for round in 0..rounds {
            for step in 0..subjects.len() {
                let which = (round + step) % subjects.len();
                let start = Instant::now();
                for page in pages {
                    black_box(subjects[which](black_box(page)));
                }
                times[which].push(start.elapsed().as_secs_f64());
            }
        }
        let bytes: usize = pages.iter().map(|page| page.len()).sum();
        let [five, scan, all] = times.map(median);
        let speed = |seconds: f64| bytes as f64 / seconds / 1e6;
        println!(
            "{name:<26}{:>10.0}{:>10.0}{:>10.0}{:>12.1}",
            speed(five),
            speed(scan),
            speed(all),
            all / pages.len() as f64 * 1e6
        );
    }
}

fn pages(text: &str, len: usize) -> Vec<&str> {
    let mut pages = Vec::new();
    let mut rest = text;
    while rest.len() > len {
        let (page, more) = rest.split_at(rest.floor_char_boundary(len));
        pages.push(page);
        rest = more;
    }
    pages
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
