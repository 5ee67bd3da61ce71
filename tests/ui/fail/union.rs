use safe_tool::safe_tool;

#[safe_tool]
union Arguments {
    integer: u32,
    float: f32,
}

fn main() {}
