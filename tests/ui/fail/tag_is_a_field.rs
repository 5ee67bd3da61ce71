use safe_tool::safe_tool;

#[safe_tool(tag = "kind")]
enum Action {
    Move { kind: u32 },
}

fn main() {}
