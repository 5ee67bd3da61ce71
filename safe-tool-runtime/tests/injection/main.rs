//! The detector, by its public face: what it sees through, what it lets pass, what it
//! costs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod disguise;
mod disguises;
mod forms;
mod quotation;
mod rules;
mod work;

use safe_tool_runtime::output::injection::{Detector, Level, Thresholds, Verdict};

fn scan(text: &str) -> Verdict {
    Detector::default().scan(text)
}

fn level(text: &str) -> Level {
    scan(text).level(Thresholds::default())
}

/// The strongest rule of a text that is blocked.
fn blocked_by(text: &str) -> Option<&'static str> {
    let verdict = scan(text);
    let blocked = verdict.level(Thresholds::default()) == Level::Blocked;
    verdict
        .first()
        .filter(|_| blocked)
        .map(|evidence| evidence.rule)
}
