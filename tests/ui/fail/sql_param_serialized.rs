use safe_tool::{SqlParam, safe_tool};

#[safe_tool]
#[derive(serde::Serialize)]
struct Arguments {
    #[max_len(64)]
    name: SqlParam<String>,
}

fn json(name: SqlParam<String>) {
    let _ = serde_json::to_string(&name);
}

fn main() {}
