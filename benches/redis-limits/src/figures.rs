//! What was measured, as a table and as a file.

use std::fmt::Write;

use crate::subjects::Row;

/// Calls in flight: a figure's columns.
pub const IN_FLIGHT: [usize; 3] = [1, 50, 500];

pub struct Figures(Vec<(Row, [Rates; IN_FLIGHT.len()])>);

/// Of each round.
#[derive(Default)]
struct Rates(Vec<f64>);

impl Figures {
    pub fn of(rows: impl Iterator<Item = Row>) -> Self {
        Self(rows.map(|row| (row, Default::default())).collect())
    }

    pub fn add(&mut self, row: usize, column: usize, rate: f64) {
        self.0[row].1[column].add(rate);
    }

    /// Each row's medians.
    pub fn medians(&self) -> impl Iterator<Item = (Row, [f64; IN_FLIGHT.len()])> {
        let rows = self.0.iter();
        rows.map(|(row, rates)| (*row, rates.each_ref().map(Rates::median)))
    }

    pub fn median(&self, row: Row, column: usize) -> f64 {
        let mut medians = self.medians();
        let found = medians.find(|(other, _)| *other == row);
        found.expect("every row is measured").1[column]
    }

    pub fn table(&self) -> String {
        let mut text = format!("{:<32}", "checks a second, in flight:");
        for in_flight in IN_FLIGHT {
            write!(text, "{in_flight:>12}").expect("strings take all");
        }
        text.push('\n');
        for (row, medians) in self.medians() {
            text += &format!("{:<32}", row.name());
            for rate in medians {
                write!(text, "{rate:>12.0}").expect("strings take all");
            }
            text.push('\n');
        }
        text
    }

    pub fn tsv(&self) -> String {
        let mut text = "what\tin flight\tchecks a second, median\tlowest\thighest\n".to_owned();
        for (row, rates) in &self.0 {
            for (in_flight, rates) in IN_FLIGHT.iter().zip(rates) {
                let [low, high] = [rates.0.first(), rates.0.last()].map(|rate| rate.unwrap_or(&0.));
                let (name, median) = (row.name(), rates.median());
                writeln!(
                    text,
                    "{name}\t{in_flight}\t{median:.0}\t{low:.0}\t{high:.0}"
                )
                .expect("strings take all");
            }
        }
        text
    }
}

impl Rates {
    /// Kept in order.
    fn add(&mut self, rate: f64) {
        let index = self.0.partition_point(|other| *other < rate);
        self.0.insert(index, rate);
    }

    fn median(&self) -> f64 {
        self.0.get(self.0.len() / 2).copied().unwrap_or_default()
    }
}
