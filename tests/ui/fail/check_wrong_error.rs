use safe_tool::safe_tool;

struct MyError;

fn even(_: &u32) -> Result<(), MyError> {
    Ok(())
}

#[safe_tool]
struct Arguments {
    #[check(even)]
    field: u32,
}

fn main() {}
