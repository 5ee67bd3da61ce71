use safe_tool::{SqlIdent as Ident, SqlParam as Param, safe_tool};

type Name = Param<String>;

#[safe_tool]
struct Arguments {
    #[max_len(3)]
    name: Name,
    #[one_of("name")]
    sort: Ident,
}

#[safe_tool]
struct Unbounded {
    name: Name,
    sort: Ident,
}

fn main() {}
