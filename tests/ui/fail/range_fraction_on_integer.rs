use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(0.5, 3)]
    field: u32,
}

fn main() {}
