use safe_tool::safe_tool;

#[safe_tool(rate_limit(60, burst = 0))]
struct Arguments {
    field: u32,
}

fn main() {}
