use safe_tool::safe_tool;

#[safe_tool(output(source = "page {field}"))]
struct Arguments {
    #[redact]
    field: u32,
}

fn main() {}
