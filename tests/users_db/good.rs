//! What the server is for.

use serde_json::json;

use crate::{client::Client, client::stdio::Stdio, database, database::Database, on_each_database};

on_each_database! {
    users_are_found_and_noted_upon: super::used;
}

fn used(database: &Database) {
    let mut users = database.client();
    assert_eq!(users.find("INES"), ["Ines Alder"]);
    assert_eq!(users.find(" alder "), ["Ines Alder"]);
    assert!(users.find("nobody").is_empty());
    for note in ["Prefers letters.", "Écrit à l'encre.\nTwice."] {
        let added = users.call("add_note", json!({"id": 1, "text": note}));
        assert!(
            added.text().contains("The note was added."),
            "{}",
            added.text()
        );
    }
    let mut notes = users.notes(1);
    notes.sort();
    assert_eq!(notes, ["Prefers letters.", "Écrit à l'encre.\nTwice."]);
    let nobody = users.call("add_note", json!({"id": 99, "text": "a"}));
    assert!(nobody.is_error() && nobody.text().contains("there is no user of this id"));

    // Another server over the same database knows it too, and adds no users.
    let mut other = database.client();
    assert_eq!(other.notes(1).len(), 2);
    other.assert_untouched();
}

#[test]
fn without_a_url_the_database_is_in_memory() {
    let environment: [(&str, &str); 0] = [];
    let mut users = database::Users(Client::new(Stdio::spawn(database::binary(), environment)));
    users.assert_untouched();
    users.call("add_note", json!({"id": 1, "text": "a"}));
    assert_eq!(users.notes(1), ["a"]);
}
