use safe_tool::safe_tool;

#[safe_tool(tag = "kind")]
enum Action {
    Move(u32),
}

fn main() {}
