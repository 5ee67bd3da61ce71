use safe_tool::safe_tool;
use serde_json::Value;

use crate::{accepts, refuses};

#[safe_tool]
struct Free {
    #[max_json_bytes(40)]
    extra: Value,
    #[unbounded]
    wild: Option<Value>,
}

#[safe_tool]
struct Foreign {
    #[unbounded]
    duration: std::time::Duration,
    #[unbounded]
    id: Option<std::num::NonZeroU32>,
}

#[safe_tool]
struct Mixed {
    #[unbounded]
    duration: std::time::Duration,
    #[max_len(3)]
    q: String,
    #[max_len(3)]
    r: String,
}

#[test]
fn free_form_json_is_bounded_in_bytes() {
    let extra = serde_json::json!({"a": [1, 2.5, null, true], "b": "x"});
    assert_eq!(accepts!(Free, { "extra": extra.clone() }).extra, extra);
    accepts!(Free, {"extra": null, "wild": vec![0; 10_000]});
    accepts!(Free, { "extra": "x".repeat(38) });
    for json in [
        serde_json::json!("x".repeat(39)),
        serde_json::json!(vec![0; 20]),
        serde_json::json!(vec![0; 1_000_000]),
        serde_json::json!({"k".repeat(50): 1}),
        serde_json::json!({"a": {"b": {"c": "x".repeat(30)}}}),
    ] {
        let violations = Free::from_json(serde_json::json!({ "extra": json })).unwrap_err();
        assert_eq!(
            violations.iter().next().unwrap().rule,
            "max_json_bytes",
            "{violations}"
        );
    }
}

#[test]
fn free_form_json_is_bounded_in_depth_and_characters() {
    let deep = |levels: usize| (0..levels).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    accepts!(Free, {"extra": 1, "wild": deep(60)});
    let violations =
        Free::from_json(serde_json::json!({"extra": 1, "wild": deep(70)})).unwrap_err();
    assert_eq!(
        violations.iter().next().unwrap().rule,
        "max_depth",
        "{violations}"
    );
    refuses!(Free, {"extra": {"a": "\u{200B}"}}, "/extra/a format_chars");
    refuses!(Free, {"extra": {"a\u{0}": 1}}, "/extra/a? control_chars");
    accepts!(Free, {"extra": "two\nlines"});
}

#[test]
fn a_foreign_type_checks_itself_and_its_words_are_not_repeated() {
    let value = accepts!(Foreign, {"duration": {"secs": 5, "nanos": 0}, "id": 7});
    assert_eq!(
        (value.duration.as_secs(), value.id.map(|id| id.get())),
        (5, Some(7))
    );
    let violations = refuses!(Foreign, {"duration": {"secs": "CANARY"}, "id": 0}, "/duration format", "/id format");
    assert!(!violations.to_string().contains("CANARY"));
}

#[test]
fn a_bad_foreign_value_hides_no_other_violation() {
    refuses!(
        Mixed,
        {"duration": {"a": "bad", "b": 1}, "q": "toolong", "r": "toolong"},
        "/duration format", "/q max_len", "/r max_len"
    );
    let text = r#"{"duration": {"a": "bad", "b": 1}, "q": "toolong", "r": "toolong"}"#;
    let error = serde_json::from_str::<Mixed>(text).unwrap_err().to_string();
    assert!(error.contains("3 problems"), "{error}");
    let mixed = accepts!(Mixed, {"duration": {"secs": 1, "nanos": 0}, "q": "a", "r": "b"});
    assert_eq!(
        (mixed.duration.as_secs(), mixed.q.len() + mixed.r.len()),
        (1, 2)
    );
}
