//! What the schema of a path says, against what the check does.

use proptest::prelude::*;
use regex::Regex;
use safe_tool_runtime::sandbox::{PathRules, ReadOnly, SandboxRoot};
use safe_tool_runtime::validate::{Rule, Schemas, sandboxed_path};

use crate::fixture::kept;

static ROOT: SandboxRoot = SandboxRoot::unset();

const RULES: [PathRules; 6] = [
    PathRules::new(),
    PathRules::new().extensions(&["md", "tar.gz", "c++"]),
    PathRules::new().no_hidden().max_depth(1),
    PathRules::new().extensions(&["md"]).max_depth(1),
    PathRules::new()
        .extensions(&["md"])
        .no_hidden()
        .max_depth(3),
    PathRules::new().max_depth(2000),
];

fn pattern(rules: PathRules) -> Regex {
    let schema = sandboxed_path(&ROOT)
        .rules(kept(rules))
        .schema(&mut Schemas::default());
    Regex::new(schema["pattern"].as_str().unwrap()).unwrap()
}

fn accepts(rules: PathRules, text: &str) -> bool {
    ROOT.path_with::<ReadOnly>(text, kept(rules)).is_ok()
}

#[test]
fn the_pattern_refuses_what_leads_out() {
    for rules in RULES {
        let pattern = pattern(rules);
        for text in [
            "",
            ".",
            "..",
            "../a.md",
            "a/../b.md",
            "a/..",
            "/a.md",
            "/etc/passwd",
            "//a.md",
            "a//b.md",
            "a/",
            "~/a.md",
            "a\\b.md",
            "C:a.md",
            "a.md\0",
            "a\0.md",
            "a\n.md",
            "a. /b.md ",
            "a/ b.md",
            "./a.md",
            "a/./b.md",
            "a.md.",
            "...",
        ] {
            assert!(!pattern.is_match(text), "{rules:?}: {text:?}");
        }
    }
    let told = |rules| {
        let schema = sandboxed_path(&ROOT)
            .rules(kept(rules))
            .schema(&mut Schemas::default());
        (
            schema["maxLength"].as_u64(),
            schema["description"].as_str().unwrap().to_owned(),
        )
    };
    let (length, words) = told(
        PathRules::new()
            .extensions(&["md", "txt"])
            .max_depth(3)
            .no_hidden()
            .must_exist()
            .max_bytes(10),
    );
    assert_eq!(length, Some(4096));
    assert!(
        words.ends_with(
            " Must end in one of .md .txt. At most 3 names deep. No name may begin with a dot. \
             Must exist. Files of at most 10 bytes."
        ),
        "{words}"
    );
}

#[test]
fn rules_are_in_the_pattern() {
    for rules in RULES {
        let pattern = pattern(rules);
        for text in [
            "a",
            "a.md",
            ".md",
            ".a.md",
            "x/y.md",
            "a/b/c/d.md",
            "a/b/c.md",
            "a.mdx",
            "a.MD",
            "x.tar.gz",
            "xtar.gz",
            "x.c++",
            ".hidden/a.md",
            "a/.hidden.md",
            "a/~b.md",
            "-a.md",
            "..a.md",
            "a b.md",
            "a..md",
            "a .md",
            "é.md",
            "🦀.md",
            "%2e%2e/a.md",
        ] {
            assert_eq!(
                pattern.is_match(text),
                accepts(rules, text),
                "{rules:?}: {text}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4096, ..Default::default() })]

    #[test]
    fn the_pattern_takes_whatever_the_check_takes(text in r"[a~./\\: \PC]{0,9}(\.md)?", which in 0..RULES.len()) {
        let rules = RULES[which];
        if accepts(rules, &text) {
            prop_assert!(pattern(rules).is_match(&text));
        }
    }
}
