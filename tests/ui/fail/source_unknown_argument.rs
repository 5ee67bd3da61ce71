use safe_tool::safe_tool;

#[safe_tool(output(source = "page {url}"))]
struct Arguments {
    field: u32,
}

fn main() {}
