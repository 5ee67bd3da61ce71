use safe_tool::safe_tool;

use crate::{accepts, refuses};

#[safe_tool]
struct Login {
    #[max_len(10)]
    user: String,
    #[redact]
    #[min_len(4)]
    #[max_len(10)]
    pin: String,
    /// Not declared, but its name says what it is.
    #[max_len(10)]
    password: String,
    #[redact]
    #[max_items(2)]
    #[each(max_len(5))]
    #[default]
    notes: Vec<String>,
}

#[safe_tool(transparent)]
struct Key(
    #[redact]
    #[max_len(20)]
    String,
);

#[safe_tool]
struct Keyring {
    main: Key,
    #[max_items(2)]
    #[default]
    others: Vec<Key>,
    spare: Option<Key>,
}

#[safe_tool(tag = "kind")]
enum Auth {
    Anonymous,
    Basic {
        #[redact]
        #[max_len(9)]
        phrase: String,
        #[max_len(9)]
        realm: String,
    },
}

#[test]
fn debug_shows_no_secret() {
    let login =
        accepts!(Login, {"user": "ann", "pin": "p1p1", "password": "s3cr3t", "notes": ["n0te"]});
    let debug = format!("{login:?} {login:#?}");
    assert!(
        debug.contains("\"ann\"") && debug.contains("pin: [REDACTED]"),
        "{debug}"
    );
    for secret in ["p1p1", "s3cr3t", "n0te"] {
        assert!(!debug.contains(secret), "{debug}");
    }
    assert_eq!(
        (
            login.user.len(),
            login.pin.len(),
            login.password.len(),
            login.notes.len()
        ),
        (3, 4, 6, 1)
    );
    let key: Key = serde_json::from_str("\"k3y\"").unwrap();
    assert_eq!(
        (format!("{key:?}"), key.0.as_str()),
        ("Key([REDACTED])".to_owned(), "k3y")
    );
    let auth = accepts!(Auth, {"kind": "Basic", "phrase": "p4ss", "realm": "home"});
    assert_eq!(
        format!("{auth:?}"),
        "Basic { phrase: [REDACTED], realm: \"home\" }"
    );
    assert_eq!(
        format!("{:?}", accepts!(Auth, {"kind": "Anonymous"})),
        "Anonymous"
    );
}

#[test]
fn a_refusal_tells_nothing_about_a_secret() {
    let quiet = "does not meet its constraints, which the tool's schema states [constraint]";
    for pin in ["p", "ppppppppppppp", "pp\u{0}pp"] {
        let violations =
            refuses!(Login, {"user": "ann", "pin": pin, "password": "x"}, "/pin constraint");
        assert!(violations.to_string().ends_with(quiet), "{violations}");
    }
    refuses!(
        Login,
        {"user": 1, "pin": 1, "password": "x".repeat(11), "notes": ["toolong", 2]},
        "/notes constraint", "/notes constraint", "/password constraint", "/pin constraint", "/user type"
    );
    refuses!(Login, {"user": "ann", "pin": "p1p1"}, "/password required");
}

#[test]
fn a_secret_newtype_is_secret_wherever_it_is_used() {
    let long = "k".repeat(21);
    let violations = refuses!(
        Keyring,
        {"main": long, "others": ["ok", long], "spare": 5},
        "/main constraint", "/others/1 constraint", "/spare constraint"
    );
    assert!(!violations.to_string().contains("20"), "{violations}");
    let keys = accepts!(Keyring, {"main": "m4in", "others": ["0ther"], "spare": "sp4re"});
    let debug = format!("{keys:?}");
    assert!(
        !debug.contains("m4in") && !debug.contains("0ther") && !debug.contains("sp4re"),
        "{debug}"
    );
    assert_eq!(
        (keys.main.0.len(), keys.others.len(), keys.spare.is_some()),
        (4, 1, true)
    );
}

#[safe_tool]
struct Vault {
    #[redact]
    #[max_items(3)]
    #[keys(max_len(5))]
    #[each(max_len(5))]
    map: std::collections::BTreeMap<String, String>,
}

#[test]
fn a_refusal_does_not_point_inside_a_secret() {
    let violations = refuses!(Vault, {"map": {"sk-live-1": "x", "b": "toolong"}}, "/map constraint", "/map constraint");
    assert!(!violations.to_string().contains("sk-live"), "{violations}");
    assert_eq!(accepts!(Vault, {"map": {"a": "b"}}).map.len(), 1);
}
