use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_items(3)]
    #[each(max_len(5), redact)]
    field: Vec<String>,
}

fn main() {}
