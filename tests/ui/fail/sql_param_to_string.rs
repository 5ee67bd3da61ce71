use safe_tool::SqlParam;

fn text(value: impl ToString) -> String {
    value.to_string()
}

fn query(name: SqlParam<String>) {
    let _ = name.to_string();
    let _ = text(&name);
    let _ = ToString::to_string(&name);
    let _: fn(&SqlParam<String>) -> String = ToString::to_string;
}

fn main() {}
