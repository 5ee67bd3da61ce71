//! What was put together is no argument: neither a `String` nor a borrowed text.

use safe_tool::{CommandArg, Program};

fn tool(git: &Program, rev: &CommandArg, name: String) {
    let _ = git.run_in("/data").arg(format!("--output={name}"));
    let _ = git.run_in("/data").arg(format!("--output={name}").as_str());
    let _ = git.run_in("/data").arg(&name);
    let _ = git.run_in("/data").joined("--max-count=", -1);
    let _ = git.run_in("/data").args([rev.unprotected_text()]);
}

fn main() {}
