use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[one_of("a", "B")]
    #[pattern("^[a-z]+$")]
    field: String,
}

fn main() {}
