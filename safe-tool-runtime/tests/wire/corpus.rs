//! Nasty inputs by hand, after the manner of JSONTestSuite.

use safe_tool_runtime::wire::{Budget, Fault};
use serde_json::Value;

use crate::scan_cut;

const ACCEPTED: &[&[u8]] = &[
    b"[]",
    b"{}",
    b"\"\"",
    b"0",
    b"-0",
    b"-0.0",
    b"1E22",
    b"1e-2",
    b"123e65",
    b"0e1",
    b"0e+1",
    b" [] ",
    b"\t\r\n 1 \t\r\n",
    b"[true,false,null]",
    b"true",
    b"[[],[[]],{\"\":{}}]",
    b"{\"a\":1,\"b\":[{}]}",
    br#"["\"\\\/\b\f\n\r\t"]"#,
    br#"["\u0000"]"#,
    br#"["\uD834\uDd1e"]"#,
    br#"["\uFFFF\u0060\u012a"]"#,
    b"[\"\x7f\"]",
    "[\"\u{2028}\u{10ffff}\"]".as_bytes(),
    br#"["a/*b*/c"]"#,
    b"[1.7976931348623157e308]",
    b"[1e-999]",
    b"[18446744073709551616]",
    b"[-9223372036854775809]",
    br#"{"\u0000":0}"#,
    b"[123.456e-7]",
];

const REFUSED: &[(&[u8], Fault)] = &[
    (b"", Fault::Syntax),
    (b" ", Fault::Syntax),
    (b"[", Fault::Syntax),
    (b"]", Fault::Syntax),
    (b"[}", Fault::Syntax),
    (b"{]", Fault::Syntax),
    (b"[1}", Fault::Syntax),
    (b"{\"a\":1]", Fault::Syntax),
    (b"[,1]", Fault::Syntax),
    (b"[1,]", Fault::Syntax),
    (b"[1,,2]", Fault::Syntax),
    (b"[1 2]", Fault::Syntax),
    (b"{,}", Fault::Syntax),
    (b"{\"a\"}", Fault::Syntax),
    (b"{\"a\":}", Fault::Syntax),
    (b"{\"a\" 1}", Fault::Syntax),
    (b"{\"a\":1,}", Fault::Syntax),
    (b"{1:1}", Fault::Syntax),
    (b"{a:1}", Fault::Syntax),
    (b"{'a':1}", Fault::Syntax),
    (b"{\"a\"::1}", Fault::Syntax),
    (b"[]]", Fault::Syntax),
    (b"[] []", Fault::Syntax),
    (b"{}{}", Fault::Syntax),
    (b"1 2", Fault::Syntax),
    (b"tru", Fault::Syntax),
    (b"truee", Fault::Syntax),
    (b"t rue", Fault::Syntax),
    (b"TRUE", Fault::Syntax),
    (b"[nan]", Fault::Syntax),
    (b"[Infinity]", Fault::Syntax),
    (b"[-Infinity]", Fault::Syntax),
    (b"-", Fault::Syntax),
    (b"[-]", Fault::Syntax),
    (b"01", Fault::Syntax),
    (b"-01", Fault::Syntax),
    (b"1.", Fault::Syntax),
    (b".1", Fault::Syntax),
    (b"1.e1", Fault::Syntax),
    (b"1e", Fault::Syntax),
    (b"1e+", Fault::Syntax),
    (b"+1", Fault::Syntax),
    (b"0x1", Fault::Syntax),
    (b"1_0", Fault::Syntax),
    (b"1e1.5", Fault::Syntax),
    (b"--1", Fault::Syntax),
    (b"[1-2]", Fault::Syntax),
    (b"\"", Fault::Syntax),
    (b"\"a", Fault::Syntax),
    (b"\"\\", Fault::Syntax),
    (b"\"\\\"", Fault::Syntax),
    (br#""\x""#, Fault::Syntax),
    (br#""\u12""#, Fault::Syntax),
    (br#""\u123g""#, Fault::Syntax),
    (br#""\U0041""#, Fault::Syntax),
    (br#""\ ""#, Fault::Syntax),
    (b"\"\\\n\"", Fault::Syntax),
    (b"'a'", Fault::Syntax),
    (b"/**/1", Fault::Syntax),
    (b"1//", Fault::Syntax),
    (b"#", Fault::Syntax),
    (b"\xef\xbb\xbf1", Fault::Syntax),
    ("\u{a0}1".as_bytes(), Fault::Syntax),
    (b"\x0c1", Fault::Syntax),
    (b"\x001", Fault::Syntax),
    (b"1\x00", Fault::Syntax),
    (b"[\"\n\"]", Fault::Control),
    (b"[\"\x00\"]", Fault::Control),
    (b"[\"\x1f\"]", Fault::Control),
    (b"{\"\t\":1}", Fault::Control),
    (b"[\"\xff\"]", Fault::Utf8),
    (b"[\"\xc3\"]", Fault::Utf8),
    (b"[\"\xc0\xaf\"]", Fault::Utf8),
    (b"[\"\xed\xa0\x80\"]", Fault::Utf8),
    (b"[\"\xf4\x90\x80\x80\"]", Fault::Utf8),
    (b"[\"\xe2\x82", Fault::Utf8),
    (b"\xff", Fault::Utf8),
    (b"[\"\x80\"]", Fault::Utf8),
    (br#"["\ud800"]"#, Fault::Surrogate),
    (br#"["\udc00"]"#, Fault::Surrogate),
    (br#"["\ud800a"]"#, Fault::Surrogate),
    (br#"["\ud800\n"]"#, Fault::Surrogate),
    (br#"["\ud800\ud800\udc00"]"#, Fault::Surrogate),
    (br#"["\udc00\ud800"]"#, Fault::Surrogate),
    (br#"["\ud800\u0041"]"#, Fault::Surrogate),
    (br#"{"\ud800":1}"#, Fault::Surrogate),
    (b"[1e400]", Fault::NumberRange),
    (b"[-1e309]", Fault::NumberRange),
    (b"1e999999999", Fault::NumberRange),
    (b"[0.1e310]", Fault::NumberRange),
];

#[test]
fn what_is_json_is_accepted() {
    for message in ACCEPTED {
        let verdict = scan_cut(message, Budget::default());
        assert!(verdict.is_ok(), "{}: {verdict:?}", message.escape_ascii());
        assert!(
            serde_json::from_slice::<Value>(message).is_ok(),
            "{}",
            message.escape_ascii()
        );
    }
}

#[test]
fn what_is_not_is_refused_for_what_is_wrong_first() {
    for (message, fault) in REFUSED {
        let refusal = scan_cut(message, Budget::default()).unwrap_err();
        assert_eq!(refusal.fault(), *fault, "{}", message.escape_ascii());
        assert_eq!(fault.code(), -32700);
        assert!(
            serde_json::from_slice::<Value>(message).is_err(),
            "{}",
            message.escape_ascii()
        );
    }
}

/// Each invalid byte at each place of a string that is long enough for every way to read it.
#[test]
fn each_control_character_is_found_at_each_place() {
    for place in 0..150 {
        for control in [0x00, 0x09, 0x0a, 0x1f] {
            let mut text = vec![b'a'; 150];
            text[place] = control;
            let message = [b"[\"", text.as_slice(), b"\"]"].concat();
            let refusal = crate::scan(&message, Budget::default()).unwrap_err();
            assert_eq!(refusal.fault(), Fault::Control);
        }
    }
}
