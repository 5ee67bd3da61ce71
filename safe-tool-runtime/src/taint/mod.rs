//! Values of a caller that are kept out of other languages: what they are says what they
//! may become.
//!
//! A [`CommandArg`] is one argument of one program; a [`SqlParam`] is bound to a statement and
//! never part of its text; a [`SqlIdent`] is part of the text, and was chosen from a list.

mod command_arg;
mod sql_ident;
mod sql_like;
mod sql_param;
#[cfg(feature = "rusqlite")]
mod sql_rusqlite;
#[cfg(feature = "sqlx")]
mod sql_sqlx;

pub use command_arg::CommandArg;
pub use sql_ident::{QuotedIdent, SqlDialect, SqlIdent};
#[doc(hidden)]
pub use sql_ident::{listed_ident, sql_ident};
pub use sql_param::SqlParam;
#[doc(hidden)]
pub use sql_param::sql_param;
