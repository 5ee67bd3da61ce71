use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[min_len(9)]
    #[max_len(3)]
    field: String,
}

fn main() {}
