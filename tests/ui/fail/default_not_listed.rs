use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[one_of("a", "b")]
    #[default("c")]
    field: String,
}

fn main() {}
