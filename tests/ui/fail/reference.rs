use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len(5)]
    field: &'static str,
}

fn main() {}
