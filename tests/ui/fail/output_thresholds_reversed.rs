use safe_tool::safe_tool;

#[safe_tool(output(flag_at = 80, block_at = 60))]
struct BothGiven {}

#[safe_tool(output(flag_at = 101))]
struct AboveTheDefault {}

#[safe_tool(output(block_at = 40))]
struct BelowTheDefault {}

fn main() {}
