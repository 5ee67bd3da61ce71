use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"a++")]
    #[max_len(9)]
    possessive: String,
    #[pattern(r"a**")]
    #[max_len(9)]
    twice: String,
    #[pattern(r"a???")]
    #[max_len(9)]
    lazy_twice: String,
    #[pattern(r"a{2}{3}")]
    #[max_len(9)]
    counted_twice: String,
    #[pattern(r"a{,3}")]
    #[max_len(9)]
    no_minimum: String,
    #[pattern(r"a{2, 3}")]
    #[max_len(9)]
    spaced: String,
    #[pattern(r"^*")]
    #[max_len(9)]
    position: String,
    #[pattern(r"(?:a|$?)")]
    #[max_len(9)]
    end: String,
}

fn main() {}
