//! After a refusal the scan goes on to the id, so that every request can be answered.

use safe_tool_runtime::wire::{Budget, Fault, Place, Progress, Refusal, Scanner};

use crate::scan_cut;

fn call(arguments: &str) -> Vec<u8> {
    raw_call(arguments.as_bytes())
}

/// The id and the name stand behind what is wrong.
fn raw_call(arguments: &[u8]) -> Vec<u8> {
    let before = br#"{"method":"tools/call","params":{"arguments":"#;
    let after = br#","name":"t"},"id":"seven"}"#;
    [before.as_slice(), arguments, after].concat()
}

fn refusal(message: &[u8], budget: Budget) -> Refusal {
    scan_cut(message, budget).unwrap_err()
}

#[test]
fn the_id_behind_a_fault_is_found() {
    let deep = "[".repeat(300) + r#""]}\"{[""# + &"]".repeat(300);
    let budget = Budget::bytes(2_000)
        .max_depth(8)
        .max_values(20)
        .max_keys(10)
        .max_string_bytes(50);
    let many = format!("[{}1]", "1,".repeat(30));
    let keys: Vec<String> = (0..20).map(|key| format!("\"{key}\":1")).collect();
    for (arguments, fault) in [
        (deep.into_bytes(), Fault::Depth(8)),
        (many.into_bytes(), Fault::Values(20)),
        (
            format!("{{{}}}", keys.join(",")).into_bytes(),
            Fault::Keys(10),
        ),
        (
            format!("{{\"a\":\"{}\"}}", "x".repeat(51)).into_bytes(),
            Fault::StringLength(50),
        ),
        (b"{\"a\":1e400}".to_vec(), Fault::NumberRange),
        (
            format!("[{}]", "1".repeat(33)).into_bytes(),
            Fault::NumberLength,
        ),
        (br#"{"a":"\ud800"}"#.to_vec(), Fault::Surrogate),
        (b"{\"a\":\"\n\"}".to_vec(), Fault::Control),
        (b"{\"a\":\"\xff\"}".to_vec(), Fault::Utf8),
        (br#"{"a":1,"a":2}"#.to_vec(), Fault::DuplicateKey),
    ] {
        let refusal = refusal(&raw_call(&arguments), budget);
        assert_eq!(refusal.fault(), fault);
        assert_eq!(refusal.place(), Place::Arguments, "{fault}");
        assert_eq!(refusal.place().pointer(), "/params/arguments");
        assert_eq!(refusal.envelope().id(), Some("\"seven\""), "{fault}");
        assert_eq!(refusal.envelope().tool(), Some("t"), "{fault}");
        assert!(refusal.is_of_arguments(), "{fault}");
    }
}

#[test]
fn of_a_message_that_is_too_large_the_id_is_found_far_behind() {
    let message = call(&format!("{{\"a\":\"{}\"}}", "x".repeat(3_000)));
    let refusal = refusal(&message, Budget::bytes(1_000));
    assert_eq!(refusal.fault(), Fault::Bytes(1_000));
    assert_eq!(refusal.envelope().id(), Some("\"seven\""));
    // Its size is a matter of the message, wherever it was noticed.
    assert!(!refusal.is_of_arguments());
}

#[test]
fn of_two_ids_none_is_told() {
    for message in [
        r#"{"id":1,"method":"m","id":2}"#,
        r#"{"id":1,"x":"\ud800","id":2}"#,
        r#"{"id":1,"x":1e400,"\u0069d":1}"#,
        r#"{"id":1,"x":1e400,"id":null}"#,
    ] {
        let refusal = refusal(message.as_bytes(), Budget::default());
        assert_eq!(refusal.envelope().id(), None, "{message}");
    }
}

#[test]
fn an_id_deeper_down_is_not_the_messages() {
    let message = r#"{"x":{"id":1},"y":[{"id":2}],"z":1e400,"method":"m","w":{"id":3}}"#;
    assert_eq!(
        refusal(message.as_bytes(), Budget::default())
            .envelope()
            .id(),
        None
    );
}

#[test]
fn what_is_not_json_breaks_the_scan_off() {
    let mut scanner = Scanner::new(Budget::default());
    assert_eq!(scanner.feed(br#"{"id":1,"#), Progress::Clean);
    assert_eq!(scanner.feed(b"]"), Progress::Broken);
    assert_eq!(scanner.feed(br#""id":2}"#), Progress::Broken);
    let refusal = scanner.finish().unwrap_err();
    assert_eq!(refusal.fault(), Fault::Syntax);
    // What was read by then.
    assert_eq!(refusal.envelope().id(), Some("1"));
}

#[test]
fn a_fault_is_told_at_once() {
    let mut scanner = Scanner::new(Budget::default());
    assert_eq!(scanner.feed(b"[1e400"), Progress::Clean);
    assert_eq!(scanner.feed(b","), Progress::Refused);
}

#[test]
fn outside_of_the_arguments_it_is_no_tool_error() {
    for message in [
        r#"{"id":1,"method":"tools/call","params":{"name":"t","name":"u"}}"#,
        r#"{"id":1,"method":"tools/call","params":{"name":"t","arguments":{}},"x":1e400}"#,
        r#"{"id":1,"method":"prompts/get","params":{"name":"t","arguments":{"a":1,"a":2}}}"#,
        r#"{"method":"tools/call","params":{"name":"t","arguments":{"a":1,"a":2}}}"#,
        r#"{"id":1,"method":"tools/call","params":{"arguments":{"a":1,"a":2}}}"#,
    ] {
        assert!(
            !refusal(message.as_bytes(), Budget::default()).is_of_arguments(),
            "{message}"
        );
    }
}

/// Nothing of the message is in what is said of it.
#[test]
fn what_is_said_holds_nothing_of_the_message() {
    for arguments in [r#"{"hunter2":1,"hunter2":2}"#, r#"{"a":"hunter2\ud800"}"#] {
        let refusal = refusal(&call(arguments), Budget::default());
        assert!(!format!("{refusal} {refusal:?}").contains("hunter2"));
    }
}
