use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[one_of()]
    field: String,
}

fn main() {}
