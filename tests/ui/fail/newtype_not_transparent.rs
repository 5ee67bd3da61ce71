use safe_tool::safe_tool;

#[safe_tool]
struct Count(u32);

fn main() {}
