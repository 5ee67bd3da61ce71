//! `cluster-server PORT`: an MCP server over HTTP. Instances with the same `REDIS_URL`
//! count their callers' calls together, so that one more instance is not one more limit.
//!
//! Everything else is set by the environment: see `README.md`.

mod documents;
mod limits;
mod serve;
mod stop;
mod tools;

use std::{env, io, process::ExitCode};

use tracing_subscriber::{
    EnvFilter, filter::filter_fn, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

const USAGE: &str = "\
usage: cluster-server PORT    serve http://127.0.0.1:PORT/mcp (0: any free port)";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let port = match arguments.as_slice() {
        [port] => port.parse().ok(),
        _ => None,
    };
    let Some(port) = port else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    log_to_stderr();
    match serve::serve(port).await {
        Ok(()) => ExitCode::SUCCESS,
        // What `main` would print by itself is the error's `Debug`, which is not for people.
        Err(error) => {
            eprintln!("cluster-server: {error}");
            ExitCode::FAILURE
        }
    }
}

/// `RUST_LOG=safe_tool::audit=info` shows a line for each call.
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
