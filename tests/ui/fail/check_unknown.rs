use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[check(no_such_function)]
    field: u32,
}

fn main() {}
