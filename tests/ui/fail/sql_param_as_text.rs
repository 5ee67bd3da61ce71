use std::borrow::Borrow;

use safe_tool::SqlParam;

fn query(name: SqlParam<String>) {
    let _: &str = &name;
    let _: &str = &*name;
    let _: &str = name.as_ref();
    let _: &str = name.borrow();
    let _: &String = name.borrow();
    let _ = name.as_str();
    let _ = name.value;
    let _ = name.chars();
    let _ = name.len();
}

fn main() {}
