use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[default("5")]
    field: u32,
}

fn main() {}
