use safe_tool::safe_tool;

#[safe_tool(output(more = " "))]
struct Empty {}

#[safe_tool(output(more = "one line\nand another"))]
struct TwoLines {}

#[safe_tool(output(more = 5, max_len = 6, max_chars = 5, max_chars = 6))]
struct Many {}

fn main() {}
