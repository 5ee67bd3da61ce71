use safe_tool::safe_tool;

#[safe_tool(output(max_chars = 0, max_bytes = 0))]
struct Zero {}

#[safe_tool(output(max_chars = 500, max_bytes = 400))]
struct NeverReached {}

#[safe_tool(output(max_bytes = "1 MB", max_chars(5), frame =))]
struct Unreadable {}

fn main() {}
