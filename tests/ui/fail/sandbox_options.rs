use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe", no_symlink)]
    misspelt: SandboxedPath,
    #[sandboxed_path("/data/safe", must_exist = true)]
    value: SandboxedPath,
    #[sandboxed_path("/data/safe", no_hidden, no_hidden)]
    twice: SandboxedPath,
    #[sandboxed_path("/data/safe", max_depth(3))]
    parentheses: SandboxedPath,
    #[sandboxed_path("/data/safe", max_depth = 0)]
    no_depth: SandboxedPath,
    #[sandboxed_path("/data/safe", max_depth = 5000)]
    any_depth: SandboxedPath,
    #[sandboxed_path("/data/safe", max_bytes = 0)]
    no_bytes: SandboxedPath,
    #[sandboxed_path("/data/safe", max_bytes = -1)]
    negative: SandboxedPath,
    #[sandboxed_path("/data/safe", "/data/more")]
    two_folders: SandboxedPath,
    #[sandboxed_path(no_hidden)]
    no_folder: SandboxedPath,
    #[sandboxed_path("/data/safe", writable)]
    foreign: SandboxedPath,
}

fn main() {}
