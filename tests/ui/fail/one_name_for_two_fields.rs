use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    first: u32,
    #[serde(rename = "first")]
    second: u32,
}

fn main() {}
