use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path(folder = "/data/safe")]
    field: SandboxedPath,
    #[sandboxed_path(env = "DOCS", env = "MORE_DOCS", default = "/data/safe")]
    twice: SandboxedPath,
    #[sandboxed_path(root = DOCS, default = "/data/safe")]
    both: SandboxedPath,
}

fn main() {}
