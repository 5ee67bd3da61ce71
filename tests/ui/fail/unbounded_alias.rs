use safe_tool::safe_tool;

type Name = String;

#[safe_tool]
struct Arguments {
    field: Name,
}

fn main() {}
