use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern("^[a-z]+$")]
    #[max_len(9)]
    #[default("A1")]
    field: String,
    #[pattern("^[a-z]+$")]
    #[max_len(9)]
    #[default(Some("A1"))]
    optional: Option<String>,
    #[pattern("^[a-z]+$")]
    #[max_len(9)]
    #[default]
    empty: String,
}

fn main() {}
