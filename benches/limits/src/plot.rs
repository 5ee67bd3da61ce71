//! The drawing: a row for each cell, a dot for each limiter; further left is faster.

use crate::{
    subjects::NAMES,
    svg::{Area, Svg},
    table::Row,
};

const WIDTH: f64 = 960.0;
const LEFT: f64 = 260.0;
const RIGHT: f64 = WIDTH - 40.0;
const TOP: f64 = 110.0;
/// From one row to the next.
const STEP: f64 = 28.0;
const DOT: f64 = 6.0;

/// The ends of the scale, which is logarithmic, in nanoseconds.
const LEAST: f64 = 10.0;
const MOST: f64 = 4_000.0;

/// Light, and dark where the reader prefers that. One class for each of [`NAMES`].
const STYLE: &str = include_str!("plot.css");
const CLASSES: [&str; NAMES.len()] = ["safe-tool", "governor", "governor-string", "mutex"];

pub fn draw(rows: &[Row]) -> String {
    let bottom = TOP + STEP * rows.len() as f64;
    let height = bottom + 44.0;
    let title = "One check of a rate limit in memory, in nanoseconds";
    let mut svg = Svg::new(WIDTH, height, title, STYLE);
    let card = Area {
        x: 0.5,
        y: 0.5,
        w: WIDTH - 1.0,
        h: height - 1.0,
    };
    svg.rect("card", card, 10.0);
    svg.text("title", (28.0, 38.0), title);
    legend(&mut svg);
    for ns in [10, 20, 50, 100, 200, 500, 1_000, 2_000] {
        let at = x(f64::from(ns));
        svg.stroke("grid", (at, TOP), (at, bottom));
        svg.text("number", (at, bottom + 20.0), &ns.to_string());
    }
    for (index, row) in rows.iter().enumerate() {
        let y = TOP + STEP * (index as f64 + 0.5);
        svg.text("cell", (LEFT - 16.0, y + 4.0), &row.title);
        svg.stroke("grid", (LEFT, y), (RIGHT, y));
        // The first last, so that none lies over it.
        for (ns, class) in row.figures.iter().zip(CLASSES).rev() {
            dot(&mut svg, class, x(*ns), y);
        }
    }
    svg.finished()
}

fn legend(svg: &mut Svg) {
    for (index, (name, class)) in NAMES.iter().zip(CLASSES).enumerate() {
        let at = 34.0 + 160.0 * index as f64;
        dot(svg, class, at, 72.0);
        svg.text("key", (at + 14.0, 76.0), name);
    }
}

fn x(ns: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * (ns / LEAST).ln() / (MOST / LEAST).ln()
}

fn dot(svg: &mut Svg, class: &str, x: f64, y: f64) {
    let area = Area {
        x: x - DOT,
        y: y - DOT,
        w: 2.0 * DOT,
        h: 2.0 * DOT,
    };
    svg.rect(class, area, DOT);
}
