//! An identifier of a statement, chosen from a list.

use std::fmt;

use crate::validate::{Cursor, Rule, text, then};

/// The name of a column or a table that a caller chose from a list: what has to stand in a
/// statement's text, because it cannot be bound.
///
/// ```text
/// #[one_of("name", "created_at")]
/// sort: SqlIdent,
/// ```
///
/// It holds the entry of the list, never the caller's text, and is formatted only in
/// quotes. `ASC` or `DESC` is an ordinary enum of two variants, each with its word.
///
/// ```compile_fail,E0277
/// # fn f(sort: safe_tool_runtime::taint::SqlIdent) {
/// format!("SELECT id FROM users ORDER BY {sort}"); // say for which database
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SqlIdent {
    name: &'static str,
}

/// How a database quotes an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SqlDialect {
    /// `"users"."name"`, in which case matters: unquoted names were made lower case.
    Postgres,
    /// `` `users`.`name` ``: SQLite reads double quotes around what is no column as a
    /// string, and sorts by it without a word.
    Sqlite,
    /// `` `users`.`name` ``, whatever `ANSI_QUOTES` says.
    MySql,
}

impl SqlIdent {
    /// As it is written in a statement of this dialect. Each name of `users.name` has
    /// quotes of its own.
    #[must_use]
    pub const fn quoted(self, dialect: SqlDialect) -> QuotedIdent {
        QuotedIdent {
            name: self.name,
            dialect,
        }
    }
}

impl PartialEq<str> for SqlIdent {
    fn eq(&self, other: &str) -> bool {
        self.name == other
    }
}

impl PartialEq<&str> for SqlIdent {
    fn eq(&self, other: &&str) -> bool {
        self.name == *other
    }
}

/// A [`SqlIdent`] in the quotes of a dialect.
#[derive(Clone, Copy, Debug)]
pub struct QuotedIdent {
    name: &'static str,
    dialect: SqlDialect,
}

/// No name holds a quotation mark: the list is of plain identifiers.
impl fmt::Display for QuotedIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quote = match self.dialect {
            SqlDialect::Postgres => '"',
            SqlDialect::Sqlite | SqlDialect::MySql => '`',
        };
        for (index, name) in self.name.split('.').enumerate() {
            if index > 0 {
                f.write_str(".")?;
            }
            write!(f, "{quote}{name}{quote}")?;
        }
        Ok(())
    }
}

/// What an identifier is without quotes: nothing that is formatted.
pub struct Unquoted;

/// Of nothing: it is there for what the compiler says where an identifier is formatted.
/// Without its lifetime, which means nothing, a bound that never holds would be refused.
#[diagnostic::on_unimplemented(
    message = "a `SqlIdent` is formatted in quotes only: say for which database",
    label = "write `.quoted(SqlDialect::…)`",
    note = "the dialects are `SqlDialect::Postgres`, `SqlDialect::Sqlite` and `SqlDialect::MySql`"
)]
pub trait CanBeFormatted<'a> {}

impl fmt::Display for SqlIdent
where
    for<'a> Unquoted: CanBeFormatted<'a>,
{
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

/// The rule of an identifier: one of these, each a plain one.
#[doc(hidden)]
pub fn sql_ident(listed: &'static [&'static str]) -> impl Rule<Value = SqlIdent> {
    then(
        text::<String>().one_of(listed),
        move |chosen, _: &mut Cursor<'_>| {
            let entry = listed.iter().find(|entry| **entry == chosen);
            entry.map(|entry| listed_ident(entry))
        },
    )
}

/// For an entry of the list: a default.
#[doc(hidden)]
pub const fn listed_ident(name: &'static str) -> SqlIdent {
    SqlIdent { name }
}
