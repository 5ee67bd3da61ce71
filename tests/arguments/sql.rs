//! Values for SQL: each keeps the rules of what it holds, and shows nothing of it.

use std::{borrow::Borrow, fmt, hash::Hash, ops::Deref};

use safe_tool::{SqlDialect, SqlIdent, SqlParam, safe_tool};
use schemars::schema_for;
use serde_json::json;
use static_assertions::{assert_impl_all, assert_not_impl_any};

use super::{accepts, broken, refuses};

// What a text could leave by. A reference has the same, or nothing.
assert_not_impl_any!(SqlParam<String>: fmt::Display, ToString, fmt::Write, Deref);
assert_not_impl_any!(SqlParam<String>: AsRef<str>, AsRef<String>, AsRef<[u8]>, AsMut<str>);
assert_not_impl_any!(SqlParam<String>: AsRef<std::ffi::OsStr>, AsRef<std::path::Path>);
assert_not_impl_any!(SqlParam<String>: Borrow<str>, Borrow<String>, Hash, Ord, PartialOrd);
assert_not_impl_any!(SqlParam<String>: Into<String>, Into<Box<str>>, Into<Vec<u8>>);
assert_not_impl_any!(SqlParam<String>: Into<std::sync::Arc<str>>, Into<std::rc::Rc<str>>);
assert_not_impl_any!(SqlParam<String>: Into<std::borrow::Cow<'static, str>>);
assert_not_impl_any!(SqlParam<String>: Into<serde_json::Value>, Into<std::ffi::OsString>);
assert_not_impl_any!(SqlParam<String>: Into<std::path::PathBuf>, Into<Box<dyn std::error::Error>>);
assert_not_impl_any!(SqlParam<String>: IntoIterator, std::error::Error, std::str::FromStr);
assert_not_impl_any!(SqlParam<String>: std::ops::Add<&'static str>, std::ops::Index<std::ops::RangeFull>);
assert_not_impl_any!(SqlParam<String>: serde::Serialize, serde::de::DeserializeOwned);
assert_not_impl_any!(SqlParam<&'static str>: fmt::Display, AsRef<str>, Deref, Into<&'static str>);
assert_not_impl_any!(SqlParam<u64>: fmt::LowerHex, fmt::UpperHex, fmt::Octal, fmt::Binary);
assert_not_impl_any!(SqlParam<u64>: fmt::LowerExp, fmt::Pointer, Into<u64>, Into<i128>);
assert_not_impl_any!(SqlParam<Vec<String>>: IntoIterator, AsRef<[String]>, Deref, Into<Vec<String>>);
assert_not_impl_any!(Option<SqlParam<String>>: fmt::Display, serde::Serialize);
assert_not_impl_any!(Vec<SqlParam<String>>: serde::Serialize, AsRef<[String]>);
assert_not_impl_any!(SqlIdent: fmt::Display, ToString, Deref, AsRef<str>, Into<String>);
assert_not_impl_any!(SqlIdent: From<&'static str>, From<String>, std::str::FromStr, Default);
assert_not_impl_any!(SqlIdent: serde::Serialize, serde::de::DeserializeOwned);
assert_impl_all!(SqlParam<String>: Clone, fmt::Debug, PartialEq, Send, Sync, Default);

#[safe_tool(transparent)]
struct Grade(#[range(1, 6)] u8);

#[safe_tool]
struct Search {
    #[trim]
    #[min_len(1)]
    #[max_len(8)]
    name: SqlParam<String>,
    #[range(1, 50)]
    #[default(10)]
    limit: SqlParam<i64>,
    #[one_of("name", "users.created_at")]
    #[default("name")]
    sort: SqlIdent,
    #[max_len(8)]
    #[pattern("^[a-z]+$")]
    near: Option<SqlParam<String>>,
    #[max_items(2)]
    #[each(range(0, 9))]
    ids: Option<Vec<SqlParam<u32>>>,
    #[max_items(2)]
    #[each(max_len(3))]
    any: Option<SqlParam<Vec<String>>>,
    #[one_of("a", "b")]
    #[default("b")]
    choice: SqlParam<Box<str>>,
    active: Option<SqlParam<bool>>,
    #[range(0.0, 1.0)]
    #[default(1)]
    part: SqlParam<f64>,
    #[default("x")]
    #[max_len(3)]
    optional_default: Option<SqlParam<String>>,
    #[default]
    #[range(0, 3)]
    page: SqlParam<u8>,
    #[nested]
    grade: Option<SqlParam<Grade>>,
    #[unbounded]
    address: Option<SqlParam<std::net::IpAddr>>,
    #[check(even)]
    #[range(0, 10)]
    #[lenient]
    even: Option<SqlParam<u8>>,
    #[max_json_bytes(20)]
    json: Option<SqlParam<serde_json::Value>>,
    #[one_of("id", "name")]
    then: Option<SqlIdent>,
}

fn even(number: &u8) -> Result<(), String> {
    match number % 2 {
        0 => Ok(()),
        _ => Err("must be even".to_owned()),
    }
}

#[test]
fn a_parameter_has_the_rules_of_its_value() {
    let args = accepts!(Search, {
        "name": " O'Neil ", "limit": 50, "sort": "users.created_at", "near": "bay",
        "ids": [0, 9], "any": ["a", "abc"], "choice": "a", "active": true, "part": 0.5,
        "grade": 6, "address": "::1", "even": "4", "json": {"a": 1}, "then": "id"
    });
    assert_eq!(args.name, "O'Neil");
    assert_eq!(*args.limit.escape_the_parameter(), 50);
    assert!(args.sort == *"users.created_at");
    assert_eq!(args.then.unwrap(), "id");
    assert_eq!(args.grade.unwrap().escape_the_parameter().0, 6);
    assert_eq!(*args.even.unwrap().escape_the_parameter(), 4);
    refuses!(
        Search,
        {
            "name": "", "limit": 51, "sort": "name; DROP TABLE users", "near": "Bay",
            "ids": [10, "1"], "any": ["abcd"], "choice": "c", "active": 1, "part": 2,
            "grade": 7, "address": "here", "even": 3, "json": "aaaaaaaaaaaaaaaaaaaaaaaa",
            "then": "users.created_at"
        },
        "/active type",
        "/address format",
        "/any/0 max_len",
        "/choice one_of",
        "/even check",
        "/grade range",
        "/ids/0 range",
        "/ids/1 type",
        "/json max_json_bytes",
        "/limit range",
        "/name min_len",
        "/near pattern",
        "/part range",
        "/sort one_of",
        "/then one_of"
    );
    refuses!(Search, {"name": "nine char", "limit": null}, "/limit type", "/name max_len");
}

#[test]
fn a_missing_parameter_has_its_default() {
    let args = accepts!(Search, {"name": "Ines"});
    assert_eq!(*args.limit.escape_the_parameter(), 10);
    assert_eq!(args.sort, "name");
    assert_eq!(args.choice, "b");
    assert_eq!(args.optional_default.unwrap(), "x");
    assert_eq!(
        args.part.escape_the_parameter().to_bits(),
        1.0_f64.to_bits()
    );
    assert_eq!(*args.page.escape_the_parameter(), 0);
    assert!(args.near.is_none() && args.then.is_none());
}

#[test]
fn the_schema_is_that_of_the_value() {
    #[safe_tool]
    struct Plain {
        /// Whom to look for.
        #[max_len(8)]
        #[trim]
        name: String,
        #[range(1, 50)]
        #[default(10)]
        limit: i64,
        #[one_of("id", "name")]
        #[default("id")]
        sort: String,
        #[max_items(2)]
        #[each(range(0, 9))]
        ids: Option<Vec<u32>>,
    }
    #[safe_tool]
    struct Bound {
        /// Whom to look for.
        #[max_len(8)]
        #[trim]
        name: SqlParam<String>,
        #[range(1, 50)]
        #[default(10)]
        limit: SqlParam<i64>,
        #[one_of("id", "name")]
        #[default("id")]
        sort: SqlIdent,
        #[max_items(2)]
        #[each(range(0, 9))]
        ids: Option<Vec<SqlParam<u32>>>,
    }
    let (plain, bound) = (schema_for!(Plain), schema_for!(Bound));
    assert_eq!(plain.get("properties"), bound.get("properties"));
}

#[test]
fn debug_shows_a_type_and_a_length() {
    let args = accepts!(Search, {
        "name": "Ines é", "any": ["abc"], "ids": [7], "json": {"a": "z"}, "then": "id"
    });
    let shown = format!("{args:?} {args:#?}");
    for secret in ["Ines", "abc", "7", "\"z\""] {
        assert!(!shown.contains(secret), "{secret}: {shown}");
    }
    for part in [
        "name: SqlParam<String>(6 characters)",
        "limit: SqlParam<i64>,",
        "ids: Some([SqlParam<u32>])",
        "any: Some(SqlParam<Vec<String>>)",
        "choice: SqlParam<Box<str>>(1 character)",
        "json: Some(SqlParam<Value>)",
        "sort: SqlIdent",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let bits: SqlParam<(u8, &str)> = SqlParam::new((1, "a"));
    assert_eq!(format!("{bits:?}"), "SqlParam<(u8, &str)>");
    let shared = SqlParam::<std::sync::Arc<str>>::new("ab".into());
    assert_eq!(format!("{shared:?}"), "SqlParam<Arc<str>>(2 characters)");
    let cow = SqlParam::<std::borrow::Cow<'static, str>>::new("abc".into());
    assert!(format!("{cow:?}").ends_with("(3 characters)"), "{cow:?}");
}

#[test]
fn parameters_are_checked_in_generic_types_too() {
    #[safe_tool]
    struct Page<T> {
        first: T,
        #[max_items(2)]
        rest: Vec<T>,
    }
    accepts!(Page<SqlParam<u8>>, {"first": 255, "rest": [1, 2]});
    refuses!(Page<SqlParam<u8>>, {"first": 256, "rest": []}, "/first range");
    Page::<SqlParam<bool>>::assert_policy();
}

#[test]
fn an_identifier_is_quoted_for_its_dialect() {
    let args = accepts!(Search, {"name": "a", "sort": "users.created_at"});
    let quoted = |dialect| args.sort.quoted(dialect).to_string();
    assert_eq!(quoted(SqlDialect::Postgres), r#""users"."created_at""#);
    assert_eq!(quoted(SqlDialect::Sqlite), "`users`.`created_at`");
    assert_eq!(quoted(SqlDialect::MySql), "`users`.`created_at`");
}

#[test]
fn what_like_gives_a_meaning_to_is_escaped() {
    for (text, escaped) in [
        ("", ""),
        ("Ines", "Ines"),
        ("%", r"\%"),
        ("_", r"\_"),
        (r"\", r"\\"),
        (r"\%", r"\\\%"),
        (r"100%_\ü%", r"100\%\_\\ü\%"),
        ("[a-z]*?", "[a-z]*?"),
    ] {
        let param = SqlParam::new(text.to_owned());
        assert_eq!(param.like_containing(), *format!("%{escaped}%"));
        assert_eq!(param.like_starting_with(), *format!("{escaped}%"));
        assert_eq!(param.like_ending_with(), *format!("%{escaped}"));
    }
}

#[test]
fn assert_policy_looks_into_parameters() {
    let example = json!({
        "name": "Ines", "near": "a", "address": "::1", "even": 2, "grade": 1
    });
    Search::assert_policy_with(example);
}

#[test]
fn a_redacted_parameter_is_refused_without_a_word() {
    #[safe_tool]
    struct Login {
        #[redact]
        #[max_len(4)]
        token: SqlParam<String>,
    }
    let violations = Login::from_json(json!({"token": "12345"})).unwrap_err();
    assert_eq!(broken(&violations).len(), 1);
    assert!(!violations.to_string().contains('4'), "{violations}");
    let login = accepts!(Login, {"token": "1234"});
    assert_eq!(format!("{login:?}"), "Login { token: [REDACTED] }");
}

#[test]
fn values_for_sql_stand_wherever_others_do() {
    #[safe_tool(transparent)]
    struct Sort(#[one_of("id", "name")] SqlIdent);
    #[safe_tool(tag = "kind")]
    enum Change {
        Rename {
            #[max_len(3)]
            name: SqlParam<String>,
        },
        Sorted {
            by: Sort,
            #[one_of("id", "name")]
            #[default("name")]
            then: Option<SqlIdent>,
            #[one_of("id", "name")]
            #[default]
            last: Option<SqlIdent>,
        },
    }
    #[safe_tool(
        rate_limit(60, per = "1m", burst = 50, cost = limit),
        output(source = "{name} by {sort}")
    )]
    struct Costly {
        #[range(1, 50)]
        limit: SqlParam<u32>,
        #[max_len(3)]
        name: SqlParam<String>,
        #[one_of("id")]
        sort: SqlIdent,
        change: Change,
    }
    let args = accepts!(Costly, {
        "limit": 5, "name": "a'b", "sort": "id", "change": {"kind": "Sorted", "by": "id"}
    });
    assert!(args.name == "a'b" && args.sort == "id");
    assert_eq!(*args.limit.escape_the_parameter(), 5);
    let Change::Sorted { by, then, last } = args.change else {
        panic!("{:?}", args.change);
    };
    assert!(by.0 == "id" && then.unwrap() == "name" && last.is_none());
    refuses!(
        Costly,
        {"limit": 51, "name": "", "sort": "i", "change": {"kind": "Rename", "name": "abcd"}},
        "/change/name max_len", "/limit range", "/sort one_of"
    );
    let renamed = accepts!(Change, {"kind": "Rename", "name": "abc"});
    assert_eq!(
        format!("{renamed:?}"),
        "Rename { name: SqlParam<String>(3 characters) }"
    );
    Costly::assert_policy();
}
