use safe_tool::safe_tool;

#[safe_tool]
struct Arguments(u32, u32);

fn main() {}
