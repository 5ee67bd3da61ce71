use safe_tool::safe_tool;

#[safe_tool(timeout = "1s", timeout = "2s")]
struct Timeout {
    field: u32,
}

#[safe_tool(rate_limit(60), rate_limit(30))]
struct RateLimit {
    field: u32,
}

#[safe_tool(rate_limit(60, burst = 5, burst = 6))]
struct Burst {
    field: u32,
}

#[safe_tool(output(source = "a", source = "b"))]
struct Output {
    field: u32,
}

fn main() {}
