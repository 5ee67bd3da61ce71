use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"(?i)\Aabc\z")]
    #[max_len(9)]
    field: String,
}

fn main() {}
