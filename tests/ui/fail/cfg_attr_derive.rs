use safe_tool::safe_tool;

#[safe_tool]
#[cfg_attr(all(), derive(serde::Deserialize))]
#[cfg_attr(all(), serde(deny_unknown_fields, default))]
struct Arguments {
    field: u32,
}

fn main() {}
