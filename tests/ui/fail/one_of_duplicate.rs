use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[one_of("a", "b", "a")]
    field: String,
}

fn main() {}
