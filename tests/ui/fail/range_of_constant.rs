use safe_tool::safe_tool;

const MAX: u32 = 5;

#[safe_tool]
struct Arguments {
    #[range(1, MAX)]
    field: u32,
}

fn main() {}
