use std::{borrow::Cow, sync::Arc};

use safe_tool::safe_tool;

use crate::{accepts, refuses};

#[safe_tool]
struct Bounded {
    #[min_len(2)]
    #[max_len(5)]
    text: String,
}

#[safe_tool]
struct Trimmed {
    #[trim]
    #[min_len(1)]
    #[max_len(5)]
    #[pattern("^[a-z]+$")]
    text: String,
}

#[safe_tool]
struct Listed {
    #[one_of("asc", "desc")]
    #[trim]
    order: String,
}

#[safe_tool]
struct Kinds {
    #[max_len(3)]
    boxed: Box<str>,
    #[max_len(3)]
    shared: Arc<str>,
    #[max_len(3)]
    cow: Cow<'static, str>,
    #[unbounded]
    anything: String,
}

#[safe_tool]
struct Patterned {
    #[max_len(20)]
    #[pattern(r"^[\w.]+@\d+$")]
    text: String,
}

#[test]
fn lengths_count_code_points() {
    for text in ["ab", "abcde", "äöüßé", "🙂🙂", "𝒶𝒷𝒸𝒹𝑒"] {
        assert_eq!(accepts!(Bounded, { "text": text }).text, text);
    }
    refuses!(Bounded, {"text": "a"}, "/text min_len");
    refuses!(Bounded, {"text": "🙂"}, "/text min_len");
    refuses!(Bounded, {"text": ""}, "/text min_len");
    refuses!(Bounded, {"text": "abcdef"}, "/text max_len");
    refuses!(Bounded, {"text": "äöüßéä"}, "/text max_len");
    refuses!(Bounded, {"text": "x".repeat(1 << 20)}, "/text max_len");
}

#[test]
fn max_len_holds_before_trimming_and_the_rest_after() {
    assert_eq!(accepts!(Trimmed, {"text": " ab\n "}).text, "ab");
    refuses!(Trimmed, {"text": "  ab  "}, "/text max_len");
    refuses!(Trimmed, {"text": "   "}, "/text min_len", "/text pattern");
    refuses!(Trimmed, {"text": "a b"}, "/text pattern");
}

#[test]
fn one_of_names_what_would_do() {
    assert_eq!(accepts!(Listed, {"order": " asc "}).order, "asc");
    let violations = refuses!(Listed, {"order": "up"}, "/order one_of");
    assert!(violations.to_string().contains(r#"["asc", "desc"]"#));
}

#[test]
fn every_string_type_is_checked() {
    let kinds =
        accepts!(Kinds, {"boxed": "a", "shared": "b", "cow": "c", "anything": "d".repeat(9_999)});
    assert_eq!(
        (&*kinds.boxed, &*kinds.shared, &*kinds.cow),
        ("a", "b", "c")
    );
    assert_eq!(kinds.anything.len(), 9_999);
    refuses!(
        Kinds,
        {"boxed": "aaaa", "shared": "bbbb", "cow": "cccc", "anything": ""},
        "/boxed max_len", "/cow max_len", "/shared max_len"
    );
}

#[test]
fn pattern_classes_mean_what_json_schema_means() {
    accepts!(Patterned, {"text": "a_1.b@42"});
    refuses!(Patterned, {"text": "é@42"}, "/text pattern");
    refuses!(Patterned, {"text": "a@٤٢"}, "/text pattern");
}

#[test]
fn nothing_else_is_a_string() {
    for json in [
        serde_json::json!(5),
        serde_json::json!(true),
        serde_json::json!(null),
        serde_json::json!(["ab"]),
        serde_json::json!({"ab": 1}),
    ] {
        refuses!(Bounded, { "text": json }, "/text type");
    }
}
