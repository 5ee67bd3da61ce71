use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[cfg(unix)]
    #[max_len(5)]
    field: String,
}

fn main() {}
