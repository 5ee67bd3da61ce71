use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[multiple_of(0)]
    field: u32,
}

fn main() {}
