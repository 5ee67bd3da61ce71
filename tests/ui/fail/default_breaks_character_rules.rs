use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_len(9)]
    #[default("two\nlines")]
    line_break: String,
    #[max_len(9)]
    #[multiline]
    #[default("bell\u{7}")]
    control: String,
    #[max_len(9)]
    #[default("a\u{200B}b")]
    zero_width: String,
    #[max_len(9)]
    #[allow_control_chars]
    #[default("a\u{202E}b\n")]
    direction: String,
}

fn main() {}
