use safe_tool::safe_tool;
use std::borrow::Cow;

#[safe_tool]
struct Arguments<'a> {
    #[max_len(5)]
    field: Cow<'a, str>,
}

fn main() {}
