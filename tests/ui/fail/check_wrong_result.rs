use safe_tool::safe_tool;

fn even(value: &u32) -> bool {
    value % 2 == 0
}

#[safe_tool]
struct Arguments {
    #[check(even)]
    field: u32,
}

fn main() {}
