use safe_tool::safe_tool;

#[safe_tool(output(origin = "documents"))]
struct Arguments {
    field: u32,
}

fn main() {}
