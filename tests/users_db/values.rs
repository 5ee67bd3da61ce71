//! Values are bound: whatever they are, they are compared and stored, not run.

use serde_json::json;

use crate::{
    database::{Database, Users},
    on_each_database,
    payloads::INJECTIONS,
};

/// A server counts the calls of its caller: sixty a minute.
const CALLS: usize = 25;

on_each_database! {
    what_is_searched_for_is_not_run: super::searched;
    what_is_stored_is_not_run: super::stored;
    wildcards_stand_for_themselves: super::wildcards;
    numbers_are_numbers: super::numbers;
    what_no_text_may_hold_is_refused: super::refused;
}

fn searched(database: &Database) {
    for payloads in INJECTIONS.chunks(CALLS) {
        let mut users = database.client();
        for payload in payloads {
            // The one name with an apostrophe, and nothing else.
            let expected: &[&str] = match *payload {
                "'" => &["Tomás O'Neil"],
                _ => &[],
            };
            assert_eq!(users.find(payload), expected, "{payload}");
        }
        users.assert_untouched();
    }
}

fn stored(database: &Database) {
    // Of a user the last twenty notes are shown.
    for (id, payloads) in (1..).zip(INJECTIONS.chunks(15)) {
        let mut users = database.client();
        for payload in payloads {
            let added = users.call("add_note", json!({"id": id, "text": payload}));
            assert!(!added.is_error(), "{payload}: {}", added.raw());
        }
        let notes = users.notes(id);
        assert_eq!(notes.len(), payloads.len(), "{notes:?}");
        for payload in payloads {
            assert!(
                notes.iter().any(|note| note == payload),
                "{payload}: {notes:?}"
            );
        }
        users.assert_untouched();
    }
}

fn wildcards(database: &Database) {
    let mut users = database.client();
    for (text, found) in [
        ("%", &["Discount 100%"][..]),
        ("0%", &["Discount 100%"]),
        ("_", &["Tomás O'Neil"]),
        ("s_o", &["Tomás O'Neil"]),
        ("\\", &["Back\\slash"]),
        ("K\\S", &["Back\\slash"]),
        ("O'NEIL", &["Tomás O'Neil"]),
        ("%%", &[]),
        ("I%s", &[]),
        ("____", &[]),
        ("\\%", &[]),
        ("\\_", &[]),
        ("\\\\", &[]),
        ("%@harbour.example", &[]),
        ("[a-z]", &[]),
    ] {
        assert_eq!(users.find(text), found, "{text}");
    }
}

fn numbers(database: &Database) {
    let mut users = database.client();
    let mut refused = |id: serde_json::Value, rule: &str| {
        for tool in ["get_user", "add_note"] {
            let mut arguments = json!({ "id": id });
            if tool == "add_note" {
                arguments["text"] = "a note".into();
            }
            users.call(tool, arguments).assert_refused("/id", rule);
        }
        let arguments = json!({"text": "a", "limit": id});
        users
            .call("search_users", arguments)
            .assert_refused("/limit", rule);
    };
    refused(json!("1"), "type");
    refused(json!("1 OR 1=1"), "type");
    refused(json!("1; DROP TABLE users"), "type");
    refused(json!([1]), "type");
    refused(json!({"$gt": 0}), "type");
    refused(json!(true), "type");
    refused(json!(1.5), "type");
    refused(json!(0), "range");
    refused(json!(-1), "range");
    refused(json!(u64::MAX), "range");
    refused(json!(1e300), "range");
    let last = users.call("get_user", json!({"id": i64::MAX}));
    assert!(last.text().contains("there is no user"), "{}", last.text());
    users.assert_untouched();
}

fn refused(database: &Database) {
    let mut users = database.client();
    let search = |users: &mut Users, text: &str, rule: &str| {
        let answer = users.call("search_users", json!({ "text": text }));
        answer.assert_refused("/text", rule);
    };
    search(&mut users, "Ines\0' OR 1=1 --", "control_chars");
    search(&mut users, "\u{1A}", "control_chars");
    search(&mut users, "Ines\nOR 1=1", "control_chars");
    search(&mut users, "I\u{200B}nes", "format_chars");
    search(&mut users, " ", "min_len");
    search(&mut users, &"a".repeat(101), "max_len");
    let note = json!({"id": 1, "text": "a\0b"});
    users
        .call("add_note", note)
        .assert_refused("/text", "control_chars");
    users.assert_untouched();
}
