use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[serde(rename = "")]
    field: u32,
}

#[safe_tool(tag = "")]
enum Action {
    #[serde(rename = "")]
    Move { steps: u32 },
}

#[safe_tool]
#[serde(tag = "")]
enum Other {
    Move { steps: u32 },
}

fn main() {}
