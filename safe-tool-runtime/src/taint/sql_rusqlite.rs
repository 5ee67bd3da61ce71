//! In rusqlite a parameter binds as the value in it does.

use rusqlite::{Result, ToSql, types::ToSqlOutput};

use super::SqlParam;

impl<T: ToSql> ToSql for SqlParam<T> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        self.escape_the_parameter().to_sql()
    }
}
