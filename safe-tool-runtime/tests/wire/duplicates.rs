//! A key stands once: in the envelope, in `params`, and at every level of the arguments.

use safe_tool_runtime::wire::{Budget, Fault, Place};

use crate::scan_cut;

fn assert_duplicate(message: &str, place: Place) {
    let refusal = scan_cut(message.as_bytes(), Budget::default()).unwrap_err();
    assert_eq!(refusal.fault(), Fault::DuplicateKey, "{message}");
    assert_eq!(refusal.place(), place, "{message}");
    assert_eq!(refusal.fault().code(), -32600);
}

fn assert_fine(message: &str) {
    let verdict = scan_cut(message.as_bytes(), Budget::default());
    assert!(verdict.is_ok(), "{message}: {verdict:?}");
}

#[test]
fn in_the_envelope() {
    assert_duplicate(r#"{"id":1,"id":1}"#, Place::Message);
    assert_duplicate(r#"{"method":"a","x":[{}],"method":"b"}"#, Place::Message);
    assert_duplicate(r#"{"":1,"":2}"#, Place::Message);
    assert_duplicate(r#"{"params":{},"params":{}}"#, Place::Message);
}

#[test]
fn in_the_params() {
    assert_duplicate(r#"{"params":{"name":"a","name":"b"}}"#, Place::Params);
    assert_duplicate(
        r#"{"params":{"arguments":{},"arguments":{}}}"#,
        Place::Params,
    );
}

#[test]
fn in_the_arguments_at_every_level() {
    for arguments in [
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"b":{"c":1},"a":2}"#,
        r#"{"x":{"a":1,"a":2}}"#,
        r#"{"x":[[{"y":{"a":1,"b":2,"a":3}}]]}"#,
        r#"[{"a":1,"a":2}]"#,
    ] {
        assert_duplicate(
            &format!(r#"{{"params":{{"arguments":{arguments}}}}}"#),
            Place::Arguments,
        );
    }
}

#[test]
fn through_escapes() {
    for (one, other) in [
        (r"a", r"\u0061"),
        (r"é", r"\u00E9"),
        (r"😀", r"\ud83d\ude00"),
        (r"\n", r"\u000a"),
        (r"/", r"\/"),
        (
            r"a longer key than any register",
            r"a longer key than any registe\u0072",
        ),
    ] {
        let message = format!(r#"{{"params":{{"arguments":{{"{one}":1,"{other}":2}}}}}}"#);
        assert_duplicate(&message, Place::Arguments);
    }
    assert_duplicate(r#"{"id":1,"\u0069d":2}"#, Place::Message);
}

#[test]
fn one_key_in_two_objects_is_none() {
    assert_fine(r#"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}"#);
    assert_fine(r#"{"params":{"arguments":{"a":{"a":1},"b":[{"a":1},{"a":1}]},"a":1}}"#);
    // Another normal form, another case, another number of spaces: other keys.
    assert_fine(r#"{"params":{"arguments":{"é":1,"e\u0301":2,"A":3,"a":4,"a ":5}}}"#);
}

/// Elsewhere they are the parser's matter: `_meta`, another's result.
#[test]
fn elsewhere_they_are_not_compared() {
    assert_fine(r#"{"params":{"_meta":{"a":1,"a":2}}}"#);
    assert_fine(r#"{"result":{"arguments":{"a":1,"a":2}}}"#);
    assert_fine(r#"[{"a":1,"a":2}]"#);
    // What has the name of the arguments, and is in another place.
    assert_fine(r#"{"params":{"x":{"arguments":{"a":1,"a":2}}}}"#);
    assert_fine(r#"{"params":[{"arguments":{"a":1,"a":2}}]}"#);
}

#[test]
fn among_thousands() {
    let keys = |last: &str| {
        let keys: Vec<String> = (0..10_000).map(|key| format!("\"k{key}\":0")).collect();
        format!(
            r#"{{"params":{{"arguments":{{{},"{last}":0}}}}}}"#,
            keys.join(",")
        )
    };
    let budget = Budget::default().max_values(50_000).max_keys(20_000);
    let verdict = crate::scan(keys("other").as_bytes(), budget);
    assert!(verdict.is_ok());
    let verdict = crate::scan(keys("k5000").as_bytes(), budget);
    assert_eq!(verdict.unwrap_err().fault(), Fault::DuplicateKey);
}
