use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe", env = "DOCS")]
    field: SandboxedPath,
}

fn main() {}
