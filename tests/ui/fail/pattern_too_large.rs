use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"^(?:[a-z]{1000}){1000}$")]
    #[max_len(9)]
    field: String,
}

fn main() {}
