use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_items(3)]
    #[each(max_lem(5))]
    field: Vec<String>,
}

fn main() {}
