//! The serializer that redacts what it writes, beside the walk over a tree.

use std::collections::BTreeMap;

use proptest::prelude::*;
use safe_tool_runtime::redact::{REDACTED, Redacted, redact_json, to_redacted_json};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value, json};

#[derive(Serialize)]
struct Login<'a> {
    user: &'a str,
    password: &'a str,
    #[serde(rename = "apiKey")]
    key: Option<&'a str>,
    headers: Vec<(&'a str, String)>,
    auth: Auth<'a>,
    log: String,
    n: (u8, f64, Option<()>),
}

#[derive(Serialize)]
enum Auth<'a> {
    Password(&'a str),
    Token { id: &'a str },
    Secret(&'a str, u8),
    None,
}

#[test]
fn typed_values_are_redacted_while_they_are_written() {
    let login = Login {
        user: "ann",
        password: "hunter2",
        key: None,
        headers: vec![
            ("Authorization", "hunter2".into()),
            ("Accept", "*/*".into()),
        ],
        auth: Auth::Password("hunter2"),
        log: json!({"pwd": "hunter2"}).to_string(),
        n: (1, 0.5, None),
    };
    let written: Value = serde_json::from_str(&to_redacted_json(&login).unwrap()).unwrap();
    let expected = json!({
        "user": "ann", "password": REDACTED, "apiKey": null,
        "headers": [["Authorization", REDACTED], ["Accept", "*/*"]],
        "auth": {"Password": REDACTED},
        "log": json!({"pwd": REDACTED}).to_string(),
        "n": [1, 0.5, null],
    });
    assert_eq!(written, expected);
    for (auth, expected) in [
        (Auth::Token { id: "x" }, json!({"Token": {"id": REDACTED}})),
        (
            Auth::Secret("x", 1),
            json!({"Secret": [REDACTED, REDACTED]}),
        ),
        (Auth::None, json!("None")),
    ] {
        assert_eq!(
            serde_json::to_value(Redacted::new(&auth)).unwrap(),
            expected
        );
    }
}

#[test]
fn a_value_is_withheld_whichever_side_its_name_stands_on() {
    #[derive(Serialize)]
    struct Header {
        value: &'static str,
        name: &'static str,
        content: Option<u8>,
        n: u8,
    }
    let mut header = Header {
        value: "hunter2",
        name: "Set-Cookie",
        content: None,
        n: 1,
    };
    let written = |header: &Header| serde_json::to_value(Redacted::new(header)).unwrap();
    let expected = json!({"value": REDACTED, "name": "Set-Cookie", "content": null, "n": 1});
    assert_eq!(written(&header), expected);
    header.name = "Accept";
    let expected = json!({"value": "hunter2", "name": "Accept", "content": null, "n": 1});
    assert_eq!(written(&header), expected);
    let map = BTreeMap::from([("content", "hunter2"), ("key", "password"), ("a", "b")]);
    let expected = json!({"content": REDACTED, "key": "password", "a": "b"});
    assert_eq!(serde_json::to_value(Redacted::new(&map)).unwrap(), expected);
}

/// A list in a list, so many times.
struct Deep(usize);

impl Serialize for Deep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            0 => "password".serialize(serializer),
            depth => [Self(depth - 1)].serialize(serializer),
        }
    }
}

#[test]
fn what_lies_too_deep_is_withheld_unseen() {
    let inside = |json: &str| json.trim_matches(['[', ']']).to_owned();
    assert_eq!(
        inside(&to_redacted_json(&Deep(64)).unwrap()),
        "\"password\""
    );
    for depth in [65, 100_000_000] {
        let json = to_redacted_json(&Deep(depth)).unwrap();
        assert_eq!(
            json,
            format!("{}\"[max depth]\"{}", "[".repeat(65), "]".repeat(65))
        );
    }
}

#[test]
fn what_is_too_much_is_withheld() {
    /// As many entries as one likes.
    struct Endless;
    impl Serialize for Endless {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            for n in 0..100_000 {
                map.serialize_entry(&n.to_string(), "a")?;
            }
            map.end()
        }
    }
    let long = vec!["a".repeat(100); 50];
    let json = serde_json::to_string(&Redacted::new(&long).max_bytes(1_000)).unwrap();
    assert!(
        json.len() < 1_300 && json.ends_with("\"[max size]\"]"),
        "{json}"
    );
    let json = serde_json::to_string(&Redacted::new(&Endless).max_bytes(1_000)).unwrap();
    assert!(
        json.len() < 8_000 && json.ends_with("\"[max size]\":\"[max size]\"}"),
        "{json}"
    );
    let numbers = vec![1; 100_000];
    let json = serde_json::to_string(&Redacted::new(&numbers).max_bytes(1_000)).unwrap();
    assert!(json.len() < 3_000, "{}", json.len());
    let small = json!({"a": "b"});
    let json = serde_json::to_string(&Redacted::new(&small).max_bytes(2)).unwrap();
    assert_eq!(json, r#"{"a":"b"}"#);
}

#[test]
fn other_formats_fail_or_write_but_never_leak() {
    // A map with keys of a type that JSON has not: the error is the format's.
    let map = BTreeMap::from([(vec![1], "x")]);
    assert!(to_redacted_json(&map).is_err());
    let map = BTreeMap::from([(1_u8, "x")]);
    assert_eq!(to_redacted_json(&map).unwrap(), r#"{"1":"x"}"#);
}

fn any_key() -> impl Strategy<Value = String> {
    let known = vec![
        "password", "apiKey", "name", "key", "value", "content", "v", "data",
    ];
    prop_oneof![4 => proptest::sample::select(known).prop_map(str::to_owned), 1 => any::<String>()]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any_key().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!("password=hunter2")),
    ];
    leaf.prop_recursive(5, 48, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::vec((any_key(), inner.clone()), 0..5)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
            inner.prop_map(|value| Value::from(value.to_string())),
        ]
    })
}

proptest! {
    #[test]
    fn the_stream_and_the_walk_agree(value in any_json()) {
        let streamed: Value = serde_json::from_str(&to_redacted_json(&value).unwrap()).unwrap();
        let mut walked = value;
        redact_json(&mut walked);
        prop_assert_eq!(streamed, walked);
    }
}
