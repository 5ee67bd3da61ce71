use safe_tool::safe_tool;

#[safe_tool(rate_limit(0))]
struct Arguments {
    field: u32,
}

fn main() {}
