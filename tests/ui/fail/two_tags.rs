use safe_tool::safe_tool;

#[safe_tool(tag = "kind")]
#[serde(tag = "type")]
enum Action {
    Move { steps: u32 },
}

fn main() {}
