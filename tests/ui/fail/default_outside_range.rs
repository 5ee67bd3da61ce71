use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    #[default(51)]
    field: u32,
}

fn main() {}
