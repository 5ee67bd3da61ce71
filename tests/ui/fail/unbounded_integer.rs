use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[unbounded]
    field: u32,
}

fn main() {}
