use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_items(5)]
    field: String,
}

fn main() {}
