use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    field: String,
}

fn main() {}
