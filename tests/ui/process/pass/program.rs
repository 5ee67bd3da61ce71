//! What may be an argument.

use safe_tool::{CommandArg, Program, SandboxedPath};

fn tool(git: &Program, rev: &CommandArg, path: &SandboxedPath, words: Vec<CommandArg>) {
    let run = git.run_in("/data").arg("log").joined("--max-count=", 5_u32);
    let run = run.joined("--grep=", rev).arg("--end-of-options").arg(rev).arg("--");
    let run = run.arg(path).args(["a", "b"]).args(&words).args(words);
    let _ = async move { run.output().await.map(|output| output.stdout) };
}

fn main() {
    let _ = tool;
}
