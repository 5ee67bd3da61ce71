//! What an alias hides from the macro, the compiler finds where the user wrote it.

use safe_tool::{SandboxedPath, safe_tool};

type Access = safe_tool::ReadWrite;

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe")]
    path: SandboxedPath<Access>,
}

fn main() {}
