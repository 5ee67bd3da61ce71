use safe_tool::SqlParam;

fn query(name: SqlParam<String>, number: SqlParam<i64>) {
    let mut query = "SELECT id FROM users WHERE name = ".to_owned();
    query.push_str(&name);
    query += &name;
    query.insert_str(0, &name);
    query.replace_range(.., &name);
    let _ = query.replace("name", &name);
    let _ = query.clone() + &name;
    let _ = "LIMIT ".to_owned() + number;
    let _ = ["a", &name].concat();
    let _ = [name.clone(), name.clone()].join(",");
    let _ = name + " LIMIT 1";
}

fn main() {}
