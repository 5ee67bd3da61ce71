use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[pattern(r"\p{Greek}")]
    #[max_len(9)]
    script: String,
    #[pattern(r"[\p{greek}]")]
    #[max_len(9)]
    loose: String,
    #[pattern(r"\pL")]
    #[max_len(9)]
    one_letter: String,
    #[pattern(r"\P{lowercase_letter}")]
    #[max_len(9)]
    category: String,
    #[pattern(r"\p{sc=Grek}")]
    #[max_len(9)]
    short_script: String,
    #[pattern(r"\p{^L}")]
    #[max_len(9)]
    negated: String,
    #[pattern(r"\p{gc!=Lu}")]
    #[max_len(9)]
    unequal: String,
    #[pattern(r"\p{Age=3.0}")]
    #[max_len(9)]
    age: String,
}

fn main() {}
