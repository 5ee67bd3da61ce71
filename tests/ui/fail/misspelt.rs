use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_lem(5)]
    field: String,
}

fn main() {}
