//! What reads all of a text from outside: the detector, the cap, the redactor. None panics,
//! each says the same of the same text, and the work of the detector is bounded.

use std::sync::LazyLock;

use safe_tool::{
    output::{Budget, Guarded, Outlet, Source, cap, security_warning},
    redact::{redact_json, redact_json_text},
};

/// Bytes read for each byte, at most, where the text is long: what docs/injection.md promises.
const MOST: usize = 160;
/// The same of a short text, which every rule reads whole, in each of six copies.
const MOST_OF_SHORT: usize = 1_000;
/// From how many bytes on a text is long.
const LONG: usize = 16 * 1024;
/// One text in so many is also made long: that takes its time.
const LENGTHENED: usize = 16;

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

fn redacted(text: &str) {
    if let Some(once) = redact_json_text(text) {
        // What is done is done: nothing of it is taken for a secret again.
        let again = redact_json_text(&once);
        assert!(again.is_none_or(|again| again == once), "redacted further");
    }
    if let Ok(mut value) = serde_json::from_str(text) {
        redact_json(&mut value);
        let once = value.clone();
        redact_json(&mut value);
        assert_eq!(value, once, "redacted further");
    }
}
