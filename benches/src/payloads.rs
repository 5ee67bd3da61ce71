//! The arguments that are sent.

use serde_json::{Value, json};

pub struct Payload {
    pub name: &'static str,
    pub arguments: Value,
    /// Whether a checker should take it; bare serde takes them all.
    pub valid: bool,
}

pub fn all() -> Vec<Payload> {
    let valid = |name, query: String| payload(name, query, 10, true);
    let refused = |name, query: String| payload(name, query, 10, false);
    vec![
        valid("short", "rust async".into()),
        valid("200 ASCII", ascii(200)),
        valid("190 Greek", greek(190)),
        // Scripts whose lead bytes can also begin an invisible character.
        valid("190 Arabic", repeated("بحث في الفهرس ", 190)),
        valid("190 Japanese", repeated("ライブラリの文書をさがす", 190)),
        valid(
            "190 typographic",
            repeated("“don’t panic” — it’s fine… ", 190),
        ),
        refused("201 ASCII", ascii(201)),
        refused("control at the end", ascii(199) + "\u{7}"),
        payload("short, out of range", "rust async".into(), 51, false),
    ]
}

/// A query of ten million bytes.
pub fn flood() -> Value {
    payload("10 MB", ascii(10_000_000), 10, false).arguments
}

fn payload(name: &'static str, query: String, max_results: u32, valid: bool) -> Payload {
    let arguments = json!({ "query": query, "max_results": max_results, "safe_mode": false });
    Payload {
        name,
        arguments,
        valid,
    }
}

fn ascii(len: usize) -> String {
    repeated("how do I read a file in Rust without blocking? ", len)
}

fn greek(chars: usize) -> String {
    repeated("πώς διαβάζω ένα αρχείο χωρίς να περιμένω; ", chars)
}

fn repeated(text: &str, chars: usize) -> String {
    text.chars().cycle().take(chars).collect()
}
