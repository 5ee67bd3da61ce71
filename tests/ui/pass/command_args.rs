//! Every rule of an argument, and each way to hand it to a program.

use std::process::Command;

use safe_tool::{CommandArg, safe_tool};

#[safe_tool]
struct Arguments {
    #[max_len(64)]
    rev: CommandArg,
    #[one_of("--stat", "short")]
    #[allow_dash]
    form: Option<safe_tool::CommandArg>,
    #[max_items(3)]
    #[each(min_len(0), max_len(64), pattern("^[a-z-]*$"), allow_dash)]
    words: Vec<CommandArg>,
    #[max_len(64)]
    #[redact]
    token: CommandArg,
}

fn used(args: Arguments) {
    Command::new("git").arg(&args.rev).args(&args.words);
    tokio::process::Command::new("git").arg(args.rev).args(args.form);
}

fn main() {
    let _ = used;
}
