use safe_tool::{SqlParam, safe_tool};

#[safe_tool]
struct Arguments {
    name: SqlParam<String>,
    near: Option<SqlParam<String>>,
    #[max_items(3)]
    many: Vec<SqlParam<String>>,
    all: SqlParam<Vec<bool>>,
    #[max_items(3)]
    texts: SqlParam<Vec<String>>,
    json: SqlParam<serde_json::Value>,
    foreign: SqlParam<std::net::IpAddr>,
}

fn main() {}
