//! A database that cannot be had is told of at the start, without its password.

use crate::{client::process::Process, database::binary};

fn told(url: &str) -> String {
    let mut process = Process::spawn(binary(), &["stdio"], [("DATABASE_URL", url)]);
    let said = process.stderr.rest();
    assert!(!process.wait().success(), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
    said
}

#[test]
fn an_unusable_url_is_named_and_not_repeated() {
    let said = told("mysql://root:hunter2@localhost/users");
    assert!(
        said.contains("DATABASE_URL must begin with `postgres://` or `sqlite:`"),
        "{said}"
    );
    // Nothing listens on port 1.
    let said = told("postgres://root:hunter2@127.0.0.1:1/users");
    assert!(said.starts_with("users-db-server: "), "{said}");
    let said = told("sqlite:///no/such/folder/users.db");
    assert!(said.contains("unable to open database file"), "{said}");
}
