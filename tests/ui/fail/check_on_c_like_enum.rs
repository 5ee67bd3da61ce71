use safe_tool::safe_tool;

#[safe_tool(check = check)]
enum Sort {
    Newest,
}

fn check(_: &Sort) -> Result<(), String> {
    Ok(())
}

fn main() {}
