//! How large a message may be: read off what the tools declare.

use rmcp::{
    ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, safe_tool};

#[safe_tool]
struct Note {
    #[max_len(1_000)]
    text: String,
}

#[safe_tool]
struct Tree {
    #[max_len(10)]
    name: String,
    #[max_items(3)]
    children: Vec<Tree>,
}

#[derive(Clone)]
struct Bounded;

#[tool_router]
impl Bounded {
    #[tool]
    async fn note(&self, Parameters(args): Parameters<Note>) -> String {
        args.text
    }
}

#[tool_handler(router = Self::tool_router())]
impl ServerHandler for Bounded {}

#[derive(Clone)]
struct Recursive;

#[tool_router]
impl Recursive {
    #[tool]
    async fn tree(&self, Parameters(args): Parameters<Tree>) -> String {
        format!("{}: {}", args.name, args.children.len())
    }
}

#[tool_handler(router = Self::tool_router())]
impl ServerHandler for Recursive {}

fn guard() -> Guard {
    Guard::builder().build().unwrap()
}

#[test]
fn the_largest_arguments_twice_and_64_kib() {
    let guard = guard();
    let _: ToolRouter<Bounded> = guard.protect(Bounded::tool_router()).unwrap();
    let budget = guard.budget();
    // `{"text":"…",}`, the key's letters escaped, and each character as two units `\uXXXX`.
    let longest = 8 + 4 * 6 + 1_000 * 12;
    assert_eq!(budget.max_bytes, 2 * longest + 64 * 1024);
    // The object and the string.
    assert_eq!(budget.max_values, 2 * 2 + 4_096);
}

#[test]
fn the_longest_spelling_of_the_longest_arguments_is_within_it() {
    let guard = guard();
    let _: ToolRouter<Bounded> = guard.protect(Bounded::tool_router()).unwrap();
    let text = r"\ud83d\ude00".repeat(1_000);
    let message = format!(
        r#"{{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{"name":"note","arguments":{{"text":"{text}"}}}}}}"#
    );
    let mut scanner = safe_tool::wire::Scanner::new(guard.budget());
    scanner.feed(message.as_bytes());
    assert!(scanner.finish().is_ok());
}

#[test]
fn arguments_without_a_bound_need_a_number() {
    let error = guard().protect(Recursive::tool_router()).map(drop);
    let error = error.unwrap_err().to_string();
    assert!(
        error.contains("the arguments of the tool `tree` have no bound"),
        "{error}"
    );
    assert!(error.contains("max_message_bytes"), "{error}");
    let told = Guard::builder().max_message_bytes(5_000).build().unwrap();
    let _: ToolRouter<Recursive> = told.protect(Recursive::tool_router()).unwrap();
    assert_eq!(told.budget().max_bytes, 5_000);
}
