use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe", extensions(".md"))]
    dot: SandboxedPath,
    #[sandboxed_path("/data/safe", extensions("md", "txt", "md"))]
    twice: SandboxedPath,
    #[sandboxed_path("/data/safe", extensions("", "."))]
    empty: SandboxedPath,
    #[sandboxed_path("/data/safe", extensions("a/b", "*"))]
    characters: SandboxedPath,
    #[sandboxed_path("/data/safe", extensions())]
    none: SandboxedPath,
    #[sandboxed_path("/data/safe", extensions = "md")]
    equals: SandboxedPath,
    #[sandboxed_path("/data/safe", extensions(md))]
    bare: SandboxedPath,
}

fn main() {}
