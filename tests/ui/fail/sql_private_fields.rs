use safe_tool::{SqlIdent, SqlParam};

fn taken(name: SqlParam<String>) {
    let SqlParam { value } = name;
}

fn made() {
    let _ = SqlIdent { name: "password" };
}

fn main() {}
