//! Beside serde_json: what it parses is accepted, and nothing else.

use proptest::{collection::vec, prelude::*, sample::select};
use safe_tool_runtime::wire::{Budget, Fault};
use serde_json::Value;

use crate::scan_cut;

/// Pieces of JSON and of what is nearly JSON. Together they make everything that matters.
const TOKENS: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b"\"",
    b"\\",
    b" ",
    b"\n",
    b"\t",
    b"\r",
    b"\"a\"",
    b"\"a\":",
    b"\"b\":1,",
    b"\"id\":",
    b"\"\"",
    b"true",
    b"false",
    b"null",
    b"nul",
    b"True",
    b"0",
    b"-",
    b"-0",
    b"1",
    b"01",
    b"1.",
    b".5",
    b"1.5",
    b"1e5",
    b"1E+5",
    b"1e",
    b"1e400",
    b"-1e309",
    b"1e308",
    b"1e-400",
    b"12345678901234567890123",
    b"+1",
    b"NaN",
    b"\\n",
    b"\\u",
    b"\\u0041",
    b"\\ud83d",
    b"\\ude00",
    b"\\ud83d\\ude00",
    b"\\x",
    b"\\u00",
    b"\"\\ud83d\"",
    b"\"\\ude00\"",
    b"\"\\ud83d\\ude00\"",
    b"\"\\ud83d\\n\"",
    b"\"\\ud83d\\ud83d\\ude00\"",
    "é".as_bytes(),
    "\"я\"".as_bytes(),
    "\"😀\"".as_bytes(),
    b"\xff",
    b"\xc3",
    b"\xe2\x82",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\xaf",
    b"\x00",
    b"\x1f",
    b"\x7f",
    b"//",
    b"/**/",
    b"'a'",
    b"\xef\xbb\xbf",
    b"abcdefghijklmnopqrstuvwxyz0123456789",
];

fn agrees(message: &[u8]) {
    let ours = scan_cut(message, Budget::default());
    let theirs = serde_json::from_slice::<Value>(message);
    match ours {
        Ok(_) => assert!(theirs.is_ok(), "{}: {theirs:?}", message.escape_ascii()),
        // Ours alone.
        Err(refusal)
            if matches!(
                refusal.fault(),
                Fault::DuplicateKey | Fault::Id | Fault::Name | Fault::NumberLength
            ) => {}
        Err(refusal) => assert!(theirs.is_err(), "{}: {refusal}", message.escape_ascii()),
    }
}

/// Any value, written with and without white space.
fn json() -> impl Strategy<Value = Vec<u8>> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((any::<String>(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    });
    (value, any::<bool>()).prop_map(|(value, is_wide)| {
        let write = if is_wide {
            serde_json::to_vec_pretty
        } else {
            serde_json::to_vec
        };
        write(&value).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_any_tokens(tokens in vec(select(TOKENS), 0..16)) {
        agrees(&tokens.concat());
    }

    /// In an array nothing is an envelope: no duplicates, ids or names are refused.
    #[test]
    fn on_any_tokens_in_an_array(tokens in vec(select(TOKENS), 0..12)) {
        agrees(&[b"[", tokens.concat().as_slice(), b"]"].concat());
    }

    #[test]
    fn on_any_tokens_in_a_string(tokens in vec(select(TOKENS), 0..8)) {
        agrees(&[b"[\"", tokens.concat().as_slice(), b"\"]"].concat());
    }

    #[test]
    fn on_any_bytes(bytes in vec(any::<u8>(), 0..24)) {
        agrees(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_any_value(message in json()) {
        agrees(&message);
    }

    #[test]
    fn on_any_value_with_a_byte_changed(
        message in json(), at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let mut message = message;
        let at = at.index(message.len());
        message[at] = byte;
        agrees(&message);
        message.truncate(at);
        agrees(&message);
    }
}
