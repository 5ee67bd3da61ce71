//! Calls that a well-meaning model makes are answered.

use serde_json::json;

use crate::both::Both;

#[test]
fn a_search_answers_with_documents() {
    let mut both = Both::start();
    let answer = both.call(
        "search_documents",
        json!({"query": "  ROPE cat ", "max_results": 5, "safe_mode": false}),
    );
    assert!(!answer.is_error());
    // Trimmed, as declared.
    assert_eq!(
        answer.framed("documents"),
        "Results for: ROPE cat (max 5)\n- notes/today.txt: Buy rope."
    );
}

#[test]
fn a_default_is_filled_in() {
    let mut both = Both::start();
    let answer = both.call(
        "search_documents",
        json!({"query": "rope", "max_results": 1}),
    );
    assert_eq!(
        answer.framed("documents"),
        "Results for: rope (max 1)\n- notes/today.txt"
    );
}

#[test]
fn the_bounds_themselves_are_allowed() {
    let mut both = Both::start();
    let longest = "é".repeat(200);
    for (query, max_results) in [("x", 1), (longest.as_str(), 50)] {
        let answer = both.call(
            "search_documents",
            json!({"query": query, "max_results": max_results}),
        );
        let first = format!("Results for: {query} (max {max_results})");
        assert_eq!(answer.framed("documents"), first);
    }
}

#[test]
fn a_file_is_read() {
    let mut both = Both::start();
    let answer = both.call("read_file", json!({"file_path": "notes/today.txt"}));
    assert!(!answer.is_error());
    assert_eq!(
        answer.framed("file notes/today.txt"),
        "Buy rope.\nFeed the cat."
    );
}

#[test]
fn a_page_is_fetched() {
    let mut both = Both::start();
    let answer = both.call("fetch_page", json!({"url": "plain.html"}));
    assert!(!answer.is_error());
    assert_eq!(
        answer.framed("page plain.html"),
        "<p>Nothing but weather.</p>"
    );
}

/// `Both::call` has looked for the secrets in the whole answer.
#[test]
fn a_record_comes_without_its_secrets() {
    let mut both = Both::start();
    let answer = both.call("get_user", json!({"user_id": "u1"}));
    assert!(!answer.is_error());
    let expected = json!({
        "user": {
            "id": 1,
            "name": "Ann",
            "password": "[REDACTED]",
            "api_key": "[REDACTED]",
            "profile": {"ssn": "[REDACTED]", "bio": "likes rope"},
        }
    });
    assert_eq!(answer.structured(), Some(&expected));
    let text: serde_json::Value =
        serde_json::from_str(answer.framed("member records")).expect("the same as text");
    assert_eq!(text, expected);
}

#[test]
fn what_is_not_there_is_said_so() {
    let mut both = Both::start();
    let user = both.call("get_user", json!({"user_id": "nobody"}));
    assert!(user.is_error());
    assert_eq!(user.framed("member records"), "no such user");
    let page = both.call("fetch_page", json!({"url": "nowhere.html"}));
    assert!(page.is_error());
    assert_eq!(page.framed("page nowhere.html"), "no such file");
    let folder = both.call("read_file", json!({"file_path": "notes"}));
    assert!(folder.is_error());
    assert_eq!(folder.framed("file notes"), "not a regular file");
}
