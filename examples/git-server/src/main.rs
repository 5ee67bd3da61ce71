//! An MCP server with three tools over one git repository: what was committed, what was
//! changed between two commits, and what one commit changed. `git-server stdio`.
//!
//! The repository is `REPOSITORY`: see `README.md`.

mod git;
mod repository;
mod tools;

use std::{env, error::Error, io, process::ExitCode};

use safe_tool::{Guard, rmcp::stdio};
use tracing_subscriber::{
    EnvFilter, filter::filter_fn, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

use crate::{git::Git, repository::Repository, tools::History};

const USAGE: &str = "\
usage: REPOSITORY=/path/to/repository git-server stdio
       speak MCP on standard input and output";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments != ["stdio"] {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    log_to_stderr();
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        // What `main` would print by itself is the error's `Debug`, which is not for people.
        Err(error) => {
            eprintln!("git-server: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn Error>> {
    let folder = env::var_os("REPOSITORY").ok_or("REPOSITORY is not set: name a repository")?;
    let git = Git::new(Repository::open(folder.as_ref())?)?;
    // A folder that is no repository, or another user's, is found before a caller does.
    git.check().await?;
    let guard = Guard::builder().build()?;
    guard
        .serve(History::new(&guard, git)?, stdio(&guard))
        .await?;
    Ok(())
}

/// Standard output belongs to the protocol.
fn log_to_stderr() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(false)
        .finish()
        // Whatever RUST_LOG says: rmcp would log whole requests.
        .with(filter_fn(safe_tool::rmcp::without_payloads))
        .init();
}
