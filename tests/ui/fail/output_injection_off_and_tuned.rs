use safe_tool::safe_tool;

#[safe_tool(output(injection = "off", flag_at = 60, block_at = 90, pattern("host", "corp")))]
struct Off {}

#[safe_tool(output(injection = "flag", block_at = 90))]
struct Flag {}

fn main() {}
