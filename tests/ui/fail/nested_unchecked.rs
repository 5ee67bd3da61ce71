use safe_tool::safe_tool;

#[derive(Debug)]
struct Inner {}

#[safe_tool]
struct Arguments {
    #[nested]
    field: Inner,
}

fn main() {}
