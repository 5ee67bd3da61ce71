use safe_tool::{SandboxedPath, SqlIdent, SqlParam, safe_tool};

#[safe_tool]
struct Arguments {
    #[max_len(64)]
    name: SqlParam<Option<String>>,
    #[max_len(64)]
    twice: SqlParam<SqlParam<String>>,
    #[one_of("name")]
    sort: SqlParam<SqlIdent>,
    #[sandboxed_path("/data/safe")]
    path: SqlParam<SandboxedPath>,
    #[max_len(64)]
    plain: SqlParam<std::path::PathBuf>,
}

fn main() {}
