//! The table: a row for each call under the promise it tests, written as it happens.

use std::{
    env,
    io::{self, IsTerminal, Write},
    time::Duration,
};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::{cases::Case, verdict::Verdict};

// With the tick, the time and the gaps between them: 100 columns.
const VERB: usize = 6;
const CALL: usize = 32;
const EXPECTED: usize = 8;
const HAPPENED: usize = 39;
const TIME: usize = 7;

const WHY: usize = 94;

// Parameters of the escape sequence that sets how a terminal writes.
const PLAIN: &str = "";
const GREEN: &str = "32";
const RED: &str = "31";
const BOLD: &str = "1";
const DIM: &str = "2";

/// Writes the table and keeps count.
pub struct Report<W> {
    out: W,
    colour: bool,
    calls: usize,
    burst: usize,
    accepted: usize,
    stopped: usize,
    wrong: usize,
}

impl Report<io::Stdout> {
    /// To standard output; coloured if that is a terminal whose user did not ask for
    /// none (<https://no-color.org>).
    pub fn to_stdout() -> Self {
        let out = io::stdout();
        let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colour = out.is_terminal() && !unwanted && !dumb;
        Self {
            out,
            colour,
            calls: 0,
            burst: 0,
            accepted: 0,
            stopped: 0,
            wrong: 0,
        }
    }
}

impl<W: Write> Report<W> {
    pub fn title(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}\n", self.paint(BOLD, text))?;
        let heads = format!(
            "    {} {} {} {:>TIME$}",
            fit("call", VERB + 1 + CALL),
            fit("expected", EXPECTED),
            fit("what happened", HAPPENED),
            "time"
        );
        writeln!(self.out, "{}", self.paint(DIM, &heads))
    }

    pub fn group(&mut self, promise: &str) -> io::Result<()> {
        writeln!(self.out, "\n{}", self.paint(BOLD, promise))
    }

    pub fn row(&mut self, case: &Case, verdict: &Verdict, took: Duration) -> io::Result<()> {
        self.count(case, verdict);
        let wrong = verdict.wrong.as_deref();
        let (tick, style) = match wrong {
            None => (self.paint(GREEN, "✓"), PLAIN),
            Some(_) => (self.paint(RED, "✗"), RED),
        };
        writeln!(
            self.out,
            "  {tick} {} {} {} {} {}",
            self.paint(DIM, &fit(verb(case.tool), VERB)),
            fit(case.label, CALL),
            self.paint(DIM, &fit(case.expect.name(), EXPECTED)),
            self.paint(style, &fit(&verdict.happened, HAPPENED)),
            self.paint(DIM, &format!("{:>TIME$}", time(took))),
        )?;
        if let Some(wrong) = wrong {
            let why = fit(&format!("└ {wrong}"), WHY);
            writeln!(self.out, "    {}", self.paint(RED, why.trim_end()))?;
        }
        Ok(())
    }

    fn count(&mut self, case: &Case, verdict: &Verdict) {
        match case.times {
            1 => self.calls += 1,
            times => self.burst += times,
        }
        match (&verdict.wrong, case.expect.is_hostile()) {
            (Some(_), _) => self.wrong += 1,
            (None, true) => self.stopped += 1,
            (None, false) => self.accepted += 1,
        }
    }

    /// The last line. Whether all was as expected.
    pub fn summary(&mut self, took: Duration) -> io::Result<bool> {
        let text = format!(
            "{} calls and a flood of {}: {} good accepted, {} hostile stopped, {} wrong · {:.2} s",
            self.calls,
            self.burst,
            self.accepted,
            self.stopped,
            self.wrong,
            took.as_secs_f64()
        );
        let good = self.wrong == 0;
        let style = if good { GREEN } else { RED };
        writeln!(self.out, "\n{}", self.paint(style, &text))?;
        self.out.flush()?;
        Ok(good)
    }

    fn paint(&self, style: &str, text: &str) -> String {
        if self.colour && style != PLAIN {
            format!("\u{1b}[{style}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// The text in exactly so many columns of a terminal. What a server said may hold
/// anything, so what a terminal would obey, or not show, becomes a question mark.
fn fit(text: &str, columns: usize) -> String {
    let printable = |c: char| {
        if c.is_control() || c.width() == Some(0) {
            '?'
        } else {
            c
        }
    };
    let text: String = text.chars().map(printable).collect();
    let mut fitted = String::new();
    let mut left = columns;
    let fits = text.width() <= columns;
    for c in text.chars() {
        let width = c.width().unwrap_or(0);
        // One column is for the ellipsis.
        if !fits && width + 1 > left {
            fitted.push('…');
            left -= 1;
            break;
        }
        fitted.push(c);
        left -= width;
    }
    fitted + &" ".repeat(left)
}

/// The first word of a tool's name: enough to tell the tools apart.
fn verb(tool: &str) -> &str {
    tool.split('_').next().unwrap_or(tool)
}

/// `870 µs`, `3.4 ms`, `250 ms`, `1.2 s`.
fn time(time: Duration) -> String {
    match time.as_micros() {
        micros @ 0..=999 => format!("{micros} µs"),
        1_000..=99_999 => format!("{:.1} ms", time.as_secs_f64() * 1e3),
        100_000..=999_999 => format!("{} ms", time.as_millis()),
        _ => format!("{:.1} s", time.as_secs_f64()),
    }
}
