//! What cannot be bound is chosen from a list.

use serde_json::json;

use crate::{database::Database, on_each_database, payloads::INJECTIONS};

on_each_database! {
    a_listed_column_sorts: super::sorts;
    any_other_column_is_refused: super::refused;
}

fn sorts(database: &Database) {
    let mut users = database.client();
    let mut sorted = |sort: &str, direction: &str| {
        let arguments = json!({
            "text": "@harbour.example", "sort": sort, "direction": direction, "limit": 2
        });
        users.search(arguments)
    };
    assert_eq!(
        sorted("name", "ascending"),
        ["Back\\slash", "Discount 100%"]
    );
    assert_eq!(sorted("name", "descending"), ["Tomás O'Neil", "Ines Alder"]);
    assert_eq!(
        sorted("email", "descending"),
        ["Tomás O'Neil", "Ines Alder"]
    );
    assert_eq!(
        sorted("users.created_at", "ascending"),
        ["Back\\slash", "Tomás O'Neil"]
    );
    assert_eq!(
        sorted("users.created_at", "descending"),
        ["Discount 100%", "Ines Alder"]
    );
}

fn refused(database: &Database) {
    let others = [
        "password_hash",
        "api_token",
        "users.password_hash",
        "created_at",
        "NAME",
        " name",
        "name ",
        "name ASC",
        "name; DROP TABLE users",
        "name, (SELECT api_token FROM users LIMIT 1)",
        "(CASE WHEN (SELECT 1) = 1 THEN name ELSE email END)",
        "name\0",
        "\"name\"",
        "`name`",
        "1",
        "",
        "*",
    ];
    for columns in [&others[..], INJECTIONS].concat().chunks(25) {
        let mut users = database.client();
        for column in columns {
            for (field, allowed) in [
                ("sort", r#"["name", "email", "users.created_at"]"#),
                ("direction", r#"["ascending", "descending"]"#),
            ] {
                let mut arguments = json!({"text": "a"});
                arguments[field] = (*column).into();
                let answer = users.call("search_users", arguments);
                answer.assert_refused(&format!("/{field}"), "one_of");
                assert!(answer.text().contains(allowed), "{}", answer.text());
            }
        }
        users.assert_untouched();
    }
}
