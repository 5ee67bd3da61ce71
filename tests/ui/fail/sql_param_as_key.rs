use std::collections::BTreeMap;

use safe_tool::{SqlParam, safe_tool};

#[safe_tool]
struct Arguments {
    #[max_items(3)]
    #[keys(max_len(3))]
    names: BTreeMap<SqlParam<String>, bool>,
}

fn main() {}
