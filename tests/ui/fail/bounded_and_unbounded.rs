use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len(5)]
    #[unbounded]
    field: String,
}

fn main() {}
