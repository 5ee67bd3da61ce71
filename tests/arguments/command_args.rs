//! Arguments of programs: what is refused, what is said, and what a program is given.

use std::process::Command;

use safe_tool::{CommandArg, safe_tool};
use schemars::schema_for;
use serde_json::{Value, json};

use super::{accepts, refuses};

#[safe_tool]
struct Log {
    /// What to start from.
    #[max_len(20)]
    rev: CommandArg,
    #[one_of("--stat", "--summary")]
    #[allow_dash]
    form: Option<CommandArg>,
    #[pattern("^[a-z-]+$")]
    #[max_len(9)]
    word: Option<CommandArg>,
    #[max_items(2)]
    #[each(max_len(9), min_len(0), allow_dash)]
    words: Option<Vec<CommandArg>>,
}

#[test]
fn what_a_program_could_take_otherwise_is_refused() {
    for rev in ["-", "-p", "--output=/tmp/x", "--upload-pack=x", "-O"] {
        let refusal = refuses!(Log, { "rev": rev }, "/rev allow_dash");
        assert!(refusal.to_string().contains("must not begin with -"));
        assert!(!refusal.to_string().contains("output"), "{refusal}");
    }
    refuses!(Log, { "rev": "" }, "/rev min_len");
    for rev in [
        "a\0b",
        "a\nb",
        "a\rb",
        "a\tb",
        "\u{1b}[0m",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
    ] {
        refuses!(Log, { "rev": rev }, "/rev control_chars");
    }
    // What folds into a dash in a code page and cannot be seen.
    refuses!(Log, { "rev": "\u{ad}-output" }, "/rev format_chars");
    refuses!(Log, { "rev": "a".repeat(21) }, "/rev max_len");
    refuses!(Log, { "rev": "a", "word": "-p" }, "/word allow_dash");
    refuses!(Log, { "rev": "a", "form": "--output" }, "/form one_of");
    refuses!(Log, { "rev": "a", "words": ["-p", "a\0"] }, "/words/1 control_chars");
    refuses!(Log, { "rev": ["a"] }, "/rev type");
}

/// Byte for byte, whatever a shell would make of it.
#[test]
fn one_argument_stays_one_argument() {
    let hostile = [
        "; touch /tmp/x",
        "$(touch x)",
        "`touch x`",
        "a | tee x",
        "a && b",
        "*",
        "~",
        "\"'\\",
        "%PATH%",
        "@file",
        "\u{2014}p",
        "\u{ff0d}p",
        "é 🙂",
    ];
    for text in hostile {
        let args = accepts!(Log, { "rev": text });
        let output = Command::new("printf").arg("[%s]").arg(&args.rev).output();
        let said = String::from_utf8(output.unwrap().stdout).unwrap();
        assert_eq!(said, format!("[{text}]"));
        assert_eq!(args.rev.unprotected_text(), text);
    }
    let args = accepts!(Log, { "rev": "a", "words": ["-p", ""], "form": "--stat" });
    let mut command = tokio::process::Command::new("printf");
    command
        .args(args.words.iter().flatten())
        .arg(args.form.unwrap());
    let given: Vec<_> = command.as_std().get_args().collect();
    assert_eq!(given, ["-p", "", "--stat"]);
}

#[test]
fn nothing_of_it_is_shown() {
    let args = accepts!(Log, { "rev": "a-secret" });
    let shown = format!("{args:?}");
    assert!(shown.contains("CommandArg(8 bytes)"), "{shown}");
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn the_schema_says_what_is_checked() {
    let schema = Value::from(schema_for!(Log));
    let rev = &schema["properties"]["rev"];
    assert_eq!(rev["minLength"], 1);
    assert_eq!(rev["maxLength"], 20);
    assert_eq!(
        rev["pattern"],
        r"^(?:[^\x00-\x1f\x7f-\x9f-][^\x00-\x1f\x7f-\x9f]*)?$"
    );
    let said = rev["description"].as_str().unwrap();
    assert!(said.contains("Does not begin with a dash"), "{said}");
    let oracle = jsonschema::draft202012::new(&schema).unwrap();
    assert!(oracle.is_valid(&json!({"rev": "HEAD~1", "words": ["-p"], "form": "--stat"})));
    for rev in ["-p", "", "a\nb", "a\0"] {
        assert!(!oracle.is_valid(&json!({ "rev": rev })), "{rev:?}");
    }
    Log::assert_policy_with(json!({"rev": "a", "word": "ab"}));
}
