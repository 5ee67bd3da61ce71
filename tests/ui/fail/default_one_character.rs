use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[min_len(2)]
    #[max_len(3)]
    #[default("a")]
    field: String,
    #[one_of("a")]
    #[min_len(2)]
    choice: String,
}

fn main() {}
