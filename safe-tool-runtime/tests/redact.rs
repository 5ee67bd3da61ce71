//! Redaction of free-form JSON, by its public face.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

use proptest::prelude::*;
use safe_tool_runtime::redact::{
    REDACTED, is_sensitive_key, redact_json, redact_json_keeping_types, redact_json_text,
};
use serde_json::{Map, Value, json};

#[test]
fn keys_that_hold_secrets() {
    for key in [
        "password",
        "Password",
        "passwd",
        "pwd",
        "passphrase",
        "passwords",
        "PASSWORD2",
        "user_password",
        "userPassword",
        "dbpassword",
        "db_password",
        "password_hash",
        "passwordhash",
        "api_key",
        "apiKey",
        "API-KEY",
        "APIKey",
        "APIkey",
        "apikey",
        "x-api-key",
        "my_api_key",
        "api_keys",
        "api.key",
        "api key",
        "secret",
        "secrets",
        "client_secret",
        "clientSecret",
        "secret_key",
        "ssn",
        "user_ssn",
        "credit_card",
        "creditCard",
        "credit_card_number",
        "creditcard",
        "card_number",
        "token",
        "Token",
        "access_token",
        "accessToken",
        "refresh_token",
        "auth_token",
        "access_tokens",
        "session_token",
        "csrfToken",
        "accesstoken",
        "oauth2Token",
        "token_id",
        "authorization",
        "Authorization",
        "Proxy-Authorization",
        "cookie",
        "Set-Cookie",
        "cookies",
        "private_key",
        "privateKey",
        "cvv",
        "cvv2",
        "credentials",
        "pass\u{200b}word",
        "ｐａｓｓｗｏｒｄ",
        "рassword",
        "pässword",
        "to\u{ad}ken",
    ] {
        assert!(is_sensitive_key(key), "{key:?}");
    }
}

#[test]
fn keys_that_only_look_like_it() {
    for key in [
        "",
        "_",
        "42",
        "tokenizer",
        "tokens",
        "max_tokens",
        "maxTokens",
        "token_count",
        "tokenCount",
        "next_page_token",
        "nextPageToken",
        "page_token",
        "NextToken",
        "token_type",
        "tokenized",
        "secretary",
        "password_changed_at",
        "passwordChangedAt",
        "access_token_expires_in",
        "session_name",
        "keyboard",
        "key",
        "public_key",
        "monkey",
        "passport_country",
        "compass",
        "bypass",
        "passage",
        "passenger",
        "author",
        "authority",
        "card",
        "discard_number_one",
        "assn",
        "name",
        "пароход",
    ] {
        assert!(!is_sensitive_key(key), "{key:?}");
    }
}

#[test]
fn secrets_go_at_any_depth() {
    let mut value = json!({
        "user": {"name": "ann", "password": "hunter2", "n": [1, {"apiKey": "k"}, [{"ssn": 123}]]},
        "token": {"nested": {"all": "of it"}}, "cvv": 123, "secret": true, "cookie": null, "pwd": ["a"]
    });
    assert!(redact_json(&mut value));
    assert_eq!(
        value,
        json!({
            "user": {"name": "ann", "password": REDACTED, "n": [1, {"apiKey": REDACTED}, [{"ssn": REDACTED}]]},
            "token": REDACTED, "cvv": REDACTED, "secret": REDACTED, "cookie": null, "pwd": REDACTED
        })
    );
    assert!(!redact_json(&mut value), "a second time changes nothing");
}

#[test]
fn types_are_kept_where_asked() {
    let mut value = json!({
        "password": "x", "cvv": 123, "secret": true, "cookie": null, "name": "ann",
        "token": {"id": "abc", "parts": [1.5, "b", false, {"deep": "c"}], "none": []}
    });
    assert!(redact_json_keeping_types(&mut value));
    assert_eq!(
        value,
        json!({
            "password": REDACTED, "cvv": 0, "secret": false, "cookie": null, "name": "ann",
            "token": {"id": REDACTED, "parts": [0, REDACTED, false, {"deep": REDACTED}], "none": []}
        })
    );
    assert!(!redact_json_keeping_types(&mut value));
}

fn nested(depth: usize, innermost: Value) -> Value {
    (0..depth).fold(innermost, |value, _| Value::Array(vec![value]))
}

#[test]
fn what_lies_too_deep_is_withheld() {
    let mut value = nested(64, json!("seen"));
    assert!(!redact_json(&mut value));
    let mut value = nested(65, json!("unseen"));
    assert!(redact_json(&mut value));
    assert_eq!(value, nested(65, json!("[max depth]")));
    assert!(!redact_json(&mut value));
    let mut value = nested(65, json!({"a": 1}));
    assert!(redact_json_keeping_types(&mut value));
    assert_eq!(value, nested(65, json!({})));
}

#[test]
fn no_depth_overflows_the_stack() {
    for redact in [redact_json, redact_json_keeping_types] {
        // Not `json!` around a deep value: it would serialise it, recursively.
        let mut value = nested(200_000, json!({"password": "x"}));
        assert!(redact(&mut value));
        // Dropping what is left is safe only because the depths were taken apart.
        assert!(!value.to_string().contains("password"));
        let mut secret = Value::Object(Map::from_iter([(
            "secret".to_owned(),
            nested(200_000, json!(1)),
        )]));
        assert!(redact(&mut secret));
    }
}

#[test]
fn text_that_is_json_is_redacted() {
    let text = " {\"a\": 1, \"password\": \"x\"}\n";
    assert_eq!(
        redact_json_text(text).as_deref(),
        Some(r#"{"a":1,"password":"[REDACTED]"}"#)
    );
    let lines = "{\"token\":\"x\"}\n{\"a\":1}\n{\"token\":\"y\"}";
    assert_eq!(
        redact_json_text(lines).as_deref(),
        Some("{\"token\":\"[REDACTED]\"}\n{\"a\":1}\n{\"token\":\"[REDACTED]\"}")
    );
    assert!(redact_json_text("\u{feff}[{\"ssn\": 1}]").is_some());
    for text in [
        "",
        "password: x",
        "{\"a\": 1}",
        "[1, 2]",
        "{broken",
        "42",
        "\"password\"",
        "{\"max_tokens\": 5}",
    ] {
        assert_eq!(redact_json_text(text), None, "{text:?}");
    }
}

#[test]
fn json_quoted_in_json_is_looked_into() {
    let mut text = r#"{"password":"hunter2"}"#.to_owned();
    for quotings in 1..=6 {
        text = json!({ "body": text }).to_string();
        let redacted = redact_json_text(&text).expect("something to redact");
        assert!(!redacted.contains("hunter2"), "{quotings}: {redacted}");
        assert_eq!(redact_json_text(&redacted), None, "{quotings}");
    }
    let quoted = Value::from(r#"{"password":"hunter2"}"#).to_string();
    assert!(!redact_json_text(&quoted).unwrap().contains("hunter2"));
}

#[test]
fn json_too_deep_to_parse_is_withheld() {
    let text = format!("{}{{\"password\":1}}{}", "[".repeat(500), "]".repeat(500));
    assert_eq!(redact_json_text(&text).as_deref(), Some("\"[max depth]\""));
    let mut value = json!({ "body": text });
    assert!(redact_json(&mut value));
    assert!(!value.to_string().contains("password"));
}

fn any_key() -> impl Strategy<Value = String> {
    let known = vec![
        "password",
        "apiKey",
        "token",
        "max_tokens",
        "data",
        "Set-Cookie",
        "name",
    ];
    prop_oneof![3 => proptest::sample::select(known).prop_map(str::to_owned), 1 => any::<String>()]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            proptest::collection::vec((any_key(), inner.clone()), 0..5)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
            inner.prop_map(|value| Value::from(value.to_string())),
        ]
    })
}

/// Whether a sensitive key anywhere in `value`, or in JSON quoted in it, holds something.
fn leaks(value: &Value) -> bool {
    match value {
        Value::Object(map) => map.iter().any(|(key, value)| {
            let hidden = value.is_null() || value == REDACTED;
            (is_sensitive_key(key) && !hidden) || leaks(value)
        }),
        Value::Array(items) => items.iter().any(leaks),
        Value::String(text) => serde_json::from_str(text).is_ok_and(|value: Value| leaks(&value)),
        _ => false,
    }
}

fn same_type(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(key, a)| b.get(key).is_some_and(|b| same_type(a, b)))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_type(a, b))
        }
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

proptest! {
    #[test]
    fn no_sensitive_key_keeps_its_value(original in any_json()) {
        let mut value = original.clone();
        let changed = redact_json(&mut value);
        prop_assert!(!leaks(&value), "{}", value);
        prop_assert_eq!(changed, value != original);
        prop_assert!(!redact_json(&mut value));
    }

    #[test]
    fn text_leaks_no_more_than_a_value(original in any_json()) {
        let text = original.to_string();
        let redacted = redact_json_text(&text).unwrap_or(text);
        prop_assert!(!leaks(&serde_json::from_str(&redacted).unwrap()));
    }

    #[test]
    fn kept_types_are_kept(original in any_json()) {
        let mut value = original.clone();
        let changed = redact_json_keeping_types(&mut value);
        prop_assert!(same_type(&original, &value));
        prop_assert_eq!(changed, value != original);
        prop_assert!(!redact_json_keeping_types(&mut value));
    }

    #[test]
    fn no_key_panics(key in any::<String>()) {
        is_sensitive_key(&key);
        let key = format!("{key}_password");
        prop_assert!(is_sensitive_key(&key));
    }
}
