use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len(5)]
    #[max_len(6)]
    field: Option<String>,
}

fn main() {}
