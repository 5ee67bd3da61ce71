use safe_tool::SqlParam;
use sqlx::{AssertSqlSafe, QueryBuilder, Sqlite};

fn statement(name: SqlParam<String>) {
    let _ = sqlx::query::<Sqlite>(&name);
    let _ = sqlx::query::<Sqlite>(name.clone());
    let _ = sqlx::query::<Sqlite>(AssertSqlSafe(name.clone()));
    let _ = sqlx::raw_sql(name.clone());
}

fn pushed(name: SqlParam<String>, mut query: QueryBuilder<Sqlite>) {
    query.push(name.clone());
    query.separated(", ").push(&name);
}

fn main() {}
