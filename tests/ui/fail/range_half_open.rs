use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(1..5)]
    field: u32,
}

fn main() {}
