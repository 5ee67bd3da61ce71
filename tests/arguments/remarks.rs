//! What JSON Schema has no keyword for is said in the description.

use std::net::IpAddr;

use safe_tool::{SandboxedPath, safe_tool};
use serde_json::{Value, json};

fn even(number: &u64) -> Result<(), &'static str> {
    match number % 2 {
        0 => Ok(()),
        _ => Err("must be even"),
    }
}

fn consistent(_: &Remarks) -> Result<(), &'static str> {
    Ok(())
}

#[safe_tool(check = consistent)]
struct Remarks {
    /// Words to look for.
    #[max_len(9)]
    #[trim]
    line: String,
    #[max_len(9)]
    #[multiline]
    lines: Option<String>,
    #[max_len(9)]
    #[allow_control_chars]
    #[allow_format_chars]
    anything: String,
    #[one_of("a", "b")]
    choice: String,
    #[check(even)]
    large: u64,
    #[range(-9007199254740992, 9007199254740992)]
    exact: i64,
    #[max_json_bytes(40)]
    json: Value,
    #[sandboxed_path("/data/safe")]
    path: SandboxedPath,
    #[unbounded]
    address: IpAddr,
}

fn schema() -> Value {
    serde_json::to_value(schemars::schema_for!(Remarks)).unwrap()
}

#[track_caller]
fn assert_described(field: &str, description: &str) {
    let found = &schema()["properties"][field]["description"];
    assert_eq!(found, description, "{field}");
}

#[test]
fn the_doc_comment_comes_first_then_characters_and_trimming() {
    assert_described(
        "line",
        "Words to look for.\n\
         A single line without control or invisible characters.\n\
         White space around the text is dropped.",
    );
}

#[test]
fn an_optional_field_is_described_where_a_host_looks() {
    assert_described(
        "lines",
        "No control characters other than tab and line breaks, no invisible characters.",
    );
    let alternatives = json!([{ "type": "string", "maxLength": 9 }, { "type": "null" }]);
    assert_eq!(schema()["properties"]["lines"]["anyOf"], alternatives);
}

#[test]
fn a_field_whose_keywords_say_it_all_has_no_remark() {
    for field in ["anything", "choice", "exact"] {
        assert_eq!(
            schema()["properties"][field].get("description"),
            None,
            "{field}"
        );
    }
}

#[test]
fn checks_are_named() {
    assert_described(
        "large",
        "Beyond 2^53, written in digits: without fraction or exponent.\n\
         Must pass the check `even`.",
    );
    let root = "Must pass the check `consistent`.\n\
                No text may carry the redaction marker [REDACTED].";
    assert_eq!(schema()["description"], root);
}

#[test]
fn size_path_and_foreign_form_are_told() {
    assert_described(
        "json",
        "Any JSON, at most 40 bytes, nested at most 64 levels deep.\n\
         No control characters other than tab and line breaks, no invisible characters.",
    );
    assert_described(
        "path",
        "A relative path with forward slashes, in which `.`, `..`, backslashes, colons, device \
         names and invisible characters are refused.",
    );
    assert_described("address", "Must be a valid IpAddr.");
}
