use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[serde(deserialize_with = "read")]
    #[max_len(5)]
    field: String,
}

fn main() {}
