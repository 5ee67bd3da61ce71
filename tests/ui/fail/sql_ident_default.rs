use safe_tool::{SqlIdent, safe_tool};

#[safe_tool]
struct Arguments {
    #[one_of("name", "created_at")]
    #[default("password")]
    sort: SqlIdent,
    #[one_of("name", "created_at")]
    #[default]
    by: SqlIdent,
    #[one_of("name", "created_at")]
    #[default(1)]
    then: Option<SqlIdent>,
}

fn main() {}
