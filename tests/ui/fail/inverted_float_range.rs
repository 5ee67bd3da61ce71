use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(1.0..=-0.5)]
    field: f64,
}

fn main() {}
