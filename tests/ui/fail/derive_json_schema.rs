use safe_tool::safe_tool;

#[safe_tool]
#[derive(Clone, schemars::JsonSchema)]
struct Arguments {
    field: u32,
}

fn main() {}
