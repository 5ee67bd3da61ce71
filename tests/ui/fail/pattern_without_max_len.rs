use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern("^[a-z]+$")]
    field: String,
}

fn main() {}
