//! A tour of what safe-tool promises: `cargo run --example tour`.
//!
//! Starts `docs-server` as a child process, with a folder made for the occasion, and
//! makes good and hostile calls over stdio with rmcp's own client. Prints what happened;
//! exits with 1 if anything hostile got through or anything good was refused, with 2 if
//! there is no server to speak to.
//!
//! `--server PROGRAM [ARGS…]` drives another server with the same four tools.

#![expect(unreachable_pub, reason = "a program has no API: `pub` reads better")]

mod answer;
mod cases;
mod expect;
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

use answer::Answer;
use cases::Case;
use expect::Expect;
use report::Report;
use server::{Program, Server};
use verdict::{Judge, Verdict};
use world::World;

const USAGE: &str = "\
usage: tour                               a tour of docs-server
       tour --server PROGRAM [ARGS…]      of another server with the same tools";

/// Calls that a bucket holds, and that come back each minute.
const QUOTA: usize = 60;

/// Calls that may hang before the others are not made: each takes the whole deadline.
const PATIENCE: usize = 3;

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
        ["--help" | "-h"] => (help(), WRONG),
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

fn help() -> Result<bool, Box<dyn Error>> {
    writeln!(io::stdout(), "{USAGE}")?;
    Ok(true)
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
    let good = calls(&server, &program.name()).await;
    server.stop().await;
    Ok(good?)
}

async fn calls(server: &Server, name: &str) -> io::Result<bool> {
    let mut report = Report::to_stdout();
    report.title(&format!("safe-tool: a tour of {name}, over stdio"))?;
    let mut tour = Tour::new(server);
    for group in cases::groups() {
        report.group(group.promise)?;
        for case in &group.cases {
            let called = Instant::now();
            let verdict = tour.case(case).await;
            report.row(case, &verdict, called.elapsed())?;
        }
    }
    report.summary(tour.started.elapsed())
}

/// What has to be known of the calls before to judge the next.
struct Tour<'a> {
    server: &'a Server,
    judge: Judge,
    started: Instant,
    /// Calls of each tool.
    spent: HashMap<&'static str, usize>,
    hung: usize,
}

impl<'a> Tour<'a> {
    fn new(server: &'a Server) -> Self {
        Self {
            server,
            judge: Judge::default(),
            started: Instant::now(),
            spent: HashMap::new(),
            hung: 0,
        }
    }

    async fn case(&mut self, case: &Case) -> Verdict {
        let spent = self.spent.get(case.tool).copied().unwrap_or_default();
        let answers = self.ask(case).await;
        match (&case.expect, answers.as_slice()) {
            (Expect::Flood, _) => {
                let left = QUOTA.saturating_sub(spent);
                // Of what came back since the start, a second counts once it has begun.
                let refilled = usize::try_from(self.started.elapsed().as_secs());
                let most = left + refilled.unwrap_or(QUOTA) + 1;
                self.judge.flood(&answers, left..=most)
            }
            (expect, [answer]) => {
                let verdict = self.judge.single(expect, answer);
                // A token may have come back this very moment; not two of them.
                if let (Expect::Denied, Some(_)) = (expect, &verdict.wrong)
                    && let [again] = self.ask(case).await.as_slice()
                {
                    return self.judge.single(expect, again);
                }
                verdict
            }
            (expect, _) => self.judge.single(expect, &Answer::Hung),
        }
    }

    async fn ask(&mut self, case: &Case) -> Vec<Answer> {
        if self.hung >= PATIENCE {
            let why = "not asked, since it hung before".to_owned();
            return vec![Answer::Lost(why)];
        }
        let answers = self.server.call(case).await;
        *self.spent.entry(case.tool).or_default() += case.times;
        let hung = answers.iter().any(|answer| matches!(answer, Answer::Hung));
        self.hung += usize::from(hung);
        answers
    }
}
