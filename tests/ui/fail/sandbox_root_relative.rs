use safe_tool::safe_tool;
use safe_tool::SandboxedPath;

#[safe_tool]
struct Arguments {
    #[sandboxed_path("data/safe")]
    field: SandboxedPath,
}

fn main() {}
