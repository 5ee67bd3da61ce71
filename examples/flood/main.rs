//! A flood over several instances of a server that share one limit:
//! `cargo run --example flood`.
//!
//! Starts a private Redis and three processes of `cluster-server`, and lets several
//! callers call all of them, at first less and then far more than they may, while Redis
//! is killed and an instance restarted. Prints what was allowed in each phase, and draws
//! it over time. Exits with 1 if more was allowed than the limit, or noticeably less, or
//! a call was lost or hung; with 2 if there is nothing to flood.
//!
//! `flood FILE` draws into that file; `target/flood.svg` otherwise.

#![expect(unreachable_pub, reason = "a program has no API: `pub` reads better")]

mod build;
mod caller;
mod chart;
mod http;
mod instance;
mod plan;
mod record;
mod redis;
mod report;
mod stage;
mod svg;
mod verdict;

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use caller::Line;
use plan::{CALLERS, INSTANCES, PHASES, Phase, limit};
use record::{Figures, Record};
use report::Report;
use stage::Stage;
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{interval, sleep_until},
};

const USAGE: &str = "\
usage: flood           a flood, drawn in target/flood.svg
       flood FILE      drawn in FILE";

/// How much time a bar of the chart, or of the terminal, stands for.
const STEP: Duration = Duration::from_millis(200);

const WRONG: u8 = 1;
const NO_STAGE: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let file = match arguments.as_slice() {
        [] => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target/flood.svg")),
        [file] if !file.to_string_lossy().starts_with('-') => PathBuf::from(file),
        _ => return ended(NO_STAGE, USAGE),
    };
    match flood(&file).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(WRONG),
        Err(error) => ended(NO_STAGE, &error.to_string()),
    }
}

fn ended(code: u8, why: &str) -> ExitCode {
    // There is no one to tell if this fails.
    let _told_or_not = writeln!(io::stderr(), "{why}");
    ExitCode::from(code)
}

/// Goes through all phases, and draws them. Whether all was as it must be.
async fn flood(file: &Path) -> Result<bool, Box<dyn Error>> {
    let mut stage = Stage::set().await?;
    let record = Arc::new(Record::new());
    let (load, rate) = watch::channel(0.0);
    let lines = lines(&stage, &record, &rate);

    let mut report = Report::to_stdout();
    report.title()?;
    let mut phases = Vec::new();
    let from = record.now();
    for phase in &PHASES {
        load.send_replace(phase.load * limit() / (CALLERS * INSTANCES) as f64);
        let figures = run(phase, &mut stage, &record, &mut report).await?;
        report.row(phase, &figures, &verdict::wrongs(phase, &figures))?;
        phases.push((phase, figures));
    }
    let to = record.now();
    // Lets the lines end.
    drop(load);
    lines.join_all().await;

    let steps = record.steps(from, to, STEP);
    write(file, &chart::draw(&phases, &steps, &stage.outages))?;
    Ok(report.summary(file)?)
}

/// Each caller has a connection to each instance.
fn lines(stage: &Stage, record: &Arc<Record>, rate: &watch::Receiver<f64>) -> JoinSet<()> {
    let mut lines = JoinSet::new();
    for caller in 0..CALLERS {
        for (instance, server) in stage.instances.iter().enumerate() {
            let line = Line {
                caller,
                instance,
                address: server.address,
                offset: (instance * CALLERS + caller) as f64 / (CALLERS * INSTANCES) as f64,
                record: Arc::clone(record),
            };
            lines.spawn(line.run(rate.clone()));
        }
    }
    lines
}

/// Lets a phase happen, and shows how it goes.
async fn run(
    phase: &Phase,
    stage: &mut Stage,
    record: &Record,
    report: &mut Report<io::Stdout>,
) -> Result<Figures, Box<dyn Error>> {
    let from = record.now();
    let end = tokio::time::Instant::now() + phase.lasts;
    let happening = async {
        stage.happen(phase.event, record).await?;
        sleep_until(end).await;
        Ok::<_, Box<dyn Error>>(())
    };
    tokio::pin!(happening);
    let mut ticks = interval(STEP);
    loop {
        tokio::select! {
            happened = &mut happening => {
                happened?;
                return Ok(record.figures(from, record.now()));
            }
            _ = ticks.tick() => {
                let steps = record.steps(from, record.now(), STEP);
                report.live(phase, &steps)?;
            }
        }
    }
}

fn write(file: &Path, drawing: &str) -> Result<(), String> {
    let folder = file.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, drawing))
        .map_err(|error| format!("{}: {error}", file.display()))
}
