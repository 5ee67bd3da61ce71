use std::collections::HashMap;

use safe_tool::safe_tool;

#[safe_tool]
struct Inner {
    #[max_len(20)]
    text: String,
}

#[safe_tool]
struct Arguments {
    #[allow_redaction_marker]
    count: u32,
    #[max_items(3)]
    #[allow_redaction_marker]
    #[each(max_len(20))]
    list: Vec<String>,
    #[allow_redaction_marker]
    inner: Inner,
    #[max_len(20)]
    #[allow_redaction_marker(true)]
    text: String,
    #[max_len(20)]
    #[allow_redaction_markers]
    misspelt: String,
    #[max_len(20)]
    #[default("is [REDACTED]")]
    default: String,
    #[one_of("a", "[REDACTED]")]
    choice: String,
    #[max_items(3)]
    #[keys(max_len(20), allow_redaction_marker)]
    #[each(max_len(20), allow_redaction_marker)]
    map: HashMap<String, String>,
}

fn main() {}
