use safe_tool::safe_tool;

#[safe_tool(output(
    pattern("internal-host", "corp\\.(example"),
    pattern("Internal Host", "corp"),
    pattern("all", ".*"),
    pattern("large", "\\w{9999}{99}"),
    pattern("host", "a"),
    pattern("host", "b", 0),
    pattern("twice", "a"),
    pattern("twice", "b"),
    pattern("more", "a", 5, 6),
    pattern("alone"),
))]
struct Arguments {}

#[safe_tool(output(pattern = "corp"))]
struct WithEqualsSign {}

fn main() {}
