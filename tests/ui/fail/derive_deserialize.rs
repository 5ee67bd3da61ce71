use safe_tool::safe_tool;

#[safe_tool]
#[derive(Clone, serde::Deserialize)]
struct Arguments {
    field: u32,
}

fn main() {}
