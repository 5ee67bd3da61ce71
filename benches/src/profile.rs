//! Runs one subject on one payload many times, for `perf` or `callgrind`.
//!
//! `profile SUBJECT PAYLOAD from_value|from_str CALLS`

use std::hint::black_box;

use safe_tool_benches::{payloads, subjects};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [subject, payload, path, calls] = arguments.as_slice() else {
        panic!("profile SUBJECT PAYLOAD from_value|from_str CALLS");
    };
    let named = |s: &&subjects::Subject| s.name == subject;
    let subject = subjects::ALL.iter().find(named).expect("SUBJECT");
    let payloads = payloads::all();
    let payload = payloads
        .iter()
        .find(|p| p.name == payload)
        .expect("PAYLOAD");
    let text = payload.arguments.to_string();
    for _ in 0..calls.parse().expect("CALLS") {
        match path.as_str() {
            "from_value" => black_box((subject.from_value)(black_box(payload.arguments.clone()))),
            _ => black_box((subject.from_str)(black_box(&text))),
        };
    }
}
