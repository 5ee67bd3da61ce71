use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[multiple_of(18446744073709551616)]
    sevens: i128,
    #[range(..=-9223372036854775809)]
    low: i128,
}

fn main() {}
