use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    field: char,
}

fn main() {}
