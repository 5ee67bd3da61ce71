use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    #[default]
    field: u32,
}

fn main() {}
