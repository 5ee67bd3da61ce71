use safe_tool::safe_tool;
use safe_tool::SandboxedPath;

#[safe_tool(timeout = "soon", retries = 3)]
#[derive(Debug)]
struct Arguments {
    query: String,
    #[range(50, 1)]
    limit: u32,
    #[trim]
    exact: bool,
    #[max_lem(5)]
    sort: Option<String>,
    #[sandboxed_path("data")]
    file: SandboxedPath,
}

// What uses the type finds its impls all the same.
fn use_it(arguments: &Arguments) -> String {
    let parsed = Arguments::from_json(serde_json::Value::Null);
    format!("{arguments:?} {parsed:?} {}", schemars::schema_for!(Arguments).as_value())
}

fn main() {}
