//! The rules, as data.
//!
//! They are ASCII-only (`-u`): what is not ASCII is read through a view that has been
//! folded to it, and ASCII keeps each automaton small and its literal search fast. One
//! expression for each rule, because a large `RegexSet` loses that literal search.
//!
//! Words may be joined by nothing at all (`*`, not `+`), since a zero-width character
//! in place of a space leaves nothing behind once it is removed.

use std::sync::LazyLock;

use regex::Regex;

/// Name and pattern of each rule. The first five cover the patterns of the original
/// design, word for word, and a little more.
const PATTERNS: [(&str, &str); 7] = [
    (
        "instruction-override",
        r"(?:ignore|disregard|forget)[\s_*-]*(?:(?:all|any|of|the|your|my|these|those)[\s_*-]*){0,3}(?:previous|prior|above|earlier)[\s_*-]*(?:instruction|prompt|direction)",
    ),
    (
        "role-reassignment",
        r"you(?:\s*are|'re)\s*now\s*(?:an?\s*)?(?:(?:completely|entirely|totally)\s*)?different",
    ),
    ("system-prompt", r"system\s*prompt"),
    ("system-tag", r"<\s*/?\s*system\s*>|<<\s*/?\s*sys\s*>>"),
    ("instruction-token", r"\[\s*/?\s*inst\s*\]"),
    (
        "chat-template-token",
        r"<\|\s*(?:im_start|im_end|system|user|assistant|endoftext|begin_of_text|end_of_text|start_header_id|end_header_id|eot_id)\s*\|>",
    ),
    // Two dashes, so that a list item that begins with "End external data" is none.
    (
        "forged-boundary",
        r"-\s*-\s*(?:begin|end)(?:\s*of)?[\s_-]*external[\s_-]*data",
    ),
];

struct Rule {
    name: &'static str,
    regex: Regex,
}

#[expect(
    clippy::expect_used,
    reason = "the patterns are the literals above, and every test compiles them"
)]
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let compile = |(name, pattern)| Rule {
        name,
        regex: Regex::new(&format!("(?i-u){pattern}")).expect("literal pattern"),
    };
    PATTERNS.into_iter().map(compile).collect()
});

/// The first rule that matches: its name, and where its match begins in bytes.
pub(super) fn find(text: &str) -> Option<(&'static str, usize)> {
    RULES.iter().find_map(|rule| {
        let found = rule.regex.find(text)?;
        Some((rule.name, found.start()))
    })
}
