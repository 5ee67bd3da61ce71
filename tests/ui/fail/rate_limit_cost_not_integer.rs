use safe_tool::safe_tool;

#[safe_tool(rate_limit(60, cost = query))]
struct Arguments {
    #[max_len(50)]
    query: String,
}

fn main() {}
