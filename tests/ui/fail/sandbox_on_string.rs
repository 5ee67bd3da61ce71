use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe")]
    field: String,
}

fn main() {}
