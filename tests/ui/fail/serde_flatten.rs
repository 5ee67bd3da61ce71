use safe_tool::safe_tool;

#[safe_tool]
struct Inner {}

#[safe_tool]
struct Arguments {
    #[serde(flatten)]
    field: Inner,
}

fn main() {}
