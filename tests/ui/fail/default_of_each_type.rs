use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(0.0, 1.0)]
    #[default(1.5)]
    float: f64,
    #[range(1.0, 2.0)]
    #[default]
    zero: f64,
    #[default("half")]
    not_a_float: f32,
    #[default(1)]
    not_a_bool: bool,
    #[range(1, 50)]
    #[default(51)]
    optional: Option<u32>,
    #[min_len(3)]
    #[max_len(5)]
    #[default("ab")]
    short: String,
    #[min_len(1)]
    #[max_len(5)]
    #[default]
    empty: String,
    #[multiple_of(5)]
    #[default(7)]
    multiple: u32,
}

fn main() {}
