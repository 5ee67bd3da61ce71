//! `users-db-server stdio`: a database of users as three MCP tools. Values are bound,
//! columns are listed, secrets do not leave.
//!
//! `DATABASE_URL` says which database: see `README.md`.

mod database;
mod tools;
mod users;

use std::{env, error::Error, io, process::ExitCode};

use safe_tool::rmcp::holds_no_message;
use safe_tool::{Guard, rmcp::stdio};
use tracing_subscriber::{
    EnvFilter, Layer as _, filter::filter_fn, layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

use crate::{database::Database, tools::Users};

const USAGE: &str = "usage: users-db-server stdio    speak MCP on standard input and output";

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
            eprintln!("users-db-server: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Serves until the client closes standard input.
async fn serve() -> Result<(), Box<dyn Error>> {
    let guard = Guard::builder().build()?;
    let users = Users::new(&guard, Database::from_env().await?)?;
    guard.serve(users, stdio(&guard)).await?;
    Ok(())
}

/// Standard output belongs to the protocol. `RUST_LOG=safe_tool::audit=info` shows a
/// line for each call.
fn log_to_stderr() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(false)
        // rmcp logs whole requests and results at `debug`.
        .with_filter(filter_fn(holds_no_message));
    tracing_subscriber::registry().with(filter).with(log).init();
}
