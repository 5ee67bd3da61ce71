//! Text that carries the redaction marker back is refused: it would overwrite what it
//! hides.

use std::collections::BTreeMap;

use safe_tool::{SandboxedPath, safe_tool};
use serde_json::{Value, json};

#[safe_tool(lenient)]
struct Record {
    #[max_len(60)]
    #[default]
    text: String,
    #[redact]
    #[max_len(60)]
    password: Option<String>,
    #[max_items(3)]
    #[each(max_len(60))]
    #[default]
    list: Vec<String>,
    #[max_items(3)]
    #[keys(max_len(60))]
    #[each(max_len(60))]
    #[default]
    map: BTreeMap<String, String>,
    #[max_json_bytes(400)]
    #[default]
    json: Value,
    #[sandboxed_path("/data/safe")]
    path: Option<SandboxedPath>,
    #[unbounded]
    foreign: Option<Foreign>,
    inner: Option<Box<Record>>,
    #[max_len(60)]
    #[allow_redaction_marker]
    search: Option<String>,
    #[max_json_bytes(400)]
    #[allow_redaction_marker]
    #[default]
    raw: Value,
}

#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
#[allow(dead_code)]
struct Foreign {
    names: Vec<String>,
}

const MARKER: &str = "[REDACTED]";

#[test]
fn the_marker_is_refused_at_any_depth() {
    for (arguments, pointer) in [
        (json!({"text": MARKER}), "/text"),
        (json!({"text": "https://ann:%5BREDACTED%5D@host/"}), "/text"),
        (json!({"text": "{\"password\":\"[REDACTED]\"}"}), "/text"),
        (json!({"password": MARKER}), "/password"),
        (json!({"list": ["a", MARKER]}), "/list/1"),
        (json!({"list": format!("[\"{MARKER}\"]")}), "/list/0"),
        (json!({"map": {"a": MARKER}}), "/map/a"),
        (json!({"map": {MARKER: "a"}}), "/map/?REDACTED?"),
        (json!({"json": [{"a": {"b": MARKER}}]}), "/json/0/a/b"),
        (json!({"json": {MARKER: 1}}), "/json/?REDACTED?"),
        (json!({"path": MARKER}), "/path"),
        (json!({"foreign": {"names": ["a", MARKER]}}), "/foreign"),
        (
            json!({"inner": {"inner": {"text": "[max depth]"}}}),
            "/inner/inner/text",
        ),
    ] {
        let violations = Record::from_json(arguments.clone()).err().unwrap();
        let found: Vec<_> = violations.iter().collect();
        let [violation] = found.as_slice() else {
            panic!("{arguments}: {violations}");
        };
        assert_eq!(
            (violation.rule, &*violation.pointer),
            ("redaction_marker", pointer)
        );
        assert!(
            violation.message.contains("leave the field out"),
            "{violations}"
        );
        assert!(serde_json::from_value::<Record>(arguments).is_err());
    }
}

#[test]
fn a_field_may_allow_it() {
    let record = Record::from_json(json!({"search": MARKER, "raw": {"a": [MARKER]}})).unwrap();
    assert_eq!(record.search.as_deref(), Some(MARKER));
    assert!(Record::from_json(json!({"text": "REDACTED, [redact] and RED"})).is_ok());
}

#[test]
fn the_schema_says_it_once() {
    let schema = serde_json::to_value(schemars::schema_for!(Record)).unwrap();
    let remark = "No text may carry the redaction marker [REDACTED].";
    assert_eq!(schema["description"], remark);
    assert_eq!(schema.to_string().matches("redaction marker [").count(), 1);
    let search = schema["properties"]["search"]["description"]
        .as_str()
        .unwrap();
    assert!(
        search.ends_with("May carry the redaction marker."),
        "{search}"
    );

    #[safe_tool]
    struct Numbers {
        #[allow(dead_code)]
        n: u32,
        #[allow(dead_code)]
        #[one_of("a")]
        choice: String,
    }
    let schema = serde_json::to_value(schemars::schema_for!(Numbers)).unwrap();
    assert_eq!(
        schema.get("description"),
        None,
        "nothing there takes free text"
    );
}

#[test]
fn probes_know_the_rule() {
    #[safe_tool]
    struct Probed {
        #[allow(dead_code)]
        #[max_len(20)]
        text: String,
        #[allow(dead_code)]
        #[max_len(20)]
        #[redact]
        secret: String,
        #[allow(dead_code)]
        #[max_len(20)]
        #[allow_redaction_marker]
        search: String,
        #[allow(dead_code)]
        #[max_json_bytes(50)]
        json: Value,
    }
    Probed::assert_policy();
}
