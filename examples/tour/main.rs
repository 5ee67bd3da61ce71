//! A tour of what safe-tool promises: `cargo run --example tour`.
//!
//! Starts `docs-server` as a child process, with a folder made for the occasion, and
//! makes good and hostile calls over stdio with rmcp's own client. Prints what happened;
//! exits with 1 if anything hostile got through or anything good was refused, with 2 if
//! there is no server to speak to.
//!
//! `--server PROGRAM [ARGS…]` drives another server with the same four tools.

mod cases;
mod report;
mod server;
mod verdict;
mod world;

use std::{
    collections::HashMap,
    env,
    error::Error,
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
    time::Instant,
};

use cases::Expect;
use report::{Report, Row};
use server::{Program, Server};
use verdict::{Answer, Judge};
use world::World;

const USAGE: &str = "\
usage: tour                               a tour of docs-server
       tour --server PROGRAM [ARGS…]      of another server with the same tools";

/// Calls that a bucket holds, and that come back each minute.
const QUOTA: usize = 60;

const WRONG: u8 = 1;
const NO_SERVER: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let (outcome, on_error) = match words.as_slice() {
        // The other end of this tour: see `Program::own`.
        ["serve"] => (serve().await, WRONG),
        [] => (own_tour().await, NO_SERVER),
        ["--server", _, ..] => {
            let program = Program {
                path: arguments[1].clone(),
                arguments: arguments[2..].to_vec(),
            };
            (tour(&program).await, NO_SERVER)
        }
        _ => (Err(USAGE.into()), NO_SERVER),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(WRONG),
        Err(error) => {
            // There is no one to tell if this fails.
            let _told_or_not = writeln!(io::stderr(), "{error}");
            ExitCode::from(on_error)
        }
    }
}

async fn serve() -> Result<bool, Box<dyn Error>> {
    docs_server::serve_stdio().await?;
    Ok(true)
}

async fn own_tour() -> Result<bool, Box<dyn Error>> {
    tour(&Program::own()?).await
}

/// Makes every call. Whether all was as expected.
async fn tour(program: &Program) -> Result<bool, Box<dyn Error>> {
    let world = World::new().map_err(|error| {
        format!("no temporary folder: {error}\nSet TMPDIR to a folder that can be written to.")
    })?;
    let server = Server::start(program, &world).await.map_err(|error| {
        format!(
            "The server cannot be started: {error}\n\
             It has to speak MCP on standard input and output, and to serve what SAFE_DIR, \
             PAGES_DIR and USERS_JSON name."
        )
    })?;
    let good = calls(&server).await;
    server.stop().await;
    Ok(good?)
}

async fn calls(server: &Server) -> io::Result<bool> {
    let mut report = Report::to_stdout();
    report.title("safe-tool: a tour of docs-server, over stdio")?;
    let mut judge = Judge::default();
    let mut spent: HashMap<&str, usize> = HashMap::new();
    let (mut calls, mut burst) = (0, 0);
    let started = Instant::now();
    for group in cases::groups() {
        report.group(group.promise)?;
        for case in &group.cases {
            let before = spent.entry(case.tool).or_default();
            let called = Instant::now();
            let answers = server.call(case).await;
            let time = called.elapsed();
            let verdict = match (&case.expect, answers.as_slice()) {
                (Expect::Flood, _) => {
                    let left = QUOTA.saturating_sub(*before);
                    // A second counts when it has begun.
                    let refilled = usize::try_from(started.elapsed().as_secs());
                    judge.flood(&answers, left..=left + refilled.unwrap_or(QUOTA) + 1)
                }
                (expect, [answer]) => judge.single(expect, answer),
                (expect, _) => judge.single(expect, &Answer::Hung),
            };
            *before += case.times;
            match case.times {
                1 => calls += 1,
                times => burst += times,
            }
            report.row(&Row {
                tool: case.tool,
                call: case.label,
                expected: case.expect.name(),
                happened: &verdict.happened,
                wrong: verdict.wrong.as_deref(),
                hostile: case.expect.is_hostile(),
                time,
            })?;
        }
    }
    report.summary(calls, burst, started.elapsed())
}
