use safe_tool::safe_tool;

#[safe_tool]
#[serde(from = "Raw", default)]
struct Arguments {
    field: u32,
}

#[safe_tool]
#[serde(try_from = "Raw")]
struct Others {
    field: u32,
}

#[safe_tool]
#[serde(transparent)]
struct Count {
    count: u32,
}

#[safe_tool]
#[serde(untagged)]
enum Action {
    Move { steps: u32 },
}

#[safe_tool]
#[serde(tag = "kind", content = "arguments")]
enum Adjacent {
    Move { steps: u32 },
}

fn main() {}
