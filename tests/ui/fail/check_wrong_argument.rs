use safe_tool::safe_tool;

fn short(_: &str) -> Result<(), String> {
    Ok(())
}

#[safe_tool]
struct Arguments {
    #[check(short)]
    field: u32,
}

fn main() {}
