//! What stands in place of what is withheld, and how it is known again.

use std::sync::LazyLock;

use memchr::memmem::Finder;

/// What stands in place of a secret.
pub const REDACTED: &str = "[REDACTED]";

/// What stands in place of a value too deep to be looked at.
pub(super) const TOO_DEEP: &str = "[max depth]";

/// What stands in place of what comes after too much else.
pub(super) const TOO_LARGE: &str = "[max size]";

/// The letters of [`REDACTED`]: what is searched for, whatever became of its brackets.
static LETTERS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("REDACTED"));

/// How the opening bracket comes back: as it is, in a URL, in JSON or Markdown.
const OPENINGS: &[&str] = &["[", "%5B", "%5b", "\\u005b", "\\u005B"];

/// Whether `text` holds [`REDACTED`], cut short or not, or is what stands for a value too
/// deep or too large.
pub(crate) fn carries_marker(text: &str) -> bool {
    if text.len() <= REDACTED.len() {
        return text.starts_with(REDACTED.trim_end_matches(']')) || text == TOO_LARGE;
    }
    let found = LETTERS.find_iter(text.as_bytes()).any(|at| {
        let before = text.get(..at).unwrap_or_default();
        OPENINGS.iter().any(|opening| before.ends_with(opening))
    });
    found || text == TOO_DEEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marker_is_known_again() {
        for text in [
            REDACTED,
            "[REDACTED",
            "a [REDACTED]",
            "https://u:%5BREDACTED%5D@h/",
            "\\[REDACTED\\]",
            "{\"a\":\"[REDACTED]\"}",
            TOO_DEEP,
            TOO_LARGE,
        ] {
            assert!(carries_marker(text), "{text}");
        }
        for text in [
            "",
            "REDACTED",
            "is REDACTED, all",
            "[redact]",
            "a[max depth]",
            "[RED",
        ] {
            assert!(!carries_marker(text), "{text}");
        }
    }
}
