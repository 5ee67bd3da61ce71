//! `docs-server stdio`, or `docs-server http PORT`.

use std::{env, io, process::ExitCode};

use tracing_subscriber::{
    EnvFilter, filter::filter_fn, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

const USAGE: &str = "\
usage: docs-server stdio        speak MCP on standard input and output
       docs-server http PORT    serve http://127.0.0.1:PORT/mcp (0: any free port)";

enum Mode {
    Stdio,
    Http(u16),
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some(mode) = mode(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    log_to_stderr();
    let served = match mode {
        Mode::Stdio => docs_server::serve_stdio().await,
        Mode::Http(port) => docs_server::serve_http(port).await,
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        // What `main` would print by itself is the error's `Debug`, which is not for people.
        Err(error) => {
            eprintln!("docs-server: {error}");
            ExitCode::FAILURE
        }
    }
}

fn mode(arguments: &[String]) -> Option<Mode> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["stdio"] => Some(Mode::Stdio),
        ["http", port] => port.parse().ok().map(Mode::Http),
        _ => None,
    }
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
