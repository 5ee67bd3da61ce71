use safe_tool::safe_tool;

#[safe_tool(rate_limit(60, burst = 20, cost = max_results))]
struct Arguments {
    max_results: u32,
}

fn main() {}
