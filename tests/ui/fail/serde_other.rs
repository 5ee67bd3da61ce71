use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[serde(with = "module")]
    with: u32,
    #[serde(skip)]
    skip: u32,
    #[serde(skip_deserializing)]
    skip_deserializing: u32,
    #[serde(alias = "other")]
    alias: u32,
    #[serde(rename(deserialize = "one", serialize = "two"))]
    rename: u32,
    #[serde(rename_all = "camelCase")]
    rename_all: u32,
    #[serde(default = "five")]
    default: u32,
    #[serde(borrow)]
    borrow: u32,
    #[serde("text")]
    text: u32,
    #[schemars(description = "a number", range(min = 1))]
    described: u32,
}

fn main() {}
