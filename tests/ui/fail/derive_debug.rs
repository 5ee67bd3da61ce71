use safe_tool::safe_tool;

#[safe_tool]
#[derive(Clone, Debug)]
struct Arguments {
    field: u32,
}

fn main() {}
