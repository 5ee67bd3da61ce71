use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"a\-b")]
    #[max_len(9)]
    dash: String,
    #[pattern(r"[\#]")]
    #[max_len(9)]
    hash: String,
    #[pattern(r"\&")]
    #[max_len(9)]
    ampersand: String,
    #[pattern(r"[!-\~]")]
    #[max_len(9)]
    tilde: String,
    #[pattern(r"\%")]
    #[max_len(9)]
    percent: String,
    #[pattern(r"\a")]
    #[max_len(9)]
    bell: String,
    #[pattern(r"\x{41}")]
    #[max_len(9)]
    braces: String,
    #[pattern(r"[\U00000041-Z]")]
    #[max_len(9)]
    long: String,
}

fn main() {}
