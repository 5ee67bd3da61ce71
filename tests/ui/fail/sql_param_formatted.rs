use std::fmt::Write;

use safe_tool::SqlParam;

fn query(name: SqlParam<String>, limit: SqlParam<i64>) {
    let _ = format!("SELECT id FROM users WHERE name = '{name}'");
    let _ = format!("SELECT id FROM users LIMIT {}", &limit);
    let _ = format_args!("SELECT id FROM users LIMIT {}", Some(limit).unwrap()).to_string();
    let mut query = String::new();
    let _ = write!(query, "{:>9}", name);
    println!("{limit}");
    panic!("{}", limit);
}

fn main() {}
