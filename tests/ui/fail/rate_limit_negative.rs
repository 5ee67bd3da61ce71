use safe_tool::safe_tool;

#[safe_tool(rate_limit(-1))]
struct Arguments {
    field: u32,
}

#[safe_tool(rate_limit(60, burst = -5))]
struct Others {
    field: u32,
}

fn main() {}
