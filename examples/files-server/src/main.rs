//! `files-server stdio`: an MCP server for the files beneath one folder. See `README.md`.

mod list;
mod root;
mod search;
mod tools;
mod write;

use std::{env, error::Error, io, process::ExitCode};

use safe_tool::{Guard, rmcp::stdio};
use tracing_subscriber::{
    EnvFilter, filter::filter_fn, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

const USAGE: &str = "\
usage: files-server stdio    speak MCP on standard input and output";

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
            eprintln!("files-server: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn Error>> {
    root::FILES
        .check()
        .map_err(|error| format!("{}: {error}", root::VARIABLE))?;
    let guard = Guard::builder().build()?;
    let files = tools::Files::new(&guard)?;
    guard.serve(files, stdio(&guard)).await?;
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
