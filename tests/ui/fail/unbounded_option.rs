use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    field: Option<String>,
}

fn main() {}
