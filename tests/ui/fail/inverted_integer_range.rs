use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(50, 1)]
    field: u32,
}

fn main() {}
