use safe_tool::safe_tool;

#[safe_tool(rate_limit(1, per = "365d", burst = 100_000))]
struct Arguments {
    field: u32,
}

fn main() {}
