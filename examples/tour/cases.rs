//! The calls of the tour and what must come of each, as data.

use serde_json::{Value, json};

use crate::{expect::Expect, world::CANARY};

/// Calls that put one promise to the test.
pub struct Group {
    pub promise: &'static str,
    pub cases: Vec<Case>,
}

/// One call, or a burst of the same one.
pub struct Case {
    pub label: &'static str,
    pub tool: &'static str,
    pub arguments: Value,
    pub times: usize,
    pub expect: Expect,
}

pub fn groups() -> Vec<Group> {
    let group = |promise, cases| Group { promise, cases };
    vec![
        group("What is well-formed passes, in a frame", well_formed()),
        group("An invalid value cannot arrive", invalid()),
        group("A hidden character cannot arrive", hidden()),
        group("The model can mend its call in one try", mending()),
        group("A path is a capability, not a string", paths()),
        group("Text from outside cannot pass as instructions", pages()),
        group("A secret does not leave", secrets()),
        group("A flood costs the server almost nothing", flood()),
    ]
}

fn well_formed() -> Vec<Case> {
    use Expect::Framed;
    vec![
        search(
            "plain words",
            json!("rhubarb"),
            Framed(&["garden.txt", "notes/menu.txt"]),
        ),
        search(
            "accents",
            json!("crème brûlée"),
            Framed(&["notes/menu.txt"]),
        ),
        search(
            "an emoji family, joined",
            json!("👨‍👩‍👧‍👦"),
            Framed(&["notes/family.txt"]),
        ),
        search(
            "Persian, with its non-joiner",
            json!("می‌خواهم"),
            Framed(&["notes/persian.txt"]),
        ),
        hits("1 hit, the least", json!(1), Framed(&[".txt"])),
        hits("50 hits, the most", json!(50), Framed(&["garden.txt"])),
        read("a file", "garden.txt", Framed(&["shade and patience"])),
        read(
            "a name that begins with two dots",
            "..foo",
            Framed(&["Two dots"]),
        ),
        read(
            "a link that stays inside",
            "latest",
            Framed(&["shade and patience"]),
        ),
        user("a record", json!("u-1"), Framed(&["Zoë Ångström", "Malmö"])),
        page("a page", "clean.txt", Framed(&["Rain is expected"])),
        page(
            "the same page, another nonce",
            "clean.txt",
            Framed(&["Rain is expected"]),
        ),
        page(
            "a page that says “ignore”",
            "manual.txt",
            Framed(&["at ease with the"]),
        ),
    ]
}

fn invalid() -> Vec<Case> {
    let query = |label, query| search(label, query, refused("/query"));
    let count = |label, count, value: &str| {
        hits(
            label,
            count,
            Expect::Refused(vec!["/max_results"], String::from(value)),
        )
    };
    vec![
        query("a query of 201 characters", json!(filled(201))),
        query("a query of 100 kB", json!(filled(100_000))),
        query("an empty query", json!("   ")),
        query("a list for a string", json!([CANARY])),
        count("0 hits", json!(0), "0"),
        count("51 hits", json!(51), "51"),
        count("digits for an integer", json!("17"), "17"),
        count("true for an integer", json!(true), "true"),
        count("1.5 for an integer", json!(1.5), "1.5"),
        count("null for an integer", json!(null), CANARY),
        count("a list for an integer", json!([CANARY]), CANARY),
        case(
            "an unknown field",
            "search_documents",
            json!({ "query": "rhubarb", "max_results": 5, "run_as": CANARY }),
            refused("/run_as"),
        ),
        case(
            "a missing field",
            "search_documents",
            json!({ "query": "rhubarb" }),
            refused("/max_results"),
        ),
        case(
            "no such tool",
            "delete_everything",
            json!({}),
            Expect::Unknown,
        ),
    ]
}

fn hidden() -> Vec<Case> {
    // Where the character stands does not matter; that the words around it are innocent
    // makes it the only reason.
    let query = |label, hidden: &str| {
        let text = format!("rhu{hidden}barb {CANARY}");
        search(label, json!(text), refused("/query"))
    };
    vec![
        query("a control character (ESC)", "\u{1b}"),
        query("a line feed", "\n"),
        query("a zero-width space", "\u{200b}"),
        query("a bidi override", "\u{202e}"),
        query("tag characters", "\u{e0068}\u{e0069}"),
    ]
}

fn mending() -> Vec<Case> {
    vec![case(
        "four mistakes, one answer",
        "search_documents",
        json!({ "query": filled(300), "max_results": "17", "safe_mode": "yes", "sudo": CANARY }),
        Expect::Refused(
            vec!["/query", "/max_results", "/safe_mode", "/sudo"],
            "17".to_owned(),
        ),
    )]
}

fn paths() -> Vec<Case> {
    let path = |label, path: &str| {
        let expect = Expect::Refused(vec!["/file_path"], path.to_owned());
        read(label, path, expect)
    };
    vec![
        path("../ to the folder above", "../users.json"),
        path(
            "../ to a sibling, same prefix",
            "../documents-evil/secret.txt",
        ),
        path("absolute", "/etc/passwd"),
        path("NUL", "garden.txt\0.png"),
        path("backslash", "..\\documents-evil\\secret.txt"),
        read(
            "%2e%2e%2f, which is not decoded",
            "%2e%2e%2fdocuments-evil%2fsecret.txt",
            Expect::Withheld,
        ),
        read("a link to a file outside", "shortcut", Expect::Withheld),
        read(
            "a link to a folder outside",
            "elsewhere/secret.txt",
            Expect::Withheld,
        ),
        page(
            "../ as a page",
            "../documents-evil/secret.txt",
            refused("/url"),
        ),
    ]
}

fn pages() -> Vec<Case> {
    let page_ = |label, name| page(label, name, Expect::Blocked);
    vec![
        page_("an override in plain words", "override.txt"),
        page_("… its words split by zero width", "zero-width.txt"),
        page_("… in Cyrillic look-alikes", "homoglyph.txt"),
        page_("… in invisible tag characters", "tags.txt"),
        page_("a chat template's <|im_start|>", "template.txt"),
        page_("a forged end of the frame", "boundary.txt"),
        page_("a forged </system>", "system-tag.txt"),
        page("a page of 20,000 characters", "long.txt", Expect::Cut),
    ]
}

fn secrets() -> Vec<Case> {
    vec![user(
        "a record full of secrets",
        json!("u-7"),
        Expect::Redacted(&["Ada", "London", "Grace", "words", "dark"]),
    )]
}

fn flood() -> Vec<Case> {
    vec![
        Case {
            times: 70,
            ..user("70 calls at once", json!("u-1"), Expect::Flood)
        },
        user("one more, not even read", json!([CANARY]), Expect::Denied),
        read(
            "another tool still answers",
            "garden.txt",
            Expect::Framed(&["shade"]),
        ),
    ]
}

fn case(label: &'static str, tool: &'static str, arguments: Value, expect: Expect) -> Case {
    Case {
        label,
        tool,
        arguments,
        times: 1,
        expect,
    }
}

fn search(label: &'static str, query: Value, expect: Expect) -> Case {
    let arguments = json!({ "query": query, "max_results": 5 });
    case(label, "search_documents", arguments, expect)
}

fn hits(label: &'static str, max_results: Value, expect: Expect) -> Case {
    let arguments = json!({ "query": "rhubarb", "max_results": max_results });
    case(label, "search_documents", arguments, expect)
}

fn read(label: &'static str, path: &str, expect: Expect) -> Case {
    case(label, "read_file", json!({ "file_path": path }), expect)
}

fn user(label: &'static str, id: Value, expect: Expect) -> Case {
    case(label, "get_user", json!({ "user_id": id }), expect)
}

fn page(label: &'static str, name: &str, expect: Expect) -> Case {
    case(label, "fetch_page", json!({ "url": name }), expect)
}

/// Refused at this one place; the canary was in the value.
fn refused(pointer: &'static str) -> Expect {
    Expect::Refused(vec![pointer], CANARY.to_owned())
}

/// A text of this length with the canary in it.
fn filled(chars: usize) -> String {
    CANARY.to_owned() + &"x".repeat(chars - CANARY.len())
}
