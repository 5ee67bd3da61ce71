use safe_tool::safe_tool;

#[safe_tool]
#[serde(rename_all = "camelCase", rename_all = "kebab-case")]
struct Arguments {
    #[serde(rename = "a")]
    #[serde(rename = "b")]
    field: u32,
    #[serde(rename = "c", rename = "c")]
    other: u32,
}

#[safe_tool]
#[serde(tag = "kind", tag = "type")]
enum Action {
    #[serde(rename = "go")]
    #[schemars(rename = "move")]
    Move { steps: u32 },
}

fn main() {}
