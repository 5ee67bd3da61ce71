use safe_tool::safe_tool;

#[safe_tool]
#[max_len(5)]
struct Arguments {
    field: u32,
}

fn main() {}
