//! A command line is text that a shell takes apart.

use safe_tool::CommandArg;

fn tool(rev: &CommandArg) {
    let _ = format!("git log {rev}");
    let _ = rev.to_string();
}

fn main() {}
