use safe_tool::safe_tool;
use safe_tool::SandboxedPath;

#[safe_tool]
struct Arguments {
    field: SandboxedPath,
}

fn main() {}
