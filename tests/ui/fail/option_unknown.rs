use safe_tool::safe_tool;

#[safe_tool(retries = 3)]
struct Arguments {
    field: u32,
}

fn main() {}
