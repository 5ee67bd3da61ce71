use safe_tool::safe_tool;

#[safe_tool(transparent)]
struct Count(#[default(5)] u32);

fn main() {}
