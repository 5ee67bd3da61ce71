use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    #[default(Some(51))]
    number: Option<u32>,
    #[max_len(3)]
    #[default(Some("long"))]
    text: Option<String>,
}

fn main() {}
