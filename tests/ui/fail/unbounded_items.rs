use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_items(3)]
    field: Vec<String>,
}

fn main() {}
