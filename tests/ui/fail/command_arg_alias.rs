//! Behind an alias a text's rules are not an argument's.

use safe_tool::{CommandArg, safe_tool};

type Rev = CommandArg;

#[safe_tool]
struct Arguments {
    #[max_len(9)]
    rev: Rev,
}

fn main() {}
