//! Which database, and the two tables in it.

use std::{env, error::Error, time::Duration};

use safe_tool::SqlDialect;
use sqlx::{AnyPool, any::AnyPoolOptions};

/// It is gone when the server ends.
const IN_MEMORY: &str = "sqlite::memory:";

/// How long a database may be away before whoever waits for it is told.
const PATIENCE: Duration = Duration::from_secs(5);

/// As both databases read it.
const TABLES: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS users (
        id BIGINT PRIMARY KEY,
        name TEXT NOT NULL,
        email TEXT NOT NULL UNIQUE,
        password_hash TEXT NOT NULL,
        api_token TEXT NOT NULL,
        created_at TEXT NOT NULL
    )",
    "CREATE TABLE IF NOT EXISTS notes (
        user_id BIGINT NOT NULL REFERENCES users (id),
        body TEXT NOT NULL,
        written_at TEXT NOT NULL
    )",
];

/// To have something to try it on.
const FIRST_USERS: [[&str; 5]; 4] = [
    [
        "Ines Alder",
        "ines@harbour.example",
        "$argon2id$v=19$ines",
        "tok-ines-4f1d",
        "2024-03-01",
    ],
    [
        "Tomás O'Neil",
        "tomas_oneil@harbour.example",
        "$argon2id$v=19$tomas",
        "tok-tomas-77b0",
        "2023-11-19",
    ],
    [
        "Discount 100%",
        "discount@harbour.example",
        "$argon2id$v=19$shop",
        "tok-shop-a02c",
        "2025-01-07",
    ],
    [
        r"Back\slash",
        "back@harbour.example",
        "$argon2id$v=19$back",
        "tok-back-91e5",
        "2022-06-30",
    ],
];

/// A database with its tables.
#[derive(Clone)]
pub(crate) struct Database {
    pub(crate) pool: AnyPool,
    pub(crate) dialect: SqlDialect,
}

impl Database {
    /// Opens what `DATABASE_URL` names, or one in memory, and sees to its tables. The
    /// first users are added to an empty one.
    ///
    /// # Errors
    /// There is no such database, or no access to it.
    pub(crate) async fn from_env() -> Result<Self, Box<dyn Error>> {
        let url = env::var("DATABASE_URL").unwrap_or_else(|_| IN_MEMORY.to_owned());
        let dialect = dialect(&url)?;
        sqlx::any::install_default_drivers();
        let mut options = AnyPoolOptions::new().acquire_timeout(PATIENCE);
        if url == IN_MEMORY {
            // Each connection would have a memory of its own, for as long as it lives.
            options = options
                .max_connections(1)
                .idle_timeout(None)
                .max_lifetime(None);
        }
        let pool = options.connect(&url).await?;
        let database = Self { pool, dialect };
        database.fill().await?;
        Ok(database)
    }

    async fn fill(&self) -> Result<(), sqlx::Error> {
        for table in TABLES {
            sqlx::query(table).execute(&self.pool).await?;
        }
        let count: i64 = sqlx::query_scalar("SELECT count(*) FROM users")
            .fetch_one(&self.pool)
            .await?;
        if count > 0 {
            return Ok(());
        }
        for (id, user) in (1_i64..).zip(FIRST_USERS) {
            let mut insert =
                sqlx::query("INSERT INTO users VALUES ($1, $2, $3, $4, $5, $6)").bind(id);
            for value in user {
                insert = insert.bind(value);
            }
            insert.execute(&self.pool).await?;
        }
        Ok(())
    }
}

/// How this database quotes identifiers. The URL, which may hold a password, is not
/// repeated.
fn dialect(url: &str) -> Result<SqlDialect, String> {
    match url.split(':').next() {
        Some("postgres" | "postgresql") => Ok(SqlDialect::Postgres),
        Some("sqlite") => Ok(SqlDialect::Sqlite),
        _ => Err("DATABASE_URL must begin with `postgres://` or `sqlite:`".to_owned()),
    }
}
