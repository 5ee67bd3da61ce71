use std::collections::BTreeMap;

use safe_tool::safe_output;

type Count = u64;

#[safe_output]
struct Record {
    #[redact]
    pin: u32,
    #[redact]
    ready: bool,
    #[redact]
    keys: Vec<String>,
    #[redact]
    by_name: BTreeMap<String, String>,
    #[redact]
    pair: (String, String),
    #[redact]
    raw: serde_json::Value,
}

#[safe_output]
struct Hidden {
    #[redact]
    count: Count,
}

fn main() {}
