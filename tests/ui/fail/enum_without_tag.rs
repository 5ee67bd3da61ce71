use safe_tool::safe_tool;

#[safe_tool]
enum Action {
    Nothing,
    Move { steps: u32 },
}

fn main() {}
