use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"\Aabc")]
    #[max_len(9)]
    start: String,
    #[pattern(r"abc\z")]
    #[max_len(9)]
    end: String,
    #[pattern(r"\babc")]
    #[max_len(9)]
    word: String,
    #[pattern(r"a(?i:b)")]
    #[max_len(9)]
    inline: String,
}

fn main() {}
