use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(f64::NAN, 1.0)]
    nan: f64,
    #[range(0.0, f64::INFINITY)]
    infinite: f64,
    #[range(-inf, 1.0)]
    word: f64,
    #[range(0.0, 1e999)]
    literal: f64,
}

fn main() {}
