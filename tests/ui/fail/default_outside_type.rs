use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[default(-1)]
    field: u32,
}

fn main() {}
