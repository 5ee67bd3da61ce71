use safe_tool::safe_tool;

#[safe_tool(timeout = "0s")]
struct Arguments {
    field: u32,
}

fn main() {}
