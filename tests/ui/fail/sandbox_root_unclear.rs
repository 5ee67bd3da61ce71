use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/../etc")]
    parent: SandboxedPath,
    #[sandboxed_path("/data/./safe")]
    same: SandboxedPath,
    #[sandboxed_path("C:\\data\\..\\etc")]
    drive: SandboxedPath,
    #[sandboxed_path("/data\0/safe")]
    nul: SandboxedPath,
    #[sandboxed_path("/data/safe\n")]
    line_break: SandboxedPath,
    #[sandboxed_path(env = "DOCS", default = "/data/..")]
    default: SandboxedPath,
}

fn main() {}
