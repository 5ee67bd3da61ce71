//! `users-db-server stdio`: a database of users as three MCP tools. Values are bound,
//! columns are listed, secrets do not leave.
//!
//! `DATABASE_URL` says which database: see `README.md`.

mod database;
mod tools;
mod users;

use std::{env, error::Error, io, process::ExitCode};

use safe_tool::{Guard, rmcp::stdio};
use tracing_subscriber::{
    EnvFilter, filter::filter_fn, layer::SubscriberExt as _, util::SubscriberInitExt as _,
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
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(false)
        .finish()
        // Whatever RUST_LOG says: rmcp would log whole requests.
        .with(filter_fn(safe_tool::rmcp::without_payloads))
        .init();
}
