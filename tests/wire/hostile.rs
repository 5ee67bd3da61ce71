//! Arguments that break a declared rule never reach a handler, and are not repeated.

use serde_json::{Value, json};

use crate::{both::Both, client::answer::Answer};

/// In every rejected value; in no answer.
const CANARY: &str = "canary";

/// Calls, and asserts that the value is refused at `pointer` by `rule` and not echoed.
fn refused(both: &mut Both, tool: &str, arguments: Value, pointer: &str, rule: &str) -> Answer {
    let answer = both.call(tool, arguments);
    answer.assert_refused(pointer, rule);
    assert!(answer.structured().is_none());
    let echoed = answer.raw().to_lowercase().contains(CANARY);
    assert!(!echoed, "the value is repeated: {}", answer.raw());
    answer
}

#[test]
fn a_query_out_of_bounds() {
    let mut both = Both::start();
    let search = |query: &str| json!({"query": query, "max_results": 5});
    let long = CANARY.repeat(40);
    let mut refused = |query: &str, rule| {
        refused(&mut both, "search_documents", search(query), "/query", rule);
    };
    refused(&long, "max_len");
    // As much as a message may hold; what is larger does not come so far (tests/attack).
    refused(&long.repeat(500), "max_len");
    // Nothing is left when it is trimmed.
    refused("   ", "min_len");
}

#[test]
fn a_number_out_of_bounds() {
    let mut both = Both::start();
    for max_results in [json!(0), json!(51), json!(-1)] {
        let arguments = json!({"query": "rope", "max_results": max_results});
        refused(
            &mut both,
            "search_documents",
            arguments,
            "/max_results",
            "range",
        );
    }
}

#[test]
fn wrong_types_all_at_once() {
    let mut both = Both::start();
    let arguments = json!({
        "query": ["canary"],
        "max_results": "canary",
        "safe_mode": {"canary": "canary"},
    });
    let answer = refused(&mut both, "search_documents", arguments, "/query", "type");
    answer.assert_refused("/max_results", "type");
    answer.assert_refused("/safe_mode", "type");
}

#[test]
fn a_fraction_or_a_number_beyond_all_integers() {
    let mut both = Both::start();
    for (max_results, rule) in [(2.5, "type"), (1e300, "range")] {
        let arguments = json!({"query": "rope", "max_results": max_results});
        refused(
            &mut both,
            "search_documents",
            arguments,
            "/max_results",
            rule,
        );
    }
}

#[test]
fn an_unknown_field() {
    let mut both = Both::start();
    let arguments = json!({"user_id": "u1", "admin": "canary"});
    refused(&mut both, "get_user", arguments, "/admin", "unknown_field");
}

#[test]
fn a_missing_argument() {
    let mut both = Both::start();
    let answer = both.call("search_documents", json!({}));
    answer.assert_refused("/query", "required");
    answer.assert_refused("/max_results", "required");
}

#[test]
fn a_null_where_a_value_is_needed() {
    let mut both = Both::start();
    refused(
        &mut both,
        "get_user",
        json!({"user_id": null}),
        "/user_id",
        "type",
    );
}

#[test]
fn control_and_invisible_characters() {
    let mut both = Both::start();
    // NUL, escape, delete, a bidi override, a zero-width space, a tag character.
    for character in [
        '\0',
        '\u{1b}',
        '\u{7f}',
        '\u{202e}',
        '\u{200b}',
        '\u{e0041}',
    ] {
        let arguments = json!({"query": format!("can{character}ary canary"), "max_results": 5});
        let answer = both.call("search_documents", arguments);
        assert!(answer.is_error(), "{character:?}: {}", answer.raw());
        assert!(answer.text().contains("- /query "), "{}", answer.text());
        assert!(!answer.raw().contains(CANARY), "{}", answer.raw());
        assert!(!answer.text().contains(character));
    }
}

#[test]
fn a_pattern_that_does_not_match() {
    let mut both = Both::start();
    for id in [
        "canary u1",
        "u1\ncanary",
        "u1'; DROP TABLE canary",
        "cañary canary",
    ] {
        let answer = both.call("get_user", json!({"user_id": id}));
        assert!(answer.is_error(), "{id:?}: {}", answer.raw());
        assert!(answer.text().contains("- /user_id "), "{}", answer.text());
        assert!(!answer.raw().contains(CANARY), "{}", answer.raw());
    }
}

#[test]
fn a_path_that_leaves_its_folder() {
    let mut both = Both::start();
    let inside = both.data.absolute("hello.txt");
    let paths = [
        "../outside.txt",
        "../safe-sibling/secret.txt",
        "notes/../../outside.txt",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        // Even if it lies in the folder.
        &inside,
        "~/.ssh/id_rsa",
        r"..\outside.txt",
        "C:/Windows/win.ini",
        "notes//today.txt",
        "./hello.txt",
        "hello.txt\0.png",
        "file:///etc/passwd",
        "",
    ];
    for path in paths {
        for (tool, field) in [("read_file", "file_path"), ("fetch_page", "url")] {
            let pointer = format!("/{field}");
            let answer = both.call(tool, json!({field: path}));
            answer.assert_refused(&pointer, "sandboxed_path");
            let echoed = path.len() > 2 && answer.raw().contains(path);
            assert!(!echoed, "the path is repeated: {}", answer.raw());
        }
    }
    let long = CANARY.repeat(1_000);
    refused(
        &mut both,
        "read_file",
        json!({"file_path": long}),
        "/file_path",
        "sandboxed_path",
    );
}

/// The name is innocent, so the file system refuses it, while it opens.
#[cfg(unix)]
#[test]
fn a_link_that_leaves_its_folder() {
    let mut both = Both::start();
    let file = both.call("read_file", json!({"file_path": "escape.txt"}));
    assert!(file.is_error());
    assert_eq!(file.framed("file escape.txt"), "the path leaves its folder");
    let page = both.call("fetch_page", json!({"url": "escape.txt"}));
    assert!(page.is_error());
    assert_eq!(page.framed("page escape.txt"), "the path leaves its folder");
}

/// Percent signs are not decoded: such a name is a name, and nothing has it.
#[test]
fn an_encoded_traversal_is_only_a_name() {
    let mut both = Both::start();
    let answer = both.call("read_file", json!({"file_path": "%2e%2e%2foutside.txt"}));
    assert!(answer.is_error());
    assert!(answer.text().contains("no such file"), "{}", answer.text());
}
