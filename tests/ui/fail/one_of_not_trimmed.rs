use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[one_of("a", "b ")]
    #[trim]
    field: String,
}

fn main() {}
