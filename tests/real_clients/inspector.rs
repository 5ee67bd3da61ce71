//! The Inspector's command line.

use std::process::Command;

use serde_json::Value;

use crate::{client::build::docs_server, client::http::Server, data::Data, install};

/// What the Inspector prints, and whether it was content; `None` without Node.
fn inspect(target: &[&str], arguments: &[&str]) -> Option<(Value, bool)> {
    let folder = install::node()?;
    let data = Data::new();
    let mut inspector = Command::new(install::node_program(&folder));
    inspector
        .arg(folder.join("node_modules/.bin/mcp-inspector"))
        .arg("--cli")
        .args(target)
        .args(arguments)
        // It would keep a list of servers in the home directory.
        .env("HOME", &folder);
    for (name, value) in data.environment() {
        inspector
            .arg("-e")
            .arg(format!("{name}={}", value.display()));
    }
    let output = inspector.output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    let printed = serde_json::from_str(&printed).unwrap_or_else(|error| {
        let stderr = String::from_utf8_lossy(&output.stderr);
        panic!("{error}: {printed}{stderr}")
    });
    Some((printed, output.status.success()))
}

const SEARCH: [&str; 6] = [
    "--method",
    "tools/call",
    "--tool-name",
    "search_documents",
    "--tool-arg",
    "query=rope",
];

#[test]
fn it_lists_and_calls_over_stdio() {
    let server = [docs_server().to_str().unwrap(), "stdio"];
    let Some((list, _)) = inspect(&server, &["--method", "tools/list"]) else {
        return;
    };
    assert_eq!(list["tools"].as_array().map(Vec::len), Some(4), "{list}");
    let good: Vec<_> = SEARCH.iter().copied().chain(["max_results=3"]).collect();
    let (answer, _) = inspect(&server, &good).unwrap();
    assert!(text(&answer).contains("notes/today.txt"), "{answer}");
    assert_eq!(answer["isError"], false, "{answer}");
}

#[test]
fn it_is_refused_over_http() {
    let data = Data::new();
    let server = Server::spawn(docs_server(), data.environment());
    let url = format!("http://{}/mcp", server.address);
    let bad: Vec<_> = SEARCH.iter().copied().chain(["max_results=51"]).collect();
    if let Some((answer, _)) = inspect(&[&url], &bad) {
        assert_eq!(answer["isError"], true, "{answer}");
        assert!(
            text(&answer).contains("/max_results must be between 1 and 50"),
            "{answer}"
        );
    }
}

fn text(answer: &Value) -> &str {
    answer["content"][0]["text"].as_str().unwrap_or_default()
}
