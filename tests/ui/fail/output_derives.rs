use safe_tool::safe_output;
use serde::Serialize;

#[safe_output]
#[derive(Clone, Debug, Serialize)]
#[derive(schemars::JsonSchema)]
struct Record {
    #[redact]
    key: String,
}

fn main() {}
