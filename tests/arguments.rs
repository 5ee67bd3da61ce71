//! Arguments: what `#[safe_tool]` accepts, refuses and says, through `Deserialize`.
use safe_tool::{SandboxedPath, safe_tool};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};

/// Search the document index.
#[safe_tool(
    rate_limit(60, per = "1m"),
    output(source = "page {query}", max_chars = 8_000)
)]
struct SearchDocuments {
    /// Words to look for.
    #[trim]
    #[min_len(1)]
    #[max_len(200)]
    query: String,
    /// How many hits to return.
    #[range(1, 50)]
    max_results: u32,
    #[default(true)]
    safe_mode: bool,
}

#[safe_tool]
struct ReadFile {
    #[sandboxed_path("/data/safe")]
    file_path: SandboxedPath,
}

#[safe_tool]
#[serde(rename_all = "camelCase")]
enum Sort {
    NewestFirst,
    OldestFirst,
}

#[safe_tool(tag = "kind")]
enum Action {
    Nothing,
    /// Moves it.
    Move {
        #[max_len(5)]
        to: String,
        #[default(3)]
        #[range(1..=4)]
        steps: u8,
    },
}

#[safe_tool(transparent)]
struct Tag(
    #[max_len(4)]
    #[pattern("^[a-z\\d]+$")]
    String,
);

fn even(v: &u32) -> Result<(), &'static str> {
    if v % 2 == 0 {
        Ok(())
    } else {
        Err("must be even")
    }
}
fn no_bob(v: &str) -> Result<(), String> {
    if v == "bob" {
        Err("must not be that".into())
    } else {
        Ok(())
    }
}
fn ordered(v: &Big) -> Result<(), safe_tool::CheckError> {
    if v.lo > v.hi {
        Err(safe_tool::CheckError::new("must not exceed hi").at("lo"))
    } else {
        Ok(())
    }
}

#[safe_tool(check = ordered)]
struct Big {
    #[check(even)]
    lo: u32,
    hi: u32,
    #[max_items(3)]
    #[each(max_len(4), check(no_bob))]
    tags: Vec<String>,
    #[max_items(3)]
    #[each(nested)]
    newtags: Vec<Tag>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(range(0.0, 1.0))]
    weights: BTreeMap<String, f64>,
    #[max_len(3)]
    note: Option<String>,
    #[max_json_bytes(20)]
    extra: Option<Value>,
    sort: Option<Sort>,
    action: Option<Action>,
    #[redact]
    #[max_len(5)]
    password: Option<String>,
    #[max_items(3)]
    #[each(max_len(3))]
    #[default]
    set: HashSet<String>,
    #[nested]
    inner: Option<Box<Big>>,
    #[default("x")]
    #[max_len(2)]
    d: Option<String>,
}

#[test]
fn smoke() {
    let v: SearchDocuments =
        serde_json::from_value(json!({"query":"  hi ","max_results":5.0})).unwrap();
    println!("{v:?}");
    println!(
        "{}",
        SearchDocuments::from_json(
            json!({"query":"  ","max_results":"5","maxresults":1,"a b":2, "safe_mode": null})
        )
        .unwrap_err()
    );
    println!(
        "{}",
        ReadFile::from_json(json!({"file_path":"../x"})).unwrap_err()
    );
    println!("{}", Big::from_json(json!({"lo":3,"hi":1,"tags":["a","bob","toolong","x"],"newtags":["A"],"weights":{"abcd":3},"note":"abcd","extra":{"aaaaaaaaaaaaaaaaaa":1},"sort":"newest","action":{"kind":"Move","to":"abcdef","steps":9,"q":1},"password":"longer than","set":["a","a"], "inner": {"lo": 2}})).unwrap_err());
    println!(
        "{}",
        Big::from_json(json!({"lo":4,"hi":1,"tags":[],"newtags":[],"weights":{}})).unwrap_err()
    );
    println!(
        "{}",
        serde_json::to_string_pretty(&schemars::schema_for!(Big)).unwrap()
    );
    println!(
        "{}",
        serde_json::to_string_pretty(&schemars::schema_for!(SearchDocuments)).unwrap()
    );
}
