use safe_tool::{SqlIdent, safe_tool};

#[safe_tool]
struct Arguments {
    #[one_of(
        "name",
        "name",
        "name; DROP TABLE users",
        "na\"me",
        "`name`",
        "",
        "users.",
        "a.b.c.d",
        "1st",
        "größe",
        "lower(name)",
        "created_at DESC",
        "a_name_that_is_just_one_character_longer_than_what_postgres_keeps"
    )]
    sort: SqlIdent,
}

fn main() {}
