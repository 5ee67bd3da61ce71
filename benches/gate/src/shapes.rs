//! Messages of several shapes.

/// A name for the table, and the message.
pub struct Shape {
    pub name: &'static str,
    pub message: Vec<u8>,
}

pub fn all() -> Vec<Shape> {
    let prose = "Results are sorted by their score, which depends on how often a word occurs. ";
    let russian = "Результаты упорядочены по оценке, которая зависит от частоты слова. ";
    let escaped = r#"\"quoted\"\n\tC:\\path\\to\u00e9 "#;
    let hit = r#"{"id":17,"title":"A page","score":0.75,"tags":["a","b"],"draft":false},"#;
    vec![
        shape(
            "a small call",
            r#"{"query":"ferry","max_results":10}"#.to_owned(),
        ),
        shape("8 kB of text with newlines", text(&lines(prose, 8_000))),
        shape("1 MB of ASCII", text(&filled(prose, 1_000_000))),
        shape("1 MB of Russian", text(&filled(russian, 1_000_000))),
        shape("100 kB of escapes", text(&filled(escaped, 100_000))),
        shape("100 kB of small objects", list(&filled(hit, 100_000))),
        shape("100 kB of {}", list(&filled("{},", 100_000))),
        shape("100 kB of integers", list(&filled("12345,", 100_000))),
        shape(
            "100 kB of short strings",
            list(&filled(r#""tag","#, 100_000)),
        ),
    ]
}

fn shape(name: &'static str, arguments: String) -> Shape {
    let message = format!(
        r#"{{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{{"name":"fetch_page","arguments":{arguments}}}}}"#
    );
    Shape {
        name,
        message: message.into_bytes(),
    }
}

fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

fn lines(piece: &str, bytes: usize) -> String {
    filled(&format!("{piece}\\n"), bytes)
}

fn text(text: &str) -> String {
    format!(r#"{{"text":"{text}"}}"#)
}

fn list(items: &str) -> String {
    format!(r#"{{"items":[{}]}}"#, items.trim_end_matches(','))
}
