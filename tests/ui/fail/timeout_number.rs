use safe_tool::safe_tool;

#[safe_tool(timeout = 10)]
struct Arguments {
    field: u32,
}

fn main() {}
