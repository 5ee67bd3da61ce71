//! What is answered to a refused message, byte for byte.

use safe_tool_runtime::wire::{Budget, Dialect, Scanner};

fn answer(message: &[u8], dialect: Dialect) -> Option<String> {
    let budget = Budget::default().max_depth(5).max_string_bytes(64);
    let mut scanner = Scanner::new(budget);
    scanner.feed(message);
    let refusal = scanner.finish().expect_err("must be refused");
    let answer = refusal.answer(dialect)?;
    Some(String::from_utf8(answer).expect("UTF-8"))
}

fn legacy(message: &str) -> Option<String> {
    answer(message.as_bytes(), Dialect::Legacy)
}

#[test]
fn a_fault_of_the_arguments_is_a_result_that_the_model_sees() {
    let message = br#"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"t","arguments":{"a":1,"a":2}},"id":7}"#;
    assert_eq!(
        answer(message, Dialect::Legacy).as_deref(),
        Some(
            r#"{"jsonrpc":"2.0","id":7,"result":{"content":[{"type":"text","text":"Invalid arguments: a key stands twice in one object. Nothing was run; correct the call and try again."}],"isError":true,"_meta":{"safe-tool/refusal":"invalid_arguments"}}}"#
        )
    );
    let modern = answer(message, Dialect::Modern).unwrap_or_default();
    assert!(
        modern.contains(r#""result":{"resultType":"complete","content""#),
        "{modern}"
    );
}

#[test]
fn any_other_fault_is_an_error() {
    let message = r#"{"jsonrpc":"2.0","id":"\u0061\"","method":"x","extra":[[[[[[]]]]]]}"#;
    assert_eq!(
        legacy(message).as_deref(),
        Some(
            r#"{"jsonrpc":"2.0","id":"a\"","error":{"code":-32600,"message":"the message is nested more than 5 deep"}}"#
        )
    );
}

#[test]
fn an_id_that_is_not_known_is_null_or_left_out() {
    let two_ids = br#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#;
    let words = r#""error":{"code":-32600,"message":"a key stands twice in one object"}}"#;
    assert_eq!(
        answer(two_ids, Dialect::Legacy),
        Some(format!(r#"{{"jsonrpc":"2.0","id":null,{words}"#))
    );
    assert_eq!(
        answer(two_ids, Dialect::Modern),
        Some(format!(r#"{{"jsonrpc":"2.0",{words}"#))
    );
}

/// Found by fuzzing: such an id was repeated, and no client could parse the answer.
#[test]
fn an_id_out_of_range_is_not_known() {
    let message = r#"{"jsonrpc":"2.0","id":1e400,"method":"ping"}"#;
    assert_eq!(
        legacy(message).as_deref(),
        Some(
            r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"a number is out of range"}}"#
        )
    );
}

#[test]
fn the_dialect_is_by_the_version() {
    assert_eq!(Dialect::of_version("2025-11-25"), Dialect::Legacy);
    assert_eq!(Dialect::of_version("2026-07-28"), Dialect::Modern);
}

#[test]
fn notifications_and_responses_are_not_answered() {
    let long = "x".repeat(65);
    assert_eq!(
        legacy(&format!(
            r#"{{"jsonrpc":"2.0","method":"a","params":{{"x":"{long}"}}}}"#
        )),
        None
    );
    assert_eq!(
        legacy(&format!(
            r#"{{"jsonrpc":"2.0","id":1,"result":{{"x":"{long}"}}}}"#
        )),
        None
    );
    assert_eq!(
        legacy(r#"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"#),
        None
    );
}

#[test]
fn what_breaks_off_is_answered_since_its_id_may_have_come_later() {
    for message in [
        "",
        "nonsense",
        r#"{"method":"tools/call","params":{"#,
        r#"{"method":"tools/call" x,"id":7}"#,
    ] {
        let answer = legacy(message).unwrap_or_default();
        assert_eq!(
            answer,
            r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message is not valid JSON"}}"#,
            "{message}"
        );
    }
}
