use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[one_of("a", "long")]
    #[max_len(3)]
    field: String,
}

fn main() {}
