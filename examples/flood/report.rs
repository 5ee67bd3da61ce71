//! The table: a row for each phase, written when it is over, and a line that shows how
//! the present one goes.

use std::{
    env,
    io::{self, IsTerminal, Write},
    path::Path,
    time::Duration,
};

use crate::{
    plan::{BURST, CALLERS, INSTANCES, Phase, RATE, limit},
    record::Figures,
};

// Parameters of the escape sequence that sets how a terminal writes.
const GREEN: &str = "32";
const RED: &str = "31";
const BOLD: &str = "1";
const DIM: &str = "2";

/// From none to twice the limit.
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

pub struct Report<W> {
    out: W,
    /// Whether lines can be coloured.
    colour: bool,
    /// Whether a line can be written over.
    live: bool,
    calls: usize,
    wrong: usize,
}

impl Report<io::Stdout> {
    /// To standard output; coloured if that is a terminal whose user did not ask for
    /// none (<https://no-color.org>).
    pub fn to_stdout() -> Self {
        let out = io::stdout();
        let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let live = out.is_terminal() && !dumb;
        Self {
            out,
            colour: live && !unwanted,
            live,
            calls: 0,
            wrong: 0,
        }
    }
}

impl<W: Write> Report<W> {
    pub fn title(&mut self) -> io::Result<()> {
        let title = format!("safe-tool: a flood over {INSTANCES} instances that share one limit");
        writeln!(self.out, "{}", self.paint(BOLD, &title))?;
        writeln!(
            self.out,
            "{CALLERS} callers, each allowed {RATE} calls a second (burst {BURST}): {} in all\n",
            limit()
        )?;
        let heads = format!(
            "    {:<16}{:>5}{:>9}{:>11}{:>9}{:>10}{:>7}{:>10}{:>10}{:>6}",
            "phase",
            "load",
            "calls/s",
            "allowed/s",
            "at most",
            "denied/s",
            "429/s",
            "p50",
            "p99",
            "lost"
        );
        writeln!(self.out, "{}", self.paint(DIM, &heads))
    }

    /// Of the phase that is running, as far as it has come.
    pub fn live(&mut self, phase: &Phase, steps: &[Figures]) -> io::Result<()> {
        if !self.live {
            return Ok(());
        }
        let bars: String = steps.iter().map(bar).collect();
        write!(self.out, "\r\u{1b}[K    {:<16}{bars}", phase.name)?;
        self.out.flush()
    }

    pub fn row(&mut self, phase: &Phase, figures: &Figures, wrongs: &[String]) -> io::Result<()> {
        self.calls += figures.answered();
        self.wrong += wrongs.len();
        let (tick, style) = match wrongs {
            [] => ("✓", GREEN),
            _ => ("✗", RED),
        };
        if self.live {
            write!(self.out, "\r\u{1b}[K")?;
        }
        let most = phase.most(figures.seconds()) * CALLERS as f64 / figures.seconds();
        writeln!(
            self.out,
            "  {} {:<16}{:>5}{:>9.0}{:>11.0}{most:>9.0}{:>10.0}{:>7.0}{:>10}{:>10}{:>6}",
            self.paint(style, tick),
            phase.name,
            format!("{}×", phase.load),
            figures.rate(figures.answered()),
            figures.rate(figures.all_allowed()),
            figures.rate(figures.denied),
            figures.rate(figures.too_many),
            time(figures.quantile(0.5)),
            time(figures.quantile(0.99)),
            figures.lost.len(),
        )?;
        for wrong in wrongs {
            let why = format!("    └ {wrong}");
            writeln!(self.out, "{}", self.paint(RED, &why))?;
        }
        Ok(())
    }

    /// The last lines. Whether all was as it must be.
    pub fn summary(&mut self, file: &Path) -> io::Result<bool> {
        let (text, style) = match self.wrong {
            0 => (
                "all within the limit, and none lost but at the instance that was killed",
                GREEN,
            ),
            _ => ("not all is as it must be", RED),
        };
        let text = format!("{} calls: {text}", self.calls);
        writeln!(self.out, "\n{}", self.paint(style, &text))?;
        writeln!(self.out, "drawn in {}", file.display())?;
        self.out.flush()?;
        Ok(self.wrong == 0)
    }

    fn paint(&self, style: &str, text: &str) -> String {
        if self.colour {
            format!("\u{1b}[{style}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// What was allowed in a step.
fn bar(step: &Figures) -> char {
    let part = step.rate(step.all_allowed()) / (2.0 * limit());
    let level = (part * LEVELS.len() as f64) as usize;
    LEVELS[level.min(LEVELS.len() - 1)]
}

/// `3.4 ms`.
fn time(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
