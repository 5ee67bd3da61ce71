use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"[a-z&&[^b]]")]
    #[max_len(9)]
    intersection: String,
    #[pattern(r"[a-z--b]")]
    #[max_len(9)]
    difference: String,
    #[pattern(r"[[:alpha:]]")]
    #[max_len(9)]
    posix: String,
    #[pattern(r"[a[b]]")]
    #[max_len(9)]
    nested: String,
    #[pattern(r"[--/]")]
    #[max_len(9)]
    dashes: String,
}

fn main() {}
