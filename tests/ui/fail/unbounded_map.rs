use safe_tool::safe_tool;
use std::collections::HashMap;

#[safe_tool]
struct Arguments {
    #[keys(max_len(8))]
    field: HashMap<String, u32>,
}

fn main() {}
