use safe_tool::safe_tool;

#[safe_tool]
enum Sort {
    #[max_len(5)]
    Newest,
}

fn main() {}
