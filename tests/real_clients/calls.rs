//! The same calls by each client over each transport: what a good one gets, and each kind of
//! refusal.

use serde_json::{Value, json};

use crate::{
    data::SECRETS,
    told::{Real, Told},
};

/// For each tool, so that the sixth search is one too many.
const QUOTA: &str = "5/h";

const PYTHON: [(Real, &str); 2] = [
    (Real::Python("2026-07-28"), "2026-07-28"),
    (Real::Python("legacy"), "2025-11-25"),
];
const TYPESCRIPT: [(Real, &str); 3] = [
    (
        Real::TypeScript("@modelcontextprotocol/client"),
        "2026-07-28",
    ),
    (Real::TypeScript("@modelcontextprotocol/sdk"), "2025-11-25"),
    (Real::TypeScript("sdk-2025-06-18"), "2025-06-18"),
];

#[test]
fn fastmcp_over_stdio() {
    for (client, protocol) in PYTHON {
        client
            .over_stdio(QUOTA, &calls())
            .inspect(|told| check(told, protocol));
    }
}

#[test]
fn fastmcp_over_http() {
    for (client, protocol) in PYTHON {
        client
            .over_http(QUOTA, &calls())
            .inspect(|told| check(told, protocol));
    }
}

#[test]
fn typescript_over_stdio() {
    for (client, protocol) in TYPESCRIPT {
        client
            .over_stdio(QUOTA, &calls())
            .inspect(|told| check(told, protocol));
    }
}

#[test]
fn typescript_over_http() {
    for (client, protocol) in TYPESCRIPT {
        client
            .over_http(QUOTA, &calls())
            .inspect(|told| check(told, protocol));
    }
}

fn calls() -> Vec<(&'static str, Value)> {
    vec![
        (
            "search_documents",
            json!({"query": "rope", "max_results": 3}),
        ),
        (
            "search_documents",
            json!({"query": "rope", "max_results": "3"}),
        ),
        (
            "search_documents",
            json!({"query": "rope", "max_results": 51}),
        ),
        (
            "search_documents",
            json!({"query": "rope", "max_results": 3, "hurry": true}),
        ),
        ("search_documents", json!({"max_results": 3})),
        ("read_file", json!({"file_path": "../outside.txt"})),
        ("get_user", json!({"user_id": "u1"})),
        ("fetch_page", json!({"url": "injected.html"})),
        ("read_file", json!({"file_path": "hello.txt"})),
        (
            "search_documents",
            json!({"query": "rope", "max_results": 3}),
        ),
    ]
}

fn check(told: &Told, protocol: &str) {
    assert_eq!(told.protocol, protocol);
    let names: Vec<_> = told
        .tools
        .iter()
        .map(|tool| tool["name"].as_str())
        .collect();
    let all = ["fetch_page", "get_user", "read_file", "search_documents"];
    assert_eq!(names, all.map(Some));
    for tool in &told.tools {
        assert_eq!(tool["inputSchema"]["additionalProperties"], false, "{tool}");
    }

    assert_eq!(told.answers.len(), calls().len());
    for answer in &told.answers {
        let answer = answer.to_string();
        assert!(
            SECRETS.iter().all(|secret| !answer.contains(secret)),
            "{answer}"
        );
    }
    let good = told.text(0);
    assert!(
        !told.is_error(0) && good.contains("notes/today.txt"),
        "{good}"
    );
    assert!(good.starts_with("--- BEGIN EXTERNAL DATA "), "{good}");
    refused(
        told,
        1,
        "/max_results must be an integer, not a string [type]",
    );
    refused(told, 2, "/max_results must be between 1 and 50 [range]");
    refused(told, 3, "/hurry is not a known field");
    refused(told, 4, "/query is required but missing [required]");
    refused(told, 5, "/file_path");
    let user = &told.answers[6]["structuredContent"]["user"];
    assert_eq!(
        (&user["name"], &user["password"]),
        (&json!("Ann"), &json!("[REDACTED]"))
    );
    let blocked = told.text(7);
    assert!(
        blocked.contains("SECURITY") && !blocked.contains("Dear"),
        "{blocked}"
    );
    assert!(told.text(8).contains("hello from the safe folder"));
    refused(told, 9, "rate limit");
}

fn refused(told: &Told, answer: usize, words: &str) {
    let text = told.text(answer);
    assert!(told.is_error(answer) && text.contains(words), "{text}");
}
