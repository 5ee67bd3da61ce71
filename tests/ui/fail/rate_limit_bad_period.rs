use safe_tool::safe_tool;

#[safe_tool(rate_limit(60, per = "1 minute"))]
struct Arguments {
    field: u32,
}

fn main() {}
