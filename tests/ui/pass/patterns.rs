//! Patterns that look as if one of the two readers would refuse them, and neither does.
#![deny(warnings)]

use safe_tool::safe_tool;
use serde_json::json;

#[safe_tool]
struct Patterns {
    #[pattern(r"^[a\-z]\/[-a][a-][^^]$")]
    #[max_len(9)]
    #[default("-/a-a")]
    escapes: String,
    #[pattern(r"^(?:a+?|b??|c{2}?|d{1,2}|(?:e*)*)$")]
    #[max_len(9)]
    #[default("aaa")]
    lazy: String,
    #[pattern(r"^[\p{Script=Greek}\p{Nd}]\P{Lu}\p{Alphabetic}$")]
    #[max_len(9)]
    #[default(Some("α1b"))]
    properties: Option<String>,
    #[pattern(r"^\x41\u0042\u{43}[{}|.*+?$(]|$")]
    #[one_of("ABC{", "")]
    #[default]
    hexadecimal: String,
    #[pattern("^(?<year_1>[0-9]{4})?$")]
    #[max_len(4)]
    #[default("")]
    named: String,
}

fn main() {
    let patterns = Patterns::from_json(json!({})).unwrap();
    let again = json!({
        "escapes": patterns.escapes, "lazy": patterns.lazy, "properties": patterns.properties,
        "hexadecimal": patterns.hexadecimal, "named": patterns.named,
    });
    assert!(Patterns::from_json(again).is_ok());
    let schema = schemars::schema_for!(Patterns);
    assert_eq!(schema.as_value()["properties"]["properties"]["default"], "α1b");
}
