use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    field: serde_json::Value,
}

fn main() {}
