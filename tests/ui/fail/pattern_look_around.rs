use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern("^(?=a)b$")]
    #[max_len(9)]
    field: String,
}

fn main() {}
