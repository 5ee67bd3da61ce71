use std::collections::{HashMap, HashSet};

use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_items(3)]
    #[default([1, 2, 3])]
    list: Vec<u8>,
    #[max_items(3)]
    #[default([1, 2, 3])]
    set: HashSet<u8>,
    #[max_items(3)]
    #[keys(max_len(5))]
    #[default([("a".to_owned(), 1)])]
    map: HashMap<String, u8>,
    #[max_items(3)]
    #[default([1])]
    optional: Option<Vec<u8>>,
    #[max_items(3)]
    #[default(1)]
    number: Vec<u8>,
}

fn main() {}
