//! The figures as text: printed while they come, and as a file.

use crate::subjects::NAMES;

/// What was measured, and the figure of each limiter, in the order of [`NAMES`]; fewer where
/// the last were not measured.
#[derive(Clone)]
pub struct Row {
    pub title: String,
    pub figures: Vec<f64>,
}

pub fn print_head() {
    print!("{:<40}", "ns a check");
    NAMES.iter().for_each(|name| print!("{name:>18}"));
    println!();
}

impl Row {
    pub fn printed(title: String, figures: Vec<f64>) -> Self {
        print!("{title:<40}");
        figures.iter().for_each(|figure| print!("{figure:>18.1}"));
        println!();
        Self { title, figures }
    }
}

/// Nanoseconds a check where the title does not say otherwise.
pub fn tsv(rows: &[Row]) -> String {
    let mut text = format!("ns a check\t{}\n", NAMES.join("\t"));
    for row in rows {
        text.push_str(&row.title);
        for figure in &row.figures {
            text.push_str(&format!("\t{figure:.1}"));
        }
        text.push('\n');
    }
    text
}
