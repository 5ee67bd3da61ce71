//! Odd names that are legitimate, and any text at all.

use std::fs;

use proptest::prelude::*;

use crate::fixture::{Fixture, stays_beneath, unset};

#[test]
fn legitimate_odd_names_work() {
    let fixture = Fixture::new();
    for name in [
        "..foo",
        "a..b",
        "two words.txt",
        "naïve café.txt",
        "🦀.txt",
        "❤️.md",
        "1️⃣.md",
        ".hidden",
        "%2e%2e",
        "%2e%2e%2fetc",
        "日本語。txt",
        "a~b",
        "sub/~tilde",
        "-rf",
        "$HOME",
        "*",
        "a'b\"c",
        "icon",
        "console.log",
        "com10",
        "comme",
        "nulls",
        "ünï/sub",
        "½",
        "שלום.txt",
    ] {
        let place = fixture.safe().join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, name).unwrap();
        assert_eq!(fixture.read(name).unwrap(), name);
        assert_eq!(fixture.path(name).as_relative_str(), name);
    }
}

/// Pieces that paths and attacks on paths are made of.
fn piece() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        ".",
        "..",
        "/",
        "//",
        "\\",
        "%2e",
        "%2f",
        "~",
        ":",
        " ",
        "\0",
        "a",
        "safe",
        "etc/passwd",
        "\u{FF0E}",
        "\u{2215}",
        "\u{200B}",
        "\u{FE0F}",
        "C:",
        "NUL",
    ]);
    prop_oneof![3 => nasty.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat());
    prop_oneof![pieces, any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2048, ..Default::default() })]

    #[test]
    fn an_accepted_path_stays_beneath_the_root(text in text()) {
        match unset().path(&text) {
            Ok(path) => {
                prop_assert!(stays_beneath(&text));
                prop_assert_eq!(path.as_relative_str(), text.as_str());
            }
            // Value-free: the same words whatever was refused.
            Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
        }
    }

    #[test]
    fn ordinary_names_are_accepted(text in "[a-z0-9_-]{4,12}(/[a-z0-9_-]{4,12}){0,4}\\.[a-z]{1,4}") {
        // Four characters may spell a port, as in `com1`.
        prop_assume!(!text.contains("com") && !text.contains("lpt"));
        prop_assert!(unset().path(&text).is_ok());
    }
}
