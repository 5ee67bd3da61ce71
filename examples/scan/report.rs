//! One verdict, for people or for programs.

use std::io::{self, IsTerminal as _, Write};

use safe_tool::output::injection::{Evidence, Level, Thresholds, Verdict};
use serde_json::json;

/// Writes the verdict of the text from `source`.
///
/// # Errors
///
/// If nobody reads on.
pub(crate) fn print(source: &str, text: &str, verdict: &Verdict, as_json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let level = verdict.level(Thresholds::default());
    if as_json {
        let evidence: Vec<_> = verdict.evidence().iter().map(to_json).collect();
        let line = json!({
            "source": source,
            "verdict": name(level),
            "score": verdict.score(),
            "evidence": evidence,
        });
        return writeln!(out, "{line}");
    }
    let paint = Paint(io::stdout().is_terminal());
    let colour = match level {
        Level::Clean => "32",
        Level::Flagged => "33",
        Level::Blocked => "31;1",
    };
    let verdict_name = format!("{:8}", name(level));
    writeln!(
        out,
        "{} {:>4}  {source}",
        paint.with(colour, &verdict_name),
        verdict.score()
    )?;
    for evidence in verdict.evidence() {
        let (line, column) = place(text, evidence.offset);
        let quoted = if evidence.quoted { "  quoted" } else { "" };
        let rule = paint.with("36", evidence.rule);
        writeln!(
            out,
            "  {:>3}  {rule} at {line}:{column}{quoted}",
            evidence.points
        )?;
    }
    Ok(())
}

fn to_json(evidence: &Evidence) -> serde_json::Value {
    json!({
        "rule": evidence.rule,
        "points": evidence.points,
        "offset": evidence.offset,
        "quoted": evidence.quoted,
    })
}

fn name(level: Level) -> &'static str {
    match level {
        Level::Clean => "clean",
        Level::Flagged => "flagged",
        Level::Blocked => "blocked",
    }
}

/// The line and column of a byte, counted from one, the column in characters.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line, column)
}

/// Colour, where there is a terminal to show it.
struct Paint(bool);

impl Paint {
    fn with(&self, colour: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{colour}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}
