//! Every option of a path, in each form of root, and each access.

use safe_tool::{ReadOnly, ReadWrite, SandboxRoot, SandboxedPath, safe_tool};

static DOCS: SandboxRoot = SandboxRoot::unset();

type Notes = SandboxedPath;

#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe", must_exist, extensions("md", "tar.gz"), no_symlinks)]
    read: SandboxedPath,
    #[sandboxed_path(root = DOCS, write, no_hidden, no_hard_links, max_depth = 4, max_bytes = 1_000_000)]
    write: SandboxedPath<ReadWrite>,
    #[sandboxed_path(env = "DOCS", default = "/data/safe", special_files,)]
    moved: Option<SandboxedPath<ReadOnly>>,
    #[max_items(3)]
    #[each(sandboxed_path("/data/safe", write))]
    several: Vec<safe_tool::SandboxedPath<safe_tool::ReadWrite>>,
}

fn used(args: &Arguments, note: &Notes) {
    let _ = args.write.write("text");
    let _ = args.write.rename(&args.several[0]);
    let _ = note.read(1);
}

fn main() {
    let _ = used;
}
