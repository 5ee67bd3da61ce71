use std::collections::HashMap;

use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_items(3)]
    field: HashMap<u32, bool>,
}

fn main() {}
