use std::collections::HashMap;

use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len(0)]
    text: String,
    #[max_items(0)]
    list: Vec<u32>,
    #[max_items(3)]
    #[each(max_len(0))]
    texts: Vec<String>,
    #[max_items(0)]
    #[keys(max_len(5))]
    map: HashMap<String, u32>,
    #[max_json_bytes(0)]
    json: serde_json::Value,
}

fn main() {}
