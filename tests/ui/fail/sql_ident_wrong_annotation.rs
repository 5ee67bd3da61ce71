use safe_tool::{SqlIdent, safe_tool};

#[safe_tool]
struct Arguments {
    #[max_len(64)]
    sort: SqlIdent,
    #[one_of("name")]
    #[pattern("^[a-z]+$")]
    by: SqlIdent,
    #[unbounded]
    any: SqlIdent,
}

fn main() {}
