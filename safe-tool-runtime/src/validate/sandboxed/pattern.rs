//! The rule of a path as a regular expression: what a schema can say of it.
//!
//! It takes every path that the check takes, and leaves to the check what would need
//! look-around, which most hosts do not have: device names, invisible characters, lengths
//! in bytes.

use crate::sandbox::PathRules;

/// In no name: a slash ends it; backslashes, colons and ASCII's control characters are
/// refused. For the inside of a `[^…]`.
const NEVER: &str = r"/\\:\x00-\x1f\x7f";

/// The pattern, in the syntax that ECMAScript, Rust, Go and Python share.
pub(super) fn pattern(rules: &PathRules) -> String {
    let dot = if rules.no_hidden { "." } else { "" };
    // No space at either end, no dot at the end, and so neither `.` nor `..`.
    let name = |first: &str| {
        format!("(?:[^{first}{dot} {NEVER}][^{NEVER}]*[^. {NEVER}]|[^{first}. {NEVER}])")
    };
    // A shell's home folder, at the very beginning.
    let (begins, further) = (name("~"), name(""));
    if rules.extensions.is_empty() {
        let more = times(rules.max_depth.map(|max| max.saturating_sub(1)));
        return format!("^{begins}(?:/{further}){more}$");
    }
    // A file's own name takes an extension after a stem, which may end as it likes.
    let file = |first: &str| {
        let extensions: Vec<_> = rules.extensions.iter().map(|one| escape(one)).collect();
        let extensions = extensions.join("|");
        format!(r"[^{first}{dot} {NEVER}][^{NEVER}]*\.(?:{extensions})")
    };
    let (alone, last) = (file("~"), file(""));
    match rules.max_depth {
        Some(..=1) => format!("^{alone}$"),
        max => {
            let more = times(max.map(|max| max - 2));
            format!("^(?:{begins}(?:/{further}){more}/{last}|{alone})$")
        }
    }
}

fn times(most: Option<usize>) -> String {
    match most {
        // Some engines refuse to count further than this; the check counts to the end.
        Some(most @ ..=1000) => format!("{{0,{most}}}"),
        _ => "*".to_owned(),
    }
}

/// Not `regex::escape`, which escapes more than ECMAScript lets it.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if r"\.+*?()[]{}|^$/".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
