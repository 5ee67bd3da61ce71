use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[trim]
    field: bool,
}

fn main() {}
