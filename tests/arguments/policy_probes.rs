//! `assert_policy`: the boundary tests that come with every annotated type.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use safe_tool::{
    __private::{Cursor, Examples, JsonObject, Probes, Rule, Schemas, text},
    CheckError, Checked, SandboxedPath, safe_tool,
};
use serde_json::{Value, json};

#[safe_tool]
struct Search {
    #[trim]
    #[min_len(1)]
    #[max_len(200)]
    query: String,
    #[range(1, 50)]
    max_results: u32,
    #[default(true)]
    safe_mode: bool,
}

#[safe_tool]
struct Texts {
    #[min_len(2)]
    #[max_len(5)]
    bounded: String,
    #[unbounded]
    unbounded: String,
    #[max_len(1)]
    letter: String,
    #[min_len(3)]
    #[max_len(3)]
    exact: Box<str>,
    #[max_len(9)]
    #[multiline]
    #[trim]
    lines: std::sync::Arc<str>,
    #[max_len(4)]
    #[allow_control_chars]
    #[allow_format_chars]
    any: Option<String>,
    #[one_of("a", "b b", "", "é")]
    #[max_len(3)]
    choice: String,
    #[one_of("x", "long")]
    #[trim]
    #[default("x")]
    defaulted: String,
    #[pattern("^[a-z]*$")]
    #[max_len(8)]
    guessed: String,
}

#[safe_tool]
struct Numbers {
    tiny: u8,
    signed: i8,
    #[range(-3..=3)]
    around: i16,
    #[range(5..)]
    from: u16,
    #[multiple_of(7)]
    #[range(1, 100)]
    sevens: u8,
    unsigned: u64,
    large: i64,
    wide: i128,
    wider: u128,
    #[range(9007199254740991, 9007199254740993)]
    exact: Option<u64>,
    any: f64,
    narrow: f32,
    #[range(0.1, 1)]
    part: f32,
    #[range(0..)]
    #[default(1)]
    above: f64,
}

#[safe_tool]
struct Collections {
    #[min_items(1)]
    #[max_items(3)]
    #[each(max_len(3))]
    texts: Vec<String>,
    #[min_items(3)]
    #[max_items(40)]
    #[each(max_len(9), trim)]
    set: HashSet<String>,
    #[min_items(2)]
    #[max_items(2)]
    flags: BTreeSet<bool>,
    #[min_items(3)]
    #[max_items(5)]
    #[each(range(0, 4))]
    few: BTreeSet<u8>,
    #[max_items(2)]
    #[each(max_items(2), each(max_len(2)))]
    nested: Vec<Vec<Option<String>>>,
    #[min_items(1)]
    #[max_items(30)]
    #[keys(min_len(1), max_len(60))]
    #[each(range(0.0, 1.0))]
    weights: BTreeMap<String, f64>,
    #[max_items(2)]
    #[keys(one_of("a", "password"))]
    #[each(nested)]
    #[default]
    sorts: HashMap<String, Sort>,
    #[max_items(1)]
    #[each(max_len(3))]
    single: Vec<String>,
    #[max_json_bytes(400)]
    json: Value,
    #[max_json_bytes(3)]
    small: Option<Value>,
}

#[safe_tool]
#[serde(rename_all = "kebab-case")]
#[derive(PartialEq, Eq, Hash)]
enum Sort {
    NewestFirst,
    Alphabet,
}

#[safe_tool(tag = "kind")]
enum Action {
    Nothing,
    Move {
        #[max_len(5)]
        to: String,
        #[default(3)]
        #[range(1..=4)]
        steps: u8,
    },
    Go {
        #[pattern("^[0-9]+$")]
        #[max_len(5)]
        far: String,
    },
}

#[safe_tool(unknown = "ignore")]
#[serde(rename_all = "camelCase")]
struct Nested {
    search_terms: Search,
    #[sandboxed_path("/data/safe")]
    file: SandboxedPath,
    sort: Option<Sort>,
    boxed: Option<Box<Search>>,
    #[serde(rename = "with space/and ~ signs")]
    #[max_len(4)]
    odd: String,
}

#[safe_tool]
struct Tree {
    value: i8,
    left: Option<Box<Self>>,
    #[max_items(2)]
    #[default]
    children: Vec<Tree>,
}

#[safe_tool(transparent)]
#[derive(PartialEq, Eq, Hash)]
struct Key(
    #[redact]
    #[max_len(20)]
    #[pattern("^k")]
    String,
);

#[safe_tool]
struct Secrets {
    #[redact]
    #[min_len(4)]
    #[max_len(10)]
    pin: String,
    /// Not declared, but its name says what it is.
    #[max_items(2)]
    #[each(max_len(10))]
    passwords: Vec<String>,
    key: Key,
    #[max_items(2)]
    others: Vec<Key>,
    #[max_items(2)]
    #[keys(nested)]
    #[each(range(0, 9))]
    owners: HashMap<Key, u8>,
    #[redact]
    hidden: Search,
}

#[safe_tool(lenient)]
struct Lenient {
    #[range(1, 5)]
    number: u8,
    flag: bool,
    #[max_items(2)]
    #[each(range(0, 9))]
    list: Vec<u8>,
    search: Search,
}

#[safe_tool(transparent)]
struct Wrapped<T>(T);

#[safe_tool]
struct Generic<T> {
    inner: Wrapped<T>,
    #[max_items(2)]
    more: Vec<T>,
}

#[test]
fn types_of_every_kind_keep_their_policy() {
    Search::assert_policy();
    Texts::assert_policy();
    Numbers::assert_policy();
    Collections::assert_policy();
    Sort::assert_policy();
    Nested::assert_policy();
    Tree::assert_policy();
    Lenient::assert_policy();
    Generic::<Search>::assert_policy();
    Generic::<u8>::assert_policy();
}

#[safe_tool(check = in_order)]
struct Window {
    #[range(10, 20)]
    from: u8,
    #[range(0, 15)]
    to: u8,
    #[max_len(12)]
    #[pattern("^[A-Z]{2}-[0-9]+$")]
    code: Option<String>,
    #[max_items(3)]
    #[each(max_len(3), check(weekday))]
    days: Vec<String>,
    #[unbounded]
    address: std::net::Ipv4Addr,
}

fn in_order(window: &Window) -> Result<(), CheckError> {
    if window.from <= window.to {
        return Ok(());
    }
    Err(CheckError::new("must not be after `to`").at("from"))
}

fn weekday(day: &str) -> Result<(), &'static str> {
    match day {
        "mon" | "tue" => Ok(()),
        _ => Err("must be a weekday"),
    }
}

fn window() -> Value {
    json!({"from": 11, "to": 12, "code": "AB-1", "days": ["mon"], "address": "127.0.0.1"})
}

/// What the assertion says when it fails.
fn failure(assertion: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let panic = std::panic::catch_unwind(assertion).unwrap_err();
    *panic.downcast::<String>().unwrap()
}

#[test]
fn an_example_tells_what_patterns_checks_and_foreign_types_take() {
    Window::assert_policy_with(window());
    Secrets::assert_policy_with(json!({
        "pin": "1234", "passwords": ["x"], "key": "k1", "others": ["k2"], "owners": {"k3": 1},
        "hidden": {"query": "a", "max_results": 1},
    }));
    Action::assert_policy_with(json!([{"kind": "Go", "far": "12"}]));
}

#[test]
fn without_an_example_it_says_where_one_is_needed() {
    let text = failure(Window::assert_policy);
    for place in ["/code", "/days/0", "/address"] {
        let line = format!(
            "\n- {place}: no valid value is known; give one with `assert_policy_with(json!(…))`"
        );
        assert!(text.contains(&line), "{place}: {text}");
    }
    let mut example = window();
    example.as_object_mut().unwrap().remove("code");
    let text = failure(|| Window::assert_policy_with(example));
    assert!(text.contains("/code: no valid value"), "{text}");
    assert_eq!(text.lines().count(), 2, "{text}");
}

#[test]
fn an_example_that_is_refused_is_no_example() {
    let mut example = window();
    example["from"] = json!(13);
    let text = failure(|| Window::assert_policy_with(example));
    assert!(
        text.contains("the example was refused") && text.contains("/from"),
        "{text}"
    );
}

/// Says at most `SAID` characters and takes `DONE`.
#[derive(Debug)]
struct Lie<const SAID: usize, const DONE: usize>;

struct LyingRule<const SAID: usize, const DONE: usize>;

impl<const SAID: usize, const DONE: usize> Rule for LyingRule<SAID, DONE> {
    type Value = Lie<SAID, DONE>;

    fn expected(&self) -> &'static str {
        "a string"
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        text::<String>().max_len(SAID).schema(schemas)
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        text::<String>().max_len(SAID).probes(examples)
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<Self::Value> {
        text::<String>().max_len(DONE).text(value, at).map(|_| Lie)
    }
}

impl<const SAID: usize, const DONE: usize> Checked for Lie<SAID, DONE> {
    fn rule() -> impl Rule<Value = Self> {
        LyingRule
    }
}

#[safe_tool]
struct Liar<const SAID: usize, const DONE: usize> {
    #[max_items(3)]
    #[each(nested)]
    words: Vec<Lie<SAID, DONE>>,
}

#[test]
fn a_rule_that_does_other_than_it_says_is_caught() {
    Liar::<5, 5>::assert_policy();
    let text = failure(Liar::<5, 6>::assert_policy);
    assert!(
        text.contains(r#"Liar<5, 6>` does not do what its annotations say"#),
        "{text}"
    );
    assert!(
        text.contains("\n- /words/0: \"aaaaaa\" was accepted, against `max_len`"),
        "{text}"
    );
    let text = failure(Liar::<6, 5>::assert_policy);
    assert!(
        text.contains("\n- /words/0: \"aaaaaa\" was refused: Invalid arguments"),
        "{text}"
    );
}

/// A secret whose refusal tells its length.
#[derive(Debug)]
struct Leak;

struct LeakingRule;

impl Rule for LeakingRule {
    type Value = Leak;

    fn expected(&self) -> &'static str {
        "a string"
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        text::<String>().schema(schemas)
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        safe_tool::__private::secret(text::<String>().max_len(5)).probes(examples)
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<Leak> {
        text::<String>().max_len(5).text(value, at).map(|_| Leak)
    }
}

impl Checked for Leak {
    fn rule() -> impl Rule<Value = Self> {
        LeakingRule
    }
}

#[safe_tool]
struct Leaks {
    leak: Leak,
}

#[test]
fn a_secret_that_names_its_rule_is_caught() {
    let text = failure(Leaks::assert_policy);
    assert!(
        text.contains("\"aaaaaa\" was not refused for `constraint`"),
        "{text}"
    );
}
