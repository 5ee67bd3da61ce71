use safe_tool::safe_tool;

#[safe_tool]
#[serde(rename_all = "camel_case")]
struct Arguments {
    field: u32,
}

fn main() {}
