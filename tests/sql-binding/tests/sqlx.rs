//! In sqlx: a parameter binds as its value does, with every driver it comes with.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use safe_tool::{SqlDialect, SqlIdent, SqlParam, safe_tool, taint::QuotedIdent};
use serde_json::json;
use sqlx::{
    Any, AssertSqlSafe, Connection, Encode, MySql, Postgres, QueryBuilder, Row, Sqlite,
    SqliteConnection, Type,
};
use static_assertions::assert_not_impl_any;

// Bound, an identifier would be a string: what is sorted by it is not sorted at all.
assert_not_impl_any!(SqlIdent: Type<Sqlite>, Type<Postgres>, Type<MySql>, Type<Any>);
assert_not_impl_any!(QuotedIdent: Type<Sqlite>, Type<Postgres>, Type<MySql>, Type<Any>);
// Nor is a value read back into a parameter, which would pass for a caller's.
assert_not_impl_any!(SqlParam<String>: sqlx::Decode<'static, Sqlite>, sqlx::SqlSafeStr);
assert_not_impl_any!(AssertSqlSafe<SqlParam<String>>: sqlx::SqlSafeStr);

const HOSTILE: &str = "'; DROP TABLE users; --";

#[safe_tool]
struct Arguments {
    #[max_len(64)]
    name: SqlParam<String>,
    #[range(1, 50)]
    age: SqlParam<i64>,
    #[max_len(64)]
    city: Option<SqlParam<String>>,
    #[range(0.0, 1.0)]
    part: SqlParam<f64>,
    active: SqlParam<bool>,
    #[max_items(3)]
    #[each(max_len(10))]
    many: Vec<SqlParam<String>>,
    #[one_of("name", "age")]
    sort: SqlIdent,
}

fn arguments() -> Arguments {
    Arguments::from_json(json!({
        "name": HOSTILE, "age": 7, "part": 0.5, "active": true, "many": ["a", "b'"],
        "sort": "age"
    }))
    .unwrap()
}

async fn database() -> SqliteConnection {
    let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    for statement in [
        "CREATE TABLE users (name TEXT, age INTEGER, city TEXT, part REAL, active BOOLEAN)",
        "INSERT INTO users (name, age) VALUES ('Ines', 60)",
    ] {
        sqlx::query(statement).execute(&mut database).await.unwrap();
    }
    database
}

#[tokio::test]
async fn each_kind_of_value_arrives_as_it_is() {
    let mut database = database().await;
    let args = arguments();
    sqlx::query("INSERT INTO users VALUES ($1, $2, $3, $4, $5)")
        .bind(&args.name)
        .bind(args.age)
        .bind(args.city)
        .bind(args.part)
        .bind(args.active)
        .execute(&mut database)
        .await
        .unwrap();
    let statement = AssertSqlSafe(format!(
        "SELECT * FROM users ORDER BY {} LIMIT 1",
        args.sort.quoted(SqlDialect::Sqlite)
    ));
    let row = sqlx::query(statement)
        .fetch_one(&mut database)
        .await
        .unwrap();
    assert_eq!(row.get::<String, _>(0), HOSTILE);
    assert_eq!(row.get::<i64, _>(1), 7);
    assert_eq!(row.get::<Option<String>, _>(2), None);
    assert_eq!(row.get::<f64, _>(3).to_bits(), 0.5_f64.to_bits());
    assert!(row.get::<bool, _>(4));
}

#[tokio::test]
async fn a_query_builder_binds_a_list() {
    let mut database = database().await;
    let mut query = QueryBuilder::<Sqlite>::new("SELECT count(*) FROM users WHERE name IN (");
    let mut names = query.separated(", ");
    for name in arguments().many {
        names.push_bind(name);
    }
    names.push_bind(SqlParam::new("Ines".to_owned()));
    query.push(")");
    assert_eq!(query.sql().as_str().matches('?').count(), 3);
    let count: i64 = query
        .build_query_scalar()
        .fetch_one(&mut database)
        .await
        .unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn a_pattern_of_like_needs_its_escape() {
    let mut database = database().await;
    let mut like = async |text: &str, statement: &'static str| {
        let pattern = SqlParam::new(text.to_owned()).like_containing();
        let found: bool = sqlx::query_scalar(statement)
            .bind(pattern)
            .fetch_one(&mut database)
            .await
            .unwrap();
        found
    };
    let with = r"SELECT '100%_\' LIKE $1 ESCAPE '\'";
    for text in ["%", "_", r"\", "0%_", r"%_\"] {
        assert!(like(text, with).await, "{text}");
    }
    for text in ["%%", "1_", "__", r"\%"] {
        assert!(!like(text, with).await, "{text}");
    }
    // Without it SQLite knows no escape, and finds too little, never too much.
    let without = r"SELECT '100%_\' LIKE $1";
    assert!(like("100", without).await);
    assert!(!like("0%", without).await);
}

/// Why a `SqlIdent` has no double quotes in SQLite.
#[tokio::test]
async fn sqlite_takes_a_misnamed_column_in_double_quotes_for_a_string() {
    let mut database = database().await;
    let mut sorts = async |statement: &'static str| {
        sqlx::query(statement)
            .fetch_all(&mut database)
            .await
            .is_ok()
    };
    assert!(sorts("SELECT name FROM users ORDER BY `age`").await);
    assert!(sorts(r#"SELECT name FROM users ORDER BY "no_such_column""#).await);
    assert!(!sorts("SELECT name FROM users ORDER BY `no_such_column`").await);
    assert!(sorts("SELECT name FROM users ORDER BY `users`.`age`").await);
    assert!(sorts("SELECT name FROM `main`.`users` ORDER BY `main`.`users`.`age`").await);
}

/// As `status TEXT` and as a number.
#[safe_tool]
#[derive(sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
#[serde(rename_all = "lowercase")]
enum Status {
    Active,
    Gone,
}

#[safe_tool(transparent)]
#[derive(sqlx::Type)]
#[sqlx(transparent)]
struct UserId(#[range(1..)] i64);

#[safe_tool]
struct Own {
    status: SqlParam<Status>,
    id: SqlParam<UserId>,
}

#[tokio::test]
async fn types_of_ones_own_bind_in_a_parameter() {
    let mut database = database().await;
    let own = Own::from_json(json!({"status": "gone", "id": 7})).unwrap();
    let row = sqlx::query("SELECT $1, $2")
        .bind(own.status)
        .bind(own.id)
        .fetch_one(&mut database)
        .await
        .unwrap();
    assert_eq!(row.get::<String, _>(0), "gone");
    assert_eq!(row.get::<i64, _>(1), 7);
    assert!(Own::from_json(json!({"status": "active", "id": 0})).is_err());
}

/// With each driver; a value that a driver does not take is none in a parameter either.
#[test]
fn every_driver_takes_what_it_takes_bare() {
    fn takes<D: sqlx::Database, T: for<'q> Encode<'q, D> + Type<D>>() {}
    macro_rules! bound {
        ($($driver:ty: $($value:ty),+;)+) => { $($(
            takes::<$driver, SqlParam<$value>>();
            takes::<$driver, Option<SqlParam<$value>>>();
            takes::<$driver, &SqlParam<$value>>();
        )+)+ };
    }
    bound! {
        Sqlite: String, Box<str>, i64, u32, f64, bool, Vec<u8>;
        Postgres: String, Box<str>, i64, i32, f64, bool, Vec<u8>, Vec<String>, Vec<i64>;
        MySql: String, Box<str>, i64, u64, f64, bool, Vec<u8>;
        Any: String, i64, f64, bool, Vec<u8>;
    }
}
