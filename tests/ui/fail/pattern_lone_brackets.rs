use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"a}")]
    #[max_len(9)]
    brace: String,
    #[pattern(r"a]")]
    #[max_len(9)]
    bracket: String,
    #[pattern(r"[]a]")]
    #[max_len(9)]
    first_in_class: String,
    #[pattern(r"a{")]
    #[max_len(9)]
    open: String,
    #[pattern(r"{a")]
    #[max_len(9)]
    first: String,
    #[pattern(r"a)")]
    #[max_len(9)]
    group: String,
}

fn main() {}
