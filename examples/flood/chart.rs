//! The drawing: what was allowed and what was denied, over time, above each other, and
//! between them who was there.

use std::time::Duration;

use crate::{
    plan::{BURST, CALLERS, Event, INSTANCES, Phase, RATE, limit},
    record::Figures,
    stage::{Actor, Outage},
    svg::{Area, Svg},
};

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 600.0;
const LEFT: f64 = 92.0;
const RIGHT: f64 = WIDTH - 28.0;
/// Between a band's edge and a text in it.
const PAD: f64 = 8.0;
/// Of the phases' bands, which run behind everything.
const TOP: f64 = 84.0;
const BOTTOM: f64 = 556.0;

const ALLOWED: Panel = Panel {
    top: 168.0,
    bottom: 332.0,
};
const ACTORS: f64 = 362.0;
const DENIED: Panel = Panel {
    top: 466.0,
    bottom: BOTTOM,
};

/// Light, and dark where the reader prefers that. The card has its own ground, so that
/// both can be read on any page.
const STYLE: &str = include_str!("chart.css");

/// A part of the drawing with its own scale.
struct Panel {
    top: f64,
    bottom: f64,
}

impl Panel {
    fn y(&self, value: f64, most: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * value / most
    }
}

/// Draws phases, which follow on each other, and the steps that they were measured in.
pub fn draw(phases: &[(&Phase, Figures)], steps: &[Figures], outages: &[Outage]) -> String {
    let title = format!("{INSTANCES} servers, one limit: {} calls a second", limit());
    let mut chart = Chart {
        svg: Svg::new(WIDTH, HEIGHT, &title, STYLE),
        from: phases
            .first()
            .map(|(_, first)| first.from)
            .unwrap_or_default(),
        to: phases.last().map(|(_, last)| last.to).unwrap_or_default(),
    };
    let card = Area {
        x: 0.5,
        y: 0.5,
        w: WIDTH - 1.0,
        h: HEIGHT - 1.0,
    };
    chart.svg.rect("card", card, 10.0);
    chart.svg.text("title", (28.0, 38.0), &title);
    let subtitle = format!(
        "{CALLERS} callers, {RATE} a second each, whichever server they reach · the count is in \
         Redis · while Redis is gone, each server counts a third"
    );
    chart.svg.text("subtitle", (28.0, 60.0), &subtitle);
    chart.phases(phases);
    chart.allowed(steps);
    chart.actors(outages);
    chart.denied(steps);
    chart.seconds();
    chart.svg.finished()
}

struct Chart {
    svg: Svg,
    from: Duration,
    to: Duration,
}

impl Chart {
    fn x(&self, at: Duration) -> f64 {
        let part = |time: Duration| time.saturating_sub(self.from).as_secs_f64();
        LEFT + (RIGHT - LEFT) * part(at.min(self.to)) / part(self.to)
    }

    fn area(&self, from: Duration, to: Duration, y: f64, h: f64) -> Area {
        let x = self.x(from);
        Area {
            x,
            y,
            w: self.x(to) - x,
            h,
        }
    }

    fn phases(&mut self, phases: &[(&Phase, Figures)]) {
        for (n, (phase, figures)) in phases.iter().enumerate() {
            let band = self.area(figures.from, figures.to, TOP, BOTTOM - TOP);
            let class = match (phase.event, n % 2) {
                (Event::RedisKilled, _) => "band out",
                (_, 0) => "band even",
                _ => "band odd",
            };
            self.svg.rect(class, band, 0.0);
            let middle = band.x + band.w / 2.0;
            self.svg.text("phase", (middle, TOP + 20.0), phase.name);
            let load = format!("{}× the limit", phase.load);
            self.svg.text("load", (middle, TOP + 36.0), &load);
        }
    }

    fn allowed(&mut self, steps: &[Figures]) {
        let rates = steps.iter().map(|step| step.rate(step.all_allowed()));
        let rates: Vec<f64> = rates.collect();
        let most = rates.iter().copied().fold(1.25 * limit(), f64::max);
        self.scale(&ALLOWED, most, "allowed a second");
        let note =
            format!("above the line: bursts of {BURST} a caller, from buckets that were full");
        self.svg
            .text("note", (RIGHT - PAD, ALLOWED.top - 14.0), &note);
        for (step, rate) in steps.iter().zip(rates) {
            self.bar("allowed", &ALLOWED, step, 0.0..rate, most);
        }
        let y = ALLOWED.y(limit(), most);
        self.svg.stroke("limit", (LEFT, y), (RIGHT, y));
        let label = (LEFT + PAD, y - 7.0);
        self.svg
            .text("limit-label", label, &format!("limit {}", limit()));
    }

    fn denied(&mut self, steps: &[Figures]) {
        let refused = |step: &Figures| step.rate(step.denied + step.too_many);
        let most = steps.iter().map(refused).fold(1.0, f64::max);
        self.scale(&DENIED, most, "denied a second");
        for step in steps {
            let by_tool = step.rate(step.denied);
            self.bar("denied", &DENIED, step, 0.0..by_tool, most);
            self.bar("too-many", &DENIED, step, by_tool..refused(step), most);
        }
        let y = DENIED.top - 14.0;
        for (x, class, text) in [
            (RIGHT - 334.0, "denied", "by the tool's limit"),
            (RIGHT - 183.0, "too-many", "429, before a body is read"),
        ] {
            let key = Area {
                x,
                y: y - 9.0,
                w: 10.0,
                h: 10.0,
            };
            self.svg.rect(class, key, 2.0);
            self.svg.text("key", (x + 15.0, y), text);
        }
    }

    /// A panel's lines and numbers, and what it shows.
    fn scale(&mut self, panel: &Panel, most: f64, what: &str) {
        let step = round_step(most, (panel.bottom - panel.top) / 30.0);
        let values = (0..).map(|n| f64::from(n) * step);
        for value in values.take_while(|&value| value <= most) {
            let y = panel.y(value, most);
            self.svg.stroke("grid", (LEFT, y), (RIGHT, y));
            self.svg
                .text("number", (LEFT - 8.0, y + 4.0), &value.to_string());
        }
        self.svg.text("what", (LEFT + PAD, panel.top - 14.0), what);
    }

    /// Of what was counted in one step, with a gap to the next.
    fn bar(
        &mut self,
        class: &str,
        panel: &Panel,
        step: &Figures,
        rates: std::ops::Range<f64>,
        most: f64,
    ) {
        let (top, bottom) = (panel.y(rates.end, most), panel.y(rates.start, most));
        if bottom - top < 0.05 {
            return;
        }
        let mut bar = self.area(step.from, step.to, top, bottom - top);
        bar.w = (bar.w - 1.5).max(0.5);
        self.svg.rect(class, bar, 1.0);
    }

    /// A line for each that runs, with gaps.
    fn actors(&mut self, outages: &[Outage]) {
        let instances = (0..INSTANCES).map(Actor::Instance);
        for (n, actor) in std::iter::once(Actor::Redis).chain(instances).enumerate() {
            let y = ACTORS + 17.0 * n as f64;
            let name = match actor {
                Actor::Redis => "Redis".to_owned(),
                Actor::Instance(n) => format!("server {}", n + 1),
            };
            self.svg.text("number", (LEFT - 8.0, y + 4.0), &name);
            let mut up = self.from;
            for outage in outages.iter().filter(|outage| outage.who == actor) {
                self.alive(up, outage.from, y);
                let gap = self.area(outage.from, outage.to, y - 2.0, 4.0);
                self.svg.rect("gone", gap, 2.0);
                up = outage.to;
            }
            self.alive(up, self.to, y);
        }
    }

    fn alive(&mut self, from: Duration, to: Duration, y: f64) {
        let bar = self.area(from, to, y - 4.0, 8.0);
        self.svg.rect("alive", bar, 4.0);
    }

    fn seconds(&mut self) {
        let seconds = (self.to - self.from).as_secs();
        for second in (0..=seconds).step_by(2) {
            let x = self.x(self.from + Duration::from_secs(second));
            self.svg.stroke("grid", (x, BOTTOM), (x, BOTTOM + 5.0));
            self.svg
                .text("second", (x, BOTTOM + 20.0), &format!("{second} s"));
        }
    }
}

/// 1, 2 or 5 times a power of ten, so that about `count` steps are in `most`.
fn round_step(most: f64, count: f64) -> f64 {
    let rough = most / count;
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| *step >= rough)
        .unwrap_or(rough)
}
