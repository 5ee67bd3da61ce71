//! Every part of `output(…)`, in any order.
#![deny(warnings)]

use safe_tool::safe_tool;

#[safe_tool(output(
    pattern("internal-host", r"\bcorp\.example\b"),
    injection = "block",
    flag_at = 40,
    block_at = 90,
    frame = "datamark",
    more = "call again with a larger `page`",
    max_bytes = 4_000,
    max_chars = 2_000,
    source = "page {page}",
    pattern("project-name", "(?i)bluebird", 60),
))]
struct Everything {
    page: u32,
}

#[safe_tool(output(injection = "flag", flag_at = 500, frame = "json"))]
struct Flagged {
    page: u32,
}

#[safe_tool(output(injection = "off"))]
struct Off {}

fn main() {
    let everything = Everything::from_json(serde_json::json!({"page": 3})).unwrap();
    let flagged = Flagged::from_json(serde_json::json!({"page": 3})).unwrap();
    assert_eq!(everything.page, flagged.page);
    Off::from_json(serde_json::json!({})).unwrap();
}
