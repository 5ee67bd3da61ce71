use safe_tool::safe_tool;
use std::collections::HashMap;

#[safe_tool]
struct Arguments {
    #[max_items(3)]
    field: HashMap<String, u32>,
}

fn main() {}
