use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(11, 14)]
    #[multiple_of(5)]
    field: u32,
}

fn main() {}
