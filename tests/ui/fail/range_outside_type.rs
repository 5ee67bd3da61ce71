use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(1, 300)]
    field: u8,
}

fn main() {}
