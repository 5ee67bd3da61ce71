use safe_tool::{SqlIdent, safe_tool};

#[safe_tool]
struct Arguments {
    sort: SqlIdent,
    then: Option<SqlIdent>,
    #[max_items(3)]
    many: Vec<SqlIdent>,
    #[check(anything)]
    checked: SqlIdent,
}

fn anything(_: &SqlIdent) -> Result<(), String> {
    Ok(())
}

fn main() {}
