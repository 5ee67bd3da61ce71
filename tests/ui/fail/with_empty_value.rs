use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len()]
    field: String,
}

fn main() {}
