//! Paths as arguments: what their options refuse, say and let through.

use std::fs;

use safe_tool::{
    ReadWrite, SandboxRoot, SandboxedPath, safe_tool,
    sandbox::{PathRefusal, PathRules},
};
use schemars::schema_for;
use serde_json::{Value, json};

use super::broken;

static NOTES: SandboxRoot = SandboxRoot::unset();

#[safe_tool]
struct Note {
    #[sandboxed_path(
        root = NOTES,
        write,
        extensions("md", "txt"),
        no_hidden,
        max_depth = 2,
        max_bytes = 12
    )]
    note: SandboxedPath<ReadWrite>,
    #[sandboxed_path(root = NOTES, must_exist)]
    near: Option<SandboxedPath>,
    #[max_items(2)]
    #[each(sandboxed_path(root = NOTES, no_symlinks))]
    others: Option<Vec<SandboxedPath>>,
}

fn refused(arguments: Value) -> String {
    Note::from_json(arguments).unwrap_err().to_string()
}

#[test]
fn a_declared_path_is_read_and_written_by_its_rules() {
    let temp = tempfile::tempdir().unwrap();
    NOTES.set(temp.path()).unwrap();
    fs::write(temp.path().join("there"), "").unwrap();

    let args = Note::from_json(json!({"note": "a/today.md", "near": "there", "others": ["x"]}));
    let args = args.unwrap();
    args.note.create_parents().unwrap();
    args.note.write("# Today").unwrap();
    args.note.append(" 12345").unwrap_err();
    assert_eq!(args.note.read_to_string(100).unwrap(), "# Today");
    assert!(args.near.unwrap().exists());

    let secret = temp.path().to_str().unwrap();
    for (note, said) in [
        ("today.rs", "must end in .md or .txt"),
        (
            ".git/config.md",
            "must not have a name that begins with a dot",
        ),
        ("a/b/c.md", "must be at most 2 names deep"),
        ("../today.md", "must not have . or .. as a name"),
        ("/etc/passwd.md", "must be relative to the folder"),
    ] {
        let refusal = refused(json!({ "note": note }));
        assert!(refusal.contains(said), "{note}: {refusal}");
        assert!(
            !refusal.contains(note) && !refusal.contains(secret),
            "{refusal}"
        );
    }
    let refusal = refused(json!({"note": "a.md", "near": "elsewhere"}));
    assert!(
        refusal.contains("must name something that exists"),
        "{refusal}"
    );
    let violations = Note::from_json(json!({"note": "a", "others": ["b", "../c"]}));
    assert_eq!(
        broken(&violations.unwrap_err()),
        ["/note sandboxed_path", "/others/1 sandboxed_path"]
    );
    Note::assert_policy_with(json!({"note": "a/today.md", "near": "there", "others": ["x"]}));
}

#[test]
fn the_schema_says_what_it_can() {
    let schema = serde_json::to_value(schema_for!(Note)).unwrap();
    let note = &schema["properties"]["note"];
    assert_eq!(note["maxLength"], 4096);
    assert!(
        note["pattern"].as_str().unwrap().contains("(?:md|txt)"),
        "{note}"
    );
    let words = note["description"].as_str().unwrap();
    assert!(words.contains("At most 2 names deep"), "{words}");
}

#[test]
fn a_path_is_made_without_a_struct_too() {
    static ROOT: SandboxRoot = SandboxRoot::unset();
    static RULES: PathRules = PathRules::new().max_depth(1);
    let refusal = ROOT.path_with::<ReadWrite>("a/b", &RULES).unwrap_err();
    assert_eq!(refusal, PathRefusal::TooDeep { max: 1 });
}
