use safe_tool::safe_tool;

type Maybe = Option<String>;

#[safe_tool]
struct Arguments {
    #[max_len(3)]
    field: Maybe,
}

fn main() {}
