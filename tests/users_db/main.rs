//! The users-db-server as a client sees it, over an embedded SQLite and over a real
//! PostgreSQL: no argument becomes SQL, and no secret leaves.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test says what went wrong by panicking, and has no public interface"
)]

#[path = "../wire/client/mod.rs"]
#[allow(dead_code, reason = "shared with the wire tests, which use all of it")]
mod client;

mod columns;
mod database;
mod good;
mod payloads;
mod postgres;
mod secrets;
mod startup;
mod values;

/// The same test over each database.
macro_rules! on_each_database {
    ($($name:ident: $case:expr;)+) => {
        mod sqlite {
            $(#[test]
            fn $name() {
                ($case)(&crate::database::Database::sqlite());
            })+
        }
        mod postgresql {
            $(#[test]
            fn $name() {
                ($case)(&crate::database::Database::postgresql());
            })+
        }
    };
}
use on_each_database;
