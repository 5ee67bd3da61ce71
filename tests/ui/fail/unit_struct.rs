use safe_tool::safe_tool;

#[safe_tool]
struct Arguments;

fn main() {}
