//! What the project holds the limiter to.

use std::fmt::Write;

use crate::{
    figures::{Figures, IN_FLIGHT},
    subjects::Row,
};

struct Target {
    row: Row,
    at_least: f64,
    of: Of,
}

enum Of {
    Row(Row),
    Million,
}

const TARGETS: [Target; 6] = [
    times(Row::Bucket, 0.9, Row::Script),
    times(Row::Bucket, 1.3, Row::Window),
    times(Row::Bucket, 1.3, Row::Log),
    times(Row::Leases100, 15.0, Row::Log),
    times(Row::Leases100Hot, 15.0, Row::Log),
    Target {
        row: Row::Denied,
        at_least: 5.0,
        of: Of::Million,
    },
];

const fn times(row: Row, at_least: f64, other: Row) -> Target {
    Target {
        row,
        at_least,
        of: Of::Row(other),
    }
}

pub fn table(figures: &Figures) -> String {
    let mut text = "\n".to_owned();
    for Target { row, at_least, of } in TARGETS {
        let unit = match of {
            Of::Row(other) => other.name(),
            Of::Million => "million",
        };
        let title = format!("{} / {unit}", row.name());
        write!(text, "{title:<58} >= {at_least:<4}").expect("strings take all");
        for column in 0..IN_FLIGHT.len() {
            let unit = match of {
                Of::Row(other) => figures.median(other, column),
                Of::Million => 1e6,
            };
            let ratio = figures.median(row, column) / unit;
            let met = if ratio >= at_least { "met" } else { "missed" };
            write!(text, "{:>15}", format!("{ratio:.2} {met}")).expect("strings take all");
        }
        text.push('\n');
    }
    text
}
