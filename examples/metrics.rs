//! Some calls of docs-server, good and hostile, and what was counted of them:
//! `cargo run --example metrics --features metrics`.
#![allow(clippy::print_stdout, reason = "it prints a table")]

use std::error::Error;

use metrics_util::{
    MetricKind,
    debugging::{DebugValue, DebuggingRecorder},
};
use rmcp::{ClientHandler, ServiceExt as _, model::CallToolRequestParams};
use safe_tool::Guard;
use serde_json::{Value, json};

struct Client;
impl ClientHandler for Client {}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let recorder = DebuggingRecorder::new();
    let seen = recorder.snapshotter();
    recorder.install()?;

    let guard = Guard::builder().build()?;
    let data = docs_server::Data::from_env()?;
    let docs = docs_server::Docs::new(&guard, data)?;
    let (near, far) = tokio::io::duplex(1 << 16);
    tokio::spawn(async move { guard.serve(docs, far).await });
    let client = Client.serve(near).await?;
    for (tool, arguments, times) in [
        ("search_documents", json!({"query": "library"}), 20),
        ("search_documents", json!({"query": 7}), 3),
        ("read_file", json!({"file_path": "../../etc/passwd"}), 2),
        ("fetch_page", json!({"url": "no-such-page"}), 80),
    ] {
        for _ in 0..times {
            let Value::Object(arguments) = arguments.clone() else {
                continue;
            };
            let call = CallToolRequestParams::new(tool).with_arguments(arguments);
            client.call_tool(call).await?;
        }
    }

    let mut rows: Vec<String> = Vec::new();
    for (key, _, _, value) in seen.snapshot().into_vec() {
        let labels: Vec<String> = key
            .key()
            .labels()
            .map(|label| format!("{}={}", label.key(), label.value()))
            .collect();
        let value = match (key.kind(), value) {
            (MetricKind::Counter, DebugValue::Counter(count)) => count.to_string(),
            (_, DebugValue::Gauge(now)) => now.to_string(),
            (_, DebugValue::Histogram(times)) => {
                let mut micros: Vec<f64> = times.iter().map(|time| time.0 * 1e6).collect();
                micros.sort_by(f64::total_cmp);
                let median = micros.get(micros.len() / 2).copied().unwrap_or_default();
                format!("{} times, median {median:.0} us", micros.len())
            }
            _ => continue,
        };
        let name = key.key().name();
        rows.push(format!("{name:<28} {:<46} {value}", labels.join(" ")));
    }
    rows.sort();
    for row in rows {
        println!("{row}");
    }
    Ok(())
}
