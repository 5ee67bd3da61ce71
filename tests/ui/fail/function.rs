use safe_tool::safe_tool;

#[safe_tool]
fn search(_query: String) {}

fn main() {}
