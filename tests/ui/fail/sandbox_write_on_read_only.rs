//! Every write method wants a path that was declared for writing.

use safe_tool::{SandboxedPath, safe_tool};

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe")]
    path: SandboxedPath,
}

fn tool(args: Arguments) {
    let _ = args.path.write("text");
    let _ = args.path.remove_file();
}

fn main() {}
