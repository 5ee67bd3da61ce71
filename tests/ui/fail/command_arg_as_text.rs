//! It is no string, and becomes none.

use std::{borrow::Borrow, ops::Deref, process::Command};

use safe_tool::CommandArg;

fn line(_: &str) {}

fn tool(rev: CommandArg) {
    line(&rev);
    line(rev.as_ref());
    let _: &str = rev.borrow();
    let _ = rev.deref();
    let _ = String::from("git log ") + &rev;
    String::new().push_str(&rev);
    let _ = serde_json::to_string(&rev);
    Command::new("sh").arg("-c").arg("git log ".to_owned() + &rev);
    let _: String = rev.into();
}

fn main() {}
