//! A borrowed text is no literal.

use safe_tool::{CommandArg, Program};

fn tool(git: &Program, rev: &CommandArg, name: String) {
    let _ = git.run_in("/data").arg(format!("--output={name}").as_str());
    let _ = git.run_in("/data").args([rev.unprotected_text()]);
}

fn main() {}
