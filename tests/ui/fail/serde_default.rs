use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[serde(default)]
    field: u32,
}

fn main() {}
