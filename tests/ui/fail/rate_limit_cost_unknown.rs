use safe_tool::safe_tool;

#[safe_tool(rate_limit(60, cost = max_result))]
struct Arguments {
    #[range(1, 50)]
    max_results: u32,
    exact: bool,
}

fn main() {}
