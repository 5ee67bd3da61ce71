//! Redaction of free-form JSON, by its public face.

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
        "pass_phrase",
        "pass_code",
        "passCode",
        "passkey",
        "pass_key",
        "userpasskey",
        "secretkey",
        "SECRET_KEY",
        "secretaccesskey",
        "awssecretaccesskey",
        "secretAccessKey",
        "privkey",
        "priv_key",
        "sshprivkey",
        "sshprivatekey",
        "dbcredentials",
        "sessioncookie",
        "bearer",
        "bearer_token",
        "database_url",
        "DATABASE_URL",
        "dbUrl",
        "connection_string",
        "connectionStrings",
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
        "passport",
        "pass_rate",
        "compass_key",
        "cookie_consent",
        "cookieConsent",
        "cookie_policy",
        "password_policy",
        "bearer_format",
        "bearer_methods_supported",
        "url",
        "base_url",
        "connection",
        "string",
        "private",
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
        Some(" {\"a\": 1, \"password\": \"[REDACTED]\"}\n")
    );
    let lines = "{\"token\":\"x\"}\n{\"a\":1}\n{\"token\":\"y\"}";
    assert_eq!(
        redact_json_text(lines).as_deref(),
        Some("{\"token\":\"[REDACTED]\"}\n{\"a\":1}\n{\"token\":\"[REDACTED]\"}")
    );
    assert!(redact_json_text("\u{feff}[{\"ssn\": 1}]").is_some());
    for text in [
        "",
        "the password: x",
        "{\"a\": 1}",
        "[1, 2]",
        "{broken",
        "42",
        "\"password\"",
        "{\"max_tokens\": 5}",
        "don't say 'password' at 10:30",
        "{\"a\":\"don't\",\"b\":\"the token isn't': x\"}",
        "{\"password\":null,\"token\": null}",
        "{'password': None}",
        "{\"password\":\"[REDACTED]\"",
        "{\"password\":}",
        "{\"a\":\"token\",\"\":\"x\"}",
        "[1,\"token\",{\"\":\"\"}]",
        "\\\"password\\\":\"",
        "{\"n\":12345678901234567890123, \"a\" : 1e999 }",
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

/// Text around a secret that no parser reads to the end, or that one folds.
const BROKEN: &[&str] = &[
    r#"{"n":1e999,"password":"hunter2"}"#,
    r#"{"x":{"password":"hunter2"},"x":1}"#,
    r#"{"password":"hunter2","password":null}"#,
    "{\"a\":1}\n{broken\n{\"password\":\"hunter2\"}",
    "{\"password\":\"hunter2\n{\"a\":1}",
    "{\"password\":\"hunter2\n{\"token\":\"hunter2 hunter2\"}",
    "{\"password\":\"hunter2\n{\"token\" : \"a hunter2\"}",
    r#"{"a":"\ud800","password":"hunter2"}"#,
    r#"{"password":"hunter2",}"#,
    r#"{"password":"a\"hunter2"#,
    r#"{"password":"hunter2\"#,
    r#"{"password":{"a":["}",{"b":"hunter2"#,
    r#"{"password" /* why */ : // here
        "hunter2"}"#,
    r#"{"password":,"hunter2"}"#,
    r#"{"password",:"hunter2"}"#,
    r#"{"password":,"token":"hunter2"}"#,
    r#"{"password":"a"hunter2"}"#,
    r#"{"password":"a":hunter2"}"#,
    ")]}'\n{\"password\":\"hunter2\"}",
    r#"data: {"password":"hunter2"}"#,
    "```json\n{\"password\": \"hunter2\"}\n```",
    "null\n{\"password\":\"hunter2\"}",
    "1 {\"password\":\"hunter2\"}",
    "\u{200b}{\"password\":\"hunter2\"}",
    "\t{\"password\":\"hun\thunter2\"}",
    "{\"private_key\":\"-----BEGIN\nhunter2\n-----\"}",
    r#"the answer is {"password":"hunter2"} ok"#,
    r#"5" don't {"password":"hunter2"}"#,
    r#"{"pass\u0077ord":"hunter2","#,
    r#"{"\ud835\udc29assword":"hunter2","#,
    r#"{"password": hunter2}"#,
    r#""authorization": Bearer hunter2"#,
    r#"{"body":"{\"password\":\"hunter2\",\"a\":1"#,
    r#"{"body":"{\"a\":1,\n \"password\" :\n {\"a\":\"hunter2"#,
    r#"{"body":"{\"b\":\"{\\\"password\\\":\\\"a\\\\\\\"hunter2\\\"}\"}""#,
    r#"{"log":"the answer is {\"password\":\"hunter2\"} ok"}"#,
    r#"{"log":"it is {'password': 'hunter2', 'a': 1}"}"#,
    r#"{"log":"it is {'password': 'hunter2","b":"c"}"#,
    "{'password': 'hunter2'}",
    "{'password': b'hunter2', 'a': None}",
    r#"{'password': "it's hunter2"}"#,
    r"{'password': 'it\'s hunter2'}",
    "{'password': ('a', 'hunter2')}",
    "1,\"{\"\"password\"\":\"\"hunter2\"\",\"\"a\"\":1}\"",
    r#""{""password"":""hunter2""}""#,
    "{'password': '''a hunter2'''}",
    "{'password': \"\"\"a hunter2\"\"\"}",
    r#"{"password"=>"hunter2"}"#,
    r#"[{"name":"Authorization","type":1,"value":"hunter2"#,
];

#[test]
fn a_secret_in_broken_json_goes() {
    for text in BROKEN {
        let redacted = redact_json_text(text).expect(text);
        assert!(!redacted.contains("hunter2"), "{text}: {redacted}");
        assert!(redacted.contains(REDACTED), "{text}: {redacted}");
        assert_eq!(redact_json_text(&redacted), None, "{text}: {redacted}");
    }
}

#[test]
fn what_is_no_secret_stays_as_it_was_written() {
    for (text, redacted) in [
        (
            r#"{ "n": 12345678901234567890123, "cvv" : 123 , "z":1e999}"#,
            r#"{ "n": 12345678901234567890123, "cvv" : "[REDACTED]" , "z":1e999}"#,
        ),
        (
            r#"[{"pwd":[1,{"a":"]"}],"b":true},{"token":false}]"#,
            r#"[{"pwd":"[REDACTED]","b":true},{"token":"[REDACTED]"}]"#,
        ),
        (
            r#"the answer is {"password":"hunter2"} ok, "#,
            r#"the answer is {"password":"[REDACTED]"} ok, "#,
        ),
        (
            "{'password': 'hunter2', 'a': None}",
            "{'password': '[REDACTED]', 'a': None}",
        ),
        (
            r#"{"body":"{\"cvv\": 123}","log":"'pwd': 1","#,
            r#"{"body":"{\"cvv\": \"[REDACTED]\"}","log":"'pwd': '[REDACTED]'"#,
        ),
    ] {
        assert_eq!(redact_json_text(text).as_deref(), Some(redacted));
    }
    let text = r#"{"a":"x","log":"it is {'password': 'hunter2","b":"c"}"#;
    let redacted: Value = serde_json::from_str(&redact_json_text(text).unwrap()).unwrap();
    assert_eq!(
        redacted["b"], "c",
        "text that parses is not swallowed by an unclosed string in it"
    );
}

#[test]
fn a_secret_named_by_its_sibling_goes() {
    let mut value = json!([
        {"name": "password", "value": "x"}, {"value": {"a": 1}, "Key": "api_key"},
        {"header": "Set-Cookie", "content": ["x"]}, {"field": "cvv", "val": 1, "id": 2},
        {"name": "Authorization", "value": null}, ["Authorization", "x"], ["cvv", 1],
        {"name": "city", "value": "x"}, {"name": "How to reset your password", "content": "x"},
        {"name": "token", "items": [{"value": 1}]}, ["password", "a", "b"], ["city", "x"]
    ]);
    let mut typed = value.clone();
    assert!(redact_json(&mut value));
    let kept = json!([
        {"name": "city", "value": "x"}, {"name": "How to reset your password", "content": "x"},
        {"name": "token", "items": [{"value": 1}]}, ["password", "a", "b"], ["city", "x"]
    ]);
    let redacted = json!([
        {"name": "password", "value": REDACTED}, {"value": REDACTED, "Key": "api_key"},
        {"header": "Set-Cookie", "content": REDACTED}, {"field": "cvv", "val": REDACTED, "id": 2},
        {"name": "Authorization", "value": null}, ["Authorization", REDACTED], ["cvv", REDACTED]
    ]);
    let all = |a: &Value, b: &Value| {
        Value::from([a.as_array().unwrap().as_slice(), b.as_array().unwrap()].concat())
    };
    assert_eq!(value, all(&redacted, &kept));
    assert!(redact_json_keeping_types(&mut typed));
    let redacted = json!([
        {"name": "password", "value": REDACTED}, {"value": {"a": 0}, "Key": "api_key"},
        {"header": "Set-Cookie", "content": [REDACTED]}, {"field": "cvv", "val": 0, "id": 2},
        {"name": "Authorization", "value": null}, ["Authorization", REDACTED], ["cvv", 1]
    ]);
    assert_eq!(typed, all(&redacted, &kept));
}

#[test]
fn hostile_text_takes_linear_time() {
    let pieces = [
        "\"",
        "'",
        "\\",
        "{",
        "[",
        "\\\"",
        "\"\\",
        "\"password\":",
        "'token': ",
        "\"password\":{",
        "\"password\":\"[REDACTED]\"",
        "\"password\":null",
        "\"name\":",
        "\"name\":\"password\",\"value\":",
        "\"/*",
        "\":",
        "\\\"password\\\":\"",
        "\"a\":",
        "\"//",
        "\"\\\\\\n",
        "\"password\":}",
        "\" ",
        "{\"password\":\"",
        "\"password\":(b'",
        "\\\\\\\":",
        "\"value\":",
        "\"a\\u0070\":",
    ];
    for piece in pieces {
        let _ = redact_json_text(&piece.repeat((1 << 18) / piece.len()));
    }
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

/// A key with a secret in it, and the letters of the secret.
const SECRET: &str = "s3cr3t8xq";

fn any_secret() -> impl Strategy<Value = String> {
    let keys = proptest::sample::select(vec!["password", "apiKey", "Set-Cookie"]);
    let secret = proptest::sample::select(vec![
        json!(SECRET),
        json!([1, SECRET]),
        json!({"a": SECRET, "b": [SECRET]}),
        json!(format!("\"{{{SECRET}\\ \n")),
    ]);
    (keys, secret).prop_map(|(key, secret)| format!("{}:{secret}", Value::from(key)))
}

/// JSON with a secret in it, and the bytes at which the secret's key begins and ends.
fn json_with_secret() -> impl Strategy<Value = (String, usize)> {
    let around = || {
        proptest::collection::vec((any_key(), any_json()), 0..4).prop_map(|pairs| {
            let pairs = pairs.iter();
            let pairs = pairs.map(|(key, value)| format!("{}:{value}", Value::from(key.as_str())));
            pairs.collect::<Vec<_>>().join(",")
        })
    };
    (around(), any_secret(), around(), 0..4_usize).prop_map(|(before, secret, after, depth)| {
        let comma = |text: &String| if text.is_empty() { "" } else { "," };
        let start = format!("{}{{{before}{}", "[".repeat(depth), comma(&before));
        let end = format!("{}{after}}}{}", comma(&after), "]".repeat(depth));
        (format!("{start}{secret}{end}"), start.len())
    })
}

fn without_secret(text: &str) -> Result<(), TestCaseError> {
    let redacted = redact_json_text(text).unwrap_or_else(|| text.to_owned());
    prop_assert!(!redacted.contains(SECRET), "{}\n{}", text, redacted);
    Ok(())
}

proptest! {
    #[test]
    fn no_mutilation_brings_a_secret_out(
        (text, secret) in json_with_secret(), at in any::<proptest::sample::Index>(), noise in any::<String>(),
    ) {
        without_secret(&text)?;
        without_secret(&format!("{noise}{text}"))?;
        without_secret(&format!("{text}{noise}"))?;
        without_secret(&format!("{text}{text}"))?;
        without_secret(&format!("{text}\n{noise}\n{text}"))?;
        let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let at = *at.get(&bounds);
        let (before, after) = text.split_at(at);
        // A comma in the key makes it another key, and one in an escape makes its quote
        // the end of the string.
        let key_end = secret + text[secret..].find(':').unwrap();
        if !(secret..key_end).contains(&at) && !before.ends_with('\\') {
            without_secret(&format!("{before},{after}"))?;
        }
        if at > key_end {
            without_secret(before)?;
        }
        let quoted = json!({ "body": text }).to_string();
        without_secret(&quoted)?;
        without_secret(&quoted[..quoted.len() - 2])?;
    }

    #[test]
    fn text_without_sensitive_keys_stays(
        keys in proptest::collection::vec("[a-z]{1,5}", 0..6), value in "[a-z '\"\\\\:{}]*", cut in any::<proptest::sample::Index>(),
    ) {
        prop_assume!(!keys.iter().any(|key| is_sensitive_key(key)) && !is_sensitive_key(&value));
        let map: Map<String, Value> = keys.into_iter().map(|key| (key, json!([value]))).collect();
        let text = Value::Object(map).to_string();
        prop_assert_eq!(redact_json_text(&text), None);
        prop_assert_eq!(redact_json_text(&text[..cut.index(text.len())]), None);
    }

    #[test]
    fn no_text_panics(text in r#"([\\"':{},\[\] aü]|"password":|'token': |\\"pwd\\":|/\*|null)*"#) {
        redact_json_text(&text);
    }

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
