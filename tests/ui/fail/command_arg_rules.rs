use safe_tool::{CommandArg, safe_tool};

#[safe_tool]
struct Arguments {
    unbounded: CommandArg,
    #[unbounded]
    said_to_be: CommandArg,
    #[one_of("main", "--all", "a\nb")]
    listed: CommandArg,
    #[max_len(9)]
    #[trim]
    trimmed: CommandArg,
    #[max_len(9)]
    #[default("HEAD")]
    missing: CommandArg,
    #[max_len(9)]
    #[allow_dash]
    text: String,
}

fn main() {}
