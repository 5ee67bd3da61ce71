//! Raw identifiers, serde's names, names that the expansion uses itself.
#![deny(warnings, missing_docs, unreachable_pub, nonstandard_style)]

use safe_tool::safe_tool;
use serde_json::{Value, json};

fn value(value: &u32) -> Result<(), &'static str> {
    if *value < 9 { Ok(()) } else { Err("must be less than 9") }
}

fn before() -> u32 {
    7
}

/// Every name is taken.
#[allow(non_snake_case)]
#[safe_tool(check = at)]
#[serde(rename_all = "camelCase")]
pub struct Names {
    #[check(value)]
    pub(crate) r#type: u32,
    #[default(before())]
    error_code: u32,
    #[serde(rename = "$ref")]
    #[default(before())]
    at: u32,
    #[default(before())]
    entries: u32,
    #[default(-3)]
    maxCount: i64,
}

impl Names {
    const FIELDS: u32 = 3;
}

fn at(names: &Names) -> Result<(), String> {
    if names.entries == Names::FIELDS { Err("must not be 3".into()) } else { Ok(()) }
}

/// Its variants are named as serde names them.
#[safe_tool]
#[serde(rename_all = "snake_case")]
#[derive(Clone, Copy, PartialEq, Default)]
pub enum Sort {
    /// By date.
    #[default]
    NewestFirst,
    /// Rust's keyword.
    r#Match,
    /// Its own name.
    #[serde(rename = "A-Z")]
    Alphabet,
}

fn main() {
    let names = Names::from_json(json!({"type": 1, "errorCode": 2, "$ref": 4})).unwrap();
    assert_eq!((names.r#type, names.error_code, names.at, names.entries, names.maxCount), (1, 2, 4, 7, -3));
    assert!(format!("{names:?}").starts_with("Names { type: 1, error_code: 2,"));
    assert!(Names::from_json(json!({"type": 9})).is_err());
    assert!(Names::from_json(json!({"type": 1, "entries": 3})).is_err());
    assert!(Sort::from_json(Value::from("newest_first")).unwrap() == Sort::default());
    assert!(Sort::from_json(json!("match")).is_ok() && Sort::from_json(json!("A-Z")).is_ok());
}
