use safe_tool::{SqlParam, safe_tool};

#[safe_tool]
struct Arguments {
    #[range(1, 2)]
    #[max_len(3)]
    name: SqlParam<String>,
    #[max_len(3)]
    number: SqlParam<u32>,
    #[range(0, 300)]
    small: SqlParam<u8>,
    #[max_items(3)]
    #[max_len(3)]
    many: Vec<SqlParam<String>>,
    #[one_of("a", "b")]
    #[default("c")]
    choice: SqlParam<String>,
    #[range(1, 5)]
    #[default(9)]
    page: SqlParam<u32>,
    #[max_len(3)]
    #[sandboxed_path("/data/safe")]
    path: SqlParam<String>,
}

fn main() {}
