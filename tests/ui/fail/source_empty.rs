use safe_tool::safe_tool;

#[safe_tool(output(source = ""))]
struct Arguments {
    field: u32,
}

#[safe_tool(output(source = "  "))]
struct Others {
    field: u32,
}

fn main() {}
