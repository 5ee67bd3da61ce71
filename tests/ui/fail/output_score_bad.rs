use safe_tool::safe_tool;

#[safe_tool(output(flag_at = 0, block_at = -5))]
struct Nothing {}

#[safe_tool(output(flag_at = "50", block_at = 99_999_999_999))]
struct Unreadable {}

#[safe_tool(output(flag_at))]
struct WithoutValue {}

fn main() {}
