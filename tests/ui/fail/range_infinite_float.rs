use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(0, 1e39)]
    field: f32,
}

fn main() {}
