use rusqlite::Connection;
use safe_tool::SqlParam;

fn statement(database: &Connection, name: SqlParam<String>) {
    let _ = database.execute(&name, []);
    let _ = database.execute_batch(&name);
    let _ = database.prepare(&name);
}

fn main() {}
