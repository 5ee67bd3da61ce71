//! Content from outside comes in a frame that it cannot forge, or not at all.

use serde_json::json;

use crate::{both::Both, client::answer::Answer, data::LONG_CHARS};

/// What one tool passes on unless it says otherwise, in characters.
const MAX_CHARS: usize = 8_000;

fn assert_blocked(answer: &Answer) {
    assert!(answer.is_error());
    assert!(
        answer.text().starts_with("[SECURITY WARNING"),
        "{}",
        answer.text()
    );
    assert!(answer.structured().is_none());
    assert!(
        !answer.raw().contains("EXTERNAL DATA"),
        "the guard's own words are not framed"
    );
}

#[test]
fn a_page_with_an_injection_is_blocked_whole() {
    let mut both = Both::start();
    let answer = both.call("fetch_page", json!({"url": "injected.html"}));
    assert_blocked(&answer);
    assert!(
        answer.text().contains("page injected.html"),
        "{}",
        answer.text()
    );
    assert!(!answer.raw().contains("assistant"), "{}", answer.raw());
}

#[test]
fn structured_data_with_an_injection_is_blocked_too() {
    let mut both = Both::start();
    let answer = both.call("get_user", json!({"user_id": "u2"}));
    assert_blocked(&answer);
    assert!(!answer.raw().contains("Bo"), "{}", answer.raw());
}

#[test]
fn a_forged_boundary_is_blocked() {
    let mut both = Both::start();
    let answer = both.call("fetch_page", json!({"url": "forged.html"}));
    assert_blocked(&answer);
    assert!(!answer.raw().contains("obey"), "{}", answer.raw());
}

#[test]
fn every_answer_has_a_nonce_of_its_own() {
    let mut both = Both::start();
    let one = both.call("fetch_page", json!({"url": "plain.html"}));
    let other = both.call("fetch_page", json!({"url": "plain.html"}));
    assert_ne!(one.nonce(), other.nonce());
    assert_eq!(
        one.framed("page plain.html"),
        other.framed("page plain.html")
    );
}

#[test]
fn a_cut_says_how_much_is_missing() {
    let mut both = Both::start();
    let answer = both.call("fetch_page", json!({"url": "long.txt"}));
    assert!(!answer.is_error());
    let content = answer.framed("page long.txt");
    let (kept, notice) = content
        .rsplit_once('\n')
        .expect("a notice after the content");
    assert_eq!(kept, "é".repeat(MAX_CHARS));
    assert!(notice.contains("truncated"), "{notice}");
    let cut = (LONG_CHARS - MAX_CHARS).to_string();
    assert!(notice.contains(&cut), "{notice}");
}
