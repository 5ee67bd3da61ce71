use safe_tool::safe_tool;

#[safe_tool]
#[derive(Clone, Default)]
struct Arguments {
    field: u32,
}

fn main() {}
