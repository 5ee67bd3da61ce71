use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[each(range(1, 9))]
    field: Vec<u32>,
}

fn main() {}
