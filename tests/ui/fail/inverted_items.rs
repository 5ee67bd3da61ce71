use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[min_items(9)]
    #[max_items(3)]
    field: Vec<u8>,
}

fn main() {}
