//! What an answer needs is found wherever it stands.

use safe_tool_runtime::wire::{Budget, Envelope, Fault, Kind};

use crate::scan_cut;

fn envelope(message: &str) -> Envelope {
    scan_cut(message.as_bytes(), Budget::default()).unwrap()
}

#[test]
fn the_facts_are_found_in_any_order() {
    for message in [
        r#"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"t","arguments":{"id":1,"name":"x"}}}"#,
        r#"{"params":{"arguments":{"id":1,"method":"x","params":{"name":"y"}},"name":"t"},"method":"tools/call","id":7}"#,
        r#" { "method" : "tools\/call" , "params" : { "_meta":{"name":"no"}, "n\u0061me" : "\u0074" } , "id" : 7 } "#,
    ] {
        let envelope = envelope(message);
        assert_eq!(envelope.id(), Some("7"));
        assert_eq!(envelope.method(), Some("tools/call"));
        assert_eq!(envelope.tool(), Some("t"));
        assert_eq!(envelope.kind(), Kind::Request);
    }
}

#[test]
fn ids_are_told_as_json() {
    for (id, told) in [
        ("0", "0"),
        ("-1", "-1"),
        ("1.5e3", "1.5e3"),
        (r#""""#, r#""""#),
        (r#""a\u0022b""#, r#""a\"b""#),
        (r#""\u00e9\n""#, r#""é\n""#),
        (r#""7""#, r#""7""#),
    ] {
        let message = format!(r#"{{"id":{id},"method":"m"}}"#);
        assert_eq!(envelope(&message).id(), Some(told));
    }
}

#[test]
fn kinds_are_told_apart() {
    for (message, kind) in [
        (r#"{"id":1,"method":"a"}"#, Kind::Request),
        (r#"{"method":"a"}"#, Kind::Notification),
        (r#"{"id":1,"result":{}}"#, Kind::Response),
        (r#"{"id":1,"error":{"method":"a"}}"#, Kind::Response),
        (r#"{"id":1}"#, Kind::Malformed),
        ("{}", Kind::Malformed),
        ("[]", Kind::Malformed),
        (r#"[{"id":1,"method":"a"}]"#, Kind::Malformed),
        ("\"id\"", Kind::Malformed),
    ] {
        assert_eq!(envelope(message).kind(), kind, "{message}");
    }
}

#[test]
fn what_cannot_be_an_id_or_name_is_refused() {
    let long = format!("\"{}\"", "a".repeat(257));
    for value in ["null", "true", "{}", "[]", "[1]", long.as_str()] {
        for (message, fault) in [
            (format!(r#"{{"id":{value},"method":"m"}}"#), Fault::Id),
            (format!(r#"{{"method":{value},"id":1}}"#), Fault::Name),
            (
                format!(r#"{{"params":{{"name":{value}}},"id":1}}"#),
                Fault::Name,
            ),
        ] {
            let refusal = scan_cut(message.as_bytes(), Budget::default()).unwrap_err();
            assert_eq!(refusal.fault(), fault, "{message}");
        }
    }
    let refusal = scan_cut(br#"{"method":1}"#, Budget::default()).unwrap_err();
    assert_eq!(refusal.fault(), Fault::Name);
    let longest = "a".repeat(256);
    let message = format!(r#"{{"id":"{longest}","method":"{longest}"}}"#);
    assert_eq!(envelope(&message).method(), Some(longest.as_str()));
}
