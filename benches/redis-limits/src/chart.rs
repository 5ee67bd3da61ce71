//! The drawing: a line for each subject, on it a dot for each load, on a logarithmic scale.

use crate::{
    figures::{Figures, IN_FLIGHT},
    subjects::Row,
    svg::{Area, Svg},
};

const WIDTH: f64 = 960.0;
const LEFT: f64 = 256.0;
const RIGHT: f64 = 862.0;
const TOP: f64 = 112.0;
const LINE: f64 = 32.0;
const DOT: f64 = 6.0;
/// Powers of ten at the ends of the scale.
const SCALE: (f64, f64) = (4.0, 7.25);
/// With light and dark, and its own ground, so that it can be read on any page.
const STYLE: &str = include_str!("chart.css");

pub fn draw(figures: &Figures) -> String {
    let bottom = TOP + LINE * figures.medians().count() as f64;
    let height = bottom + 44.0;
    let title = "A check over Redis: checks a second";
    let mut svg = Svg::new(WIDTH, height, title, STYLE);
    let card = Area {
        x: 0.5,
        y: 0.5,
        w: WIDTH - 1.0,
        h: height - 1.0,
    };
    svg.rect("card", card, 10.0);
    svg.text("title", (28.0, 38.0), title);
    let subtitle = "one thread of callers, one connection, one redis-server";
    svg.text("subtitle", (28.0, 60.0), subtitle);
    legend(&mut svg);
    scale(&mut svg, bottom);
    let log = x(figures.median(Row::Log, IN_FLIGHT.len() - 1));
    svg.stroke("log", (log, TOP - 6.0), (log, bottom));
    for (line, (row, medians)) in figures.medians().enumerate() {
        let y = TOP + LINE * (line as f64 + 0.5);
        let class = if row.is_ours() { "ours" } else { "other" };
        svg.text(class, (LEFT - 16.0, y + 4.0), row.name());
        let xs = medians.map(x);
        let ends = xs
            .iter()
            .fold((RIGHT, LEFT), |(low, high), x| (low.min(*x), high.max(*x)));
        svg.stroke("span", (ends.0, y), (ends.1, y));
        for (column, x) in xs.into_iter().enumerate() {
            dot(&mut svg, column, (x, y));
        }
        let most = medians.into_iter().fold(0.0, f64::max);
        svg.text("number", (RIGHT + 24.0, y + 4.0), &short(most));
    }
    svg.finished()
}

fn legend(svg: &mut Svg) {
    let places = [(0, "1 in flight"), (110, "50"), (170, "500")];
    for (column, (place, text)) in places.into_iter().enumerate() {
        let x = LEFT + f64::from(place);
        dot(svg, column, (x, 86.0));
        svg.text("key", (x + 12.0, 90.0), text);
    }
    svg.stroke("log", (LEFT + 240.0, 86.0), (LEFT + 270.0, 86.0));
    svg.text(
        "key",
        (LEFT + 278.0, 90.0),
        "the original log, 500 in flight",
    );
    svg.text("key", (RIGHT + 24.0, 90.0), "most");
}

fn scale(svg: &mut Svg, bottom: f64) {
    for power in SCALE.0 as i32..=SCALE.1 as i32 {
        let value = 10_f64.powi(power);
        svg.stroke("grid", (x(value), TOP), (x(value), bottom + 5.0));
        svg.text("tick", (x(value), bottom + 22.0), &short(value));
    }
}

fn dot(svg: &mut Svg, column: usize, (x, y): (f64, f64)) {
    let area = Area {
        x: x - DOT,
        y: y - DOT,
        w: 2.0 * DOT,
        h: 2.0 * DOT,
    };
    svg.rect(&format!("f{column}"), area, DOT);
}

fn x(rate: f64) -> f64 {
    let (low, high) = SCALE;
    let part = (rate.max(1.0).log10() - low) / (high - low);
    // A faster machine's dots stay on the card.
    LEFT + (RIGHT - LEFT) * part.clamp(0.0, 1.02)
}

/// `16 k`, `1.9 M`.
fn short(rate: f64) -> String {
    if rate < 1e6 {
        format!("{:.0} k", rate / 1e3)
    } else {
        format!("{} M", (rate / 1e5).round() / 10.0)
    }
}
