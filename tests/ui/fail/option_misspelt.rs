use safe_tool::safe_tool;

#[safe_tool(rate_limits(60))]
struct Arguments {
    field: u32,
}

fn main() {}
