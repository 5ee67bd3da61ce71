use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path(env = "A=B", default = "/data/safe")]
    equals: SandboxedPath,
    #[sandboxed_path(env = "", default = "/data/safe")]
    empty: SandboxedPath,
    #[sandboxed_path(env = "DOCS\0", default = "/data/safe")]
    nul: SandboxedPath,
}

fn main() {}
