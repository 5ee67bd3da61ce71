use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_length(5)]
    field: String,
}

fn main() {}
