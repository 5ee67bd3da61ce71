use std::collections::HashMap;

use safe_tool::safe_tool;

#[safe_tool]
#[redact]
struct Arguments {
    #[max_items(3)]
    #[keys(max_len(5), redact)]
    field: HashMap<String, u32>,
    #[redact(true)]
    value: u32,
}

#[safe_tool(tag = "kind", redact)]
enum Action {
    #[redact]
    Move { steps: u32 },
}

fn main() {}
