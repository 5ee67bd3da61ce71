//! How much of a labelled set is flagged and blocked, and how fast.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use flate2::read::MultiGzDecoder;
use safe_tool::output::injection::{Detector, Level, Thresholds};
use serde::{Deserialize, Serialize};

use crate::progress::Progress;

/// A line of the set.
#[derive(Deserialize)]
struct Example {
    text: String,
    label: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    kind: String,
}

#[derive(Serialize)]
struct Row {
    source: String,
    kind: String,
    label: String,
    n: usize,
    /// Flagged or blocked.
    flagged: usize,
    blocked: usize,
}

#[derive(Serialize)]
struct Outcome {
    rows: Vec<Row>,
    /// Of decoded text.
    bytes: usize,
    /// Of scanning alone, on one core.
    seconds: f64,
}

pub(crate) fn run(files: &[String], json: bool) -> Result<ExitCode, String> {
    if files.is_empty() {
        return Err("eval needs FILE.jsonl or FILE.jsonl.gz".to_owned());
    }
    let detector = Detector::default();
    let progress = Progress::new("files", files.len(), json);
    let mut counts: BTreeMap<(String, String, String), (usize, usize, usize)> = BTreeMap::new();
    let (mut bytes, mut spent) = (0, Duration::ZERO);
    // The first scan builds tables.
    let _warm = detector.scan("naïve");
    for file in files {
        for example in examples(file)? {
            let Example {
                text,
                label,
                source,
                kind,
            } = example?;
            let start = Instant::now();
            let verdict = detector.scan(&text);
            spent += start.elapsed();
            bytes += text.len();
            let level = verdict.level(Thresholds::default());
            let (n, flagged, blocked) = counts.entry((source, kind, label)).or_default();
            *n += 1;
            *flagged += usize::from(level >= Level::Flagged);
            *blocked += usize::from(level == Level::Blocked);
        }
        progress.step();
    }
    progress.done();
    let row = |((source, kind, label), (n, flagged, blocked))| Row {
        source,
        kind,
        label,
        n,
        flagged,
        blocked,
    };
    let outcome = Outcome {
        rows: counts.into_iter().map(row).collect(),
        bytes,
        seconds: spent.as_secs_f64(),
    };
    if json {
        let json = serde_json::to_string(&outcome).map_err(|error| error.to_string())?;
        writeln!(io::stdout(), "{json}").map_err(|error| error.to_string())?;
    } else {
        table(&outcome, &mut io::stdout().lock()).map_err(|error| error.to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn examples(name: &str) -> Result<impl Iterator<Item = Result<Example, String>>, String> {
    let file = File::open(name).map_err(|error| format!("{name}: {error}"))?;
    let reader: Box<dyn Read> = if name.ends_with(".gz") {
        Box::new(MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let lines = BufReader::new(reader).lines().enumerate();
    Ok(lines.filter_map(move |(at, line)| {
        let at = at + 1;
        match line {
            Ok(line) if line.trim().is_empty() => None,
            Ok(line) => {
                Some(serde_json::from_str(&line).map_err(|error| format!("{name}:{at}: {error}")))
            }
            Err(error) => Some(Err(format!("{name}:{at}: {error}"))),
        }
    }))
}

/// Each source and kind, each source, and each label in total.
fn table(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{:<8} {:<22} {:<44} {:>6} {:>8} {:>8}",
        "label", "source", "kind", "n", "flagged", "blocked"
    )?;
    let mut totals: BTreeMap<(&str, &str), (usize, usize, usize)> = BTreeMap::new();
    for row in &outcome.rows {
        print_row(
            out,
            &row.label,
            &row.source,
            &row.kind,
            (row.n, row.flagged, row.blocked),
        )?;
        for source in [row.source.as_str(), "(all)"] {
            let (n, flagged, blocked) = totals.entry((&row.label, source)).or_default();
            *n += row.n;
            *flagged += row.flagged;
            *blocked += row.blocked;
        }
    }
    writeln!(out)?;
    for ((label, source), counts) in totals {
        print_row(out, label, source, "", counts)?;
    }
    let speed = outcome.bytes as f64 / 1e6 / outcome.seconds.max(f64::MIN_POSITIVE);
    writeln!(
        out,
        "\n{} bytes in {:.3} s: {speed:.1} MB/s",
        outcome.bytes, outcome.seconds
    )
}

fn print_row(
    out: &mut impl Write,
    label: &str,
    source: &str,
    kind: &str,
    (n, flagged, blocked): (usize, usize, usize),
) -> io::Result<()> {
    let share = |part: usize| 100.0 * part as f64 / n.max(1) as f64;
    writeln!(
        out,
        "{label:<8} {source:<22} {kind:<44} {n:>6} {:>7.2}% {:>7.2}%",
        share(flagged),
        share(blocked)
    )
}
