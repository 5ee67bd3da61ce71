use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[trim]
    #[max_len(9)]
    #[default(" a")]
    field: String,
}

fn main() {}
