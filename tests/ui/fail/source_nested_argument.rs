use safe_tool::safe_tool;

#[safe_tool(transparent)]
struct Secret(
    #[redact]
    #[max_len(9)]
    String,
);

#[safe_tool(output(source = "page {token}"))]
struct Arguments {
    token: Secret,
}

fn main() {}
