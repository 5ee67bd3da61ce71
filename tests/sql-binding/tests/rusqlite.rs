//! In rusqlite: a parameter binds as its value does.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use rusqlite::{Connection, named_params, params, params_from_iter};
use safe_tool::{SqlDialect, SqlIdent, SqlParam, safe_tool, taint::QuotedIdent};
use serde_json::json;
use static_assertions::assert_not_impl_any;

assert_not_impl_any!(SqlIdent: rusqlite::ToSql);
assert_not_impl_any!(QuotedIdent: rusqlite::ToSql);
assert_not_impl_any!(SqlParam<String>: rusqlite::types::FromSql, rusqlite::Name);

const HOSTILE: &str = "'; DROP TABLE users; --";

#[safe_tool]
struct Arguments {
    #[max_len(64)]
    name: SqlParam<String>,
    #[range(1, 50)]
    age: SqlParam<i64>,
    #[max_len(64)]
    city: Option<SqlParam<String>>,
    #[max_items(3)]
    #[each(max_len(10))]
    many: Vec<SqlParam<String>>,
    #[one_of("name", "age")]
    sort: SqlIdent,
}

#[test]
fn each_kind_of_value_arrives_as_it_is() {
    let args = Arguments::from_json(json!({
        "name": HOSTILE, "age": 7, "many": ["a", "b'"], "sort": "age"
    }))
    .unwrap();
    let database = Connection::open_in_memory().unwrap();
    database
        .execute_batch("CREATE TABLE users (name TEXT, age INTEGER, city TEXT)")
        .unwrap();
    let insert = "INSERT INTO users VALUES (?1, ?2, ?3)";
    database
        .execute(insert, params![args.name, args.age, args.city])
        .unwrap();
    database
        .execute(
            "INSERT INTO users VALUES (:name, 9, 'Here')",
            named_params! {":name": args.many[1]},
        )
        .unwrap();

    let statement = format!(
        "SELECT name, age, city FROM users ORDER BY {} LIMIT 1",
        args.sort.quoted(SqlDialect::Sqlite)
    );
    let row = database.query_row(&statement, [], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    });
    assert_eq!(row.unwrap(), (HOSTILE.to_owned(), 7, None::<String>));

    let count: i64 = database
        .query_row(
            "SELECT count(*) FROM users WHERE name IN (?, ?)",
            params_from_iter(&args.many),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(count, 1);
}
