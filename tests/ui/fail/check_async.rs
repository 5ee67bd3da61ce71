use safe_tool::safe_tool;

async fn even(_: &u32) -> Result<(), String> {
    Ok(())
}

#[safe_tool]
struct Arguments {
    #[check(even)]
    field: u32,
}

fn main() {}
