use safe_tool::SqlIdent;

fn query(sort: SqlIdent) {
    let _ = format!("SELECT id FROM users ORDER BY {sort}");
    let _ = sort.to_string();
    let mut query = String::new();
    query.push_str(&sort);
    query += sort;
    let _: &str = sort.as_ref();
}

fn main() {}
