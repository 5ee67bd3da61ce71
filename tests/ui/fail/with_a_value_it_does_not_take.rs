use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len(5)]
    #[trim(true)]
    field: String,
}

fn main() {}
