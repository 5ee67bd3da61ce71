//! What was put together is no argument: neither a `String` nor what borrows one.

use safe_tool::Program;

fn tool(git: &Program, name: String) {
    let _ = git.run_in("/data").arg(format!("--output={name}"));
    let _ = git.run_in("/data").arg(&name);
}

fn main() {}
