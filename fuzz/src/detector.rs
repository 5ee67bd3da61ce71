//! What reads all of a text from outside: the detector, the cap, the redactor. None panics,
//! each says the same of the same text, and the work of the detector is bounded.

use std::sync::LazyLock;

use safe_tool::{
    output::{Budget, Guarded, Outlet, Source, cap, security_warning},
    redact::{redact_json, redact_json_text},
};
use serde_json::{Value, json};

/// Bytes read for each byte, at most, where the text is long: what docs/injection.md promises.
const MOST: usize = 160;
/// The same of a short text, which every rule reads whole, in each of six copies.
const MOST_OF_SHORT: usize = 1_000;
/// From how many bytes on a text is long.
const LONG: usize = 16 * 1024;
/// One text in so many is also made long: that takes its time.
const LENGTHENED: usize = 16;

/// A password that is no word of any text.
const SECRET: &str = "q7Zr-canary-0x9";

/// Built once: its patterns are many.
static OUTLET: LazyLock<Outlet> = LazyLock::new(Outlet::default);

/// Any text; the first byte cuts it.
pub fn detector(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let detector = &OUTLET.screen.detector;
    let verdict = detector.scan(&text);
    assert_eq!(detector.scan(&text), verdict);
    let read = verdict.bytes_read();
    assert!(
        read <= MOST_OF_SHORT * text.len(),
        "{read} bytes read of {}",
        text.len()
    );
    if !text.is_empty() && text.len().is_multiple_of(LENGTHENED) {
        let long = text.repeat(LONG.div_ceil(text.len()));
        let read = detector.scan(&long).bytes_read();
        assert!(
            read <= MOST * long.len(),
            "{read} bytes read of {}",
            long.len()
        );
    }
    for evidence in verdict.evidence() {
        assert!(
            text.is_char_boundary(evidence.offset),
            "an offset in a character"
        );
    }
    guarded(&text);
    capped(&text, data.first().copied().unwrap_or(0).into());
    redacted(&text);
}

/// Whatever is found, what is shown of blocked content holds none of it.
fn guarded(text: &str) {
    let source = Source::new("fuzz");
    if let Guarded::Blocked { warning, findings } = OUTLET.guard_text(text, &source) {
        let rule = findings.rule();
        assert_eq!(warning, security_warning(&source, rule));
        assert!(
            rule.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        );
    }
}

fn capped(text: &str, most: usize) {
    for budget in [
        Budget::of_chars(most),
        Budget {
            max_chars: usize::MAX,
            max_bytes: most,
        },
    ] {
        let capped = budget.cap(text);
        assert!(text.starts_with(capped.kept));
        assert!(capped.kept.len() <= budget.max_bytes);
        assert!(capped.kept.chars().count() <= budget.max_chars);
        assert_eq!(capped.kept.len() + capped.omitted.bytes, text.len());
        assert_eq!(budget.cap(capped.kept).kept, capped.kept, "it fits");
    }
    assert_eq!(cap(text, usize::MAX).kept, text);
}

/// Whatever stands beside it, in JSON that is whole or broken off, a password is taken out.
fn redacted(text: &str) {
    // It need not find anything; it must not panic.
    let _ = redact_json_text(text);
    let whole = json!({"a": text, "b": {text: [{"password": SECRET}]}});
    let cut = format!(r#"{{"a":{},"password":"{SECRET}""#, json!(text));
    for (with_secret, is_whole) in [(whole.to_string(), true), (cut, false)] {
        let shown = redact_json_text(&with_secret).expect("there is a password");
        assert!(!shown.contains(SECRET), "a password is shown");
        assert!(!is_whole || serde_json::from_str::<Value>(&shown).is_ok());
    }
    let mut value = whole;
    redact_json(&mut value);
    assert!(!value.to_string().contains(SECRET), "a password is shown");
}
