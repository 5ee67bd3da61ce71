//! The statements. Each is a literal; the one identifier that varies comes from a list.

use safe_tool::{SqlIdent, SqlParam, safe_output};
use sqlx::{AssertSqlSafe, FromRow};

use crate::{database::Database, tools::Direction};

/// What a search tells of a user.
#[derive(FromRow, serde::Serialize, schemars::JsonSchema)]
pub(crate) struct Found {
    id: i64,
    name: String,
    email: String,
    created_at: String,
}

/// All of a user; the secrets are masked whenever it is written out.
#[safe_output]
#[derive(FromRow)]
pub(crate) struct User {
    id: i64,
    name: String,
    email: String,
    #[redact]
    password_hash: String,
    #[redact]
    api_token: String,
    created_at: String,
}

/// Users whose name or address holds `text`, in upper or lower case.
pub(crate) async fn search(
    database: &Database,
    text: &SqlParam<String>,
    sort: SqlIdent,
    direction: Direction,
    limit: SqlParam<i64>,
) -> sqlx::Result<Vec<Found>> {
    // Asserted of a literal, a listed name in quotes, and one of two words.
    let statement = AssertSqlSafe(format!(
        r"SELECT id, name, email, created_at FROM users
          WHERE lower(name) LIKE lower($1) ESCAPE '\' OR lower(email) LIKE lower($1) ESCAPE '\'
          ORDER BY {} {}, id LIMIT $2",
        sort.quoted(database.dialect),
        direction.as_sql(),
    ));
    sqlx::query_as(statement)
        .bind(text.like_containing())
        .bind(limit)
        .fetch_all(&database.pool)
        .await
}

pub(crate) async fn get(database: &Database, id: SqlParam<i64>) -> sqlx::Result<Option<User>> {
    sqlx::query_as("SELECT * FROM users WHERE id = $1")
        .bind(id)
        .fetch_optional(&database.pool)
        .await
}

/// The bodies of the last notes on a user, the newest first.
pub(crate) async fn notes(database: &Database, id: SqlParam<i64>) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT body FROM notes WHERE user_id = $1 ORDER BY written_at DESC LIMIT 20",
    )
    .bind(id)
    .fetch_all(&database.pool)
    .await
}

/// Whether there is such a user, who then has the note.
pub(crate) async fn add_note(
    database: &Database,
    id: SqlParam<i64>,
    body: SqlParam<String>,
) -> sqlx::Result<bool> {
    let added = sqlx::query(
        "INSERT INTO notes (user_id, body, written_at)
         SELECT id, $2, CAST(CURRENT_TIMESTAMP AS TEXT) FROM users WHERE id = $1",
    )
    .bind(id)
    .bind(body)
    .execute(&database.pool)
    .await?;
    Ok(added.rows_affected() == 1)
}
