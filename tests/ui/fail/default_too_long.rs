use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len(3)]
    #[default("long")]
    field: String,
}

fn main() {}
