use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[max_items(2)]
    #[default(vec![1, 2, 3])]
    long: Vec<u8>,
    #[min_items(1)]
    #[max_items(2)]
    #[default(vec![])]
    short: Vec<u8>,
    #[max_items(2)]
    #[each(range(1, 9))]
    #[default(vec![5, 10])]
    item: Vec<u8>,
    #[min_items(1)]
    #[max_items(2)]
    #[default]
    empty: Vec<u8>,
}

fn main() {}
