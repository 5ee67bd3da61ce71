use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path("")]
    field: SandboxedPath,
    #[sandboxed_path()]
    nothing: SandboxedPath,
}

fn main() {}
