use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[one_of("a", "bc")]
    #[min_len(2)]
    field: String,
}

fn main() {}
