use safe_tool::safe_tool;

#[safe_tool]
struct Arguments {
    #[cfg_attr(test, serde(rename = "a"))]
    field: u32,
    #[cfg_attr(unix, cfg_attr(test, schemars(rename = "a")))]
    twice: u32,
}

#[safe_tool]
enum Sort {
    #[cfg_attr(test, serde(rename = "new"))]
    Newest,
}

fn main() {}
