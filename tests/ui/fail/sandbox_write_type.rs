//! The type and the annotation must both say that a path is for writing.

use safe_tool::{ReadOnly, ReadWrite, SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe", write)]
    reads: SandboxedPath,
    #[sandboxed_path("/data/safe", write, no_hidden)]
    reads_too: Option<SandboxedPath<ReadOnly>>,
    #[sandboxed_path("/data/safe")]
    writes: SandboxedPath<ReadWrite>,
}

fn main() {}
