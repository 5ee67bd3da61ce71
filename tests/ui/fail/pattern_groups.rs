use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"(?P<n>a)")]
    #[max_len(9)]
    with_p: String,
    #[pattern(r"(?<a.b>x)")]
    #[max_len(9)]
    dotted: String,
    #[pattern(r"(?<größe>x)")]
    #[max_len(9)]
    umlaut: String,
}

fn main() {}
