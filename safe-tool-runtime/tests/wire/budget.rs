//! Each bound holds exactly at its edge, and no message makes the scanner large.

use safe_tool_runtime::wire::{Budget, Fault, Progress, Scanner};

use crate::{scan, scan_cut};

fn fault(message: &str, budget: Budget) -> Option<Fault> {
    scan_cut(message.as_bytes(), budget)
        .err()
        .map(|refusal| refusal.fault())
}

#[test]
fn bytes() {
    let message = r#"{"a": "é"} "#;
    let len = message.len() as u64;
    assert_eq!(fault(message, Budget::bytes(len)), None);
    assert_eq!(
        fault(message, Budget::bytes(len - 1)),
        Some(Fault::Bytes(len - 1))
    );
    assert_eq!(fault("1", Budget::bytes(0)), Some(Fault::Bytes(0)));
}

#[test]
fn depth() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let budget = Budget::default().max_depth(4);
    assert_eq!(fault(&nested(4), budget), None);
    assert_eq!(fault(&nested(5), budget), Some(Fault::Depth(4)));
    assert_eq!(fault(r#"{"a":{"a":[{}]}}"#, budget), None);
    assert_eq!(
        fault(r#"{"a":{"a":[{"a":[]}]}}"#, budget),
        Some(Fault::Depth(4))
    );
    assert_eq!(fault("1", Budget::default().max_depth(0)), None);
    assert_eq!(
        fault("[]", Budget::default().max_depth(0)),
        Some(Fault::Depth(0))
    );
    // As deep as serde_json goes, whatever is asked for.
    let deepest = Budget::default().max_depth(u32::MAX);
    assert_eq!(fault(&nested(127), deepest), None);
    assert!(serde_json::from_str::<serde_json::Value>(&nested(127)).is_ok());
    assert_eq!(fault(&nested(128), deepest), Some(Fault::Depth(127)));
    assert!(serde_json::from_str::<serde_json::Value>(&nested(128)).is_err());
}

#[test]
fn values() {
    let budget = Budget::default().max_values(4);
    assert_eq!(fault(r#"[1,"a",{}]"#, budget), None);
    assert_eq!(fault(r#"[1,"a",{},null]"#, budget), Some(Fault::Values(4)));
    assert_eq!(fault(r#"{"a":1,"b":2,"c":3}"#, budget), None);
    assert_eq!(
        fault(r#"{"a":1,"b":2,"c":[true]}"#, budget),
        Some(Fault::Values(4))
    );
}

#[test]
fn keys() {
    let budget = Budget::default().max_keys(3);
    assert_eq!(fault(r#"{"a":{"b":1},"c":2}"#, budget), None);
    assert_eq!(
        fault(r#"{"a":{"b":1},"c":2,"d":3}"#, budget),
        Some(Fault::Keys(3))
    );
    assert_eq!(
        fault(r#"[[{"a":1},{"a":1},{"a":1,"b":2}]]"#, budget),
        Some(Fault::Keys(3))
    );
}

#[test]
fn strings_are_counted_in_bytes_after_unescaping() {
    let budget = Budget::default().max_string_bytes(4);
    for four in [
        "abcd",
        "éé",
        "😀",
        r"\ud83d\ude00",
        r"\u0041\u00e9\n",
        r#"\"\\\/\b"#,
    ] {
        assert_eq!(fault(&format!("[\"{four}\"]"), budget), None, "{four}");
        assert_eq!(
            fault(&format!("[{{\"{four}\":1}}]"), budget),
            None,
            "{four}"
        );
        let five = [
            format!("[\"{four}e\"]"),
            format!("[\"e{four}\"]"),
            format!("{{\"e{four}\":1}}"),
        ];
        for five in five {
            assert_eq!(fault(&five, budget), Some(Fault::StringLength(4)), "{five}");
        }
    }
}

#[test]
fn numbers_have_32_bytes() {
    for (beginning, rest) in [
        ("", "1"),
        ("-", "1"),
        ("0.", "1"),
        ("1e-", "1"),
        ("1E", "0"),
    ] {
        let longest = format!("{beginning}{}", rest.repeat(32 - beginning.len()));
        assert_eq!(longest.len(), 32);
        let fits = format!("[{longest}]");
        assert_eq!(fault(&fits, Budget::default()), None, "{fits}");
        let longer = format!("[{longest}{rest}]");
        assert_eq!(
            fault(&longer, Budget::default()),
            Some(Fault::NumberLength),
            "{longer}"
        );
    }
}

/// What a refused message goes on with costs nothing, however much it is.
#[test]
fn what_is_refused_is_read_on_in_constant_memory() {
    let budget = Budget::bytes(1_000);
    for endless in [
        "[",
        "{\"a\":",
        "[\"a\",",
        "\"aaaaaaaa",
        "[{\"a\":1},",
        "1111",
        "[[[\"]\\\"\",",
    ] {
        let mut scanner = Scanner::new(budget);
        let piece = endless.repeat(1_000);
        let mut progress = Progress::Clean;
        let mut most = 0;
        let measured = allocated(|| {
            for _ in 0..500 {
                progress = scanner.feed(piece.as_bytes());
                most += piece.len();
            }
        });
        assert_ne!(progress, Progress::Clean, "{endless}");
        assert!(
            measured < 64 * 1024,
            "{endless}: {measured} bytes for {most}"
        );
    }
}

/// Within its budget a scanner keeps eight bytes a key, doubled when it grows, and little else.
#[test]
fn what_is_accepted_is_kept_in_little_memory() {
    let fields: Vec<String> = (0..10_000)
        .map(|key| format!("\"{key}\":[1,2,3]"))
        .collect();
    let message = format!("{{\"params\":{{\"arguments\":{{{}}}}}}}", fields.join(","));
    let budget = Budget::default().max_values(50_000).max_keys(20_000);
    let measured = allocated(|| {
        assert!(scan(message.as_bytes(), budget).is_ok());
    });
    assert!(measured < 10_000 * 8 * 4, "{measured} bytes");
}

/// How many bytes this thread allocated, those given back again among them.
fn allocated(work: impl FnOnce()) -> u64 {
    allocation_counter::measure(work).bytes_total
}
