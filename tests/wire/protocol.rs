//! What the protocol itself shows of the guard.

use serde_json::{Value, json};

use crate::{
    both::Both,
    client::{
        build::docs_server,
        http::{Http, Server},
    },
    data::Data,
};

#[test]
fn the_server_names_itself() {
    let both = Both::start();
    let server = &both.initialized()["result"]["serverInfo"];
    assert_eq!(server["name"], "docs-server");
}

#[test]
fn an_unknown_tool_is_an_error() {
    let mut both = Both::start();
    let answer = both.call("drop_tables", json!({"canary": "canary"}));
    assert_eq!(answer.error_code(), Some(-32602), "{}", answer.raw());
    assert!(!answer.raw().contains("canary"), "{}", answer.raw());
}

fn tools() -> Value {
    let listed = Both::start().request("tools/list", json!({}));
    listed["result"]["tools"].clone()
}

fn schema(tool: &str) -> Value {
    let tools = tools();
    let found = tools
        .as_array()
        .unwrap()
        .iter()
        .find(|listed| listed["name"] == tool);
    found.unwrap_or_else(|| panic!("{tool} is not listed"))["inputSchema"].clone()
}

#[test]
fn four_tools_are_listed() {
    let tools = tools();
    let names: Vec<_> = tools
        .as_array()
        .unwrap()
        .iter()
        .map(|tool| &tool["name"])
        .collect();
    assert_eq!(
        names,
        ["fetch_page", "get_user", "read_file", "search_documents"]
    );
}

#[test]
fn schemas_are_closed_and_show_no_policy() {
    let tools = tools();
    assert!(!tools.to_string().contains("x-safe-tool"), "{tools}");
    for tool in tools.as_array().unwrap() {
        let schema = &tool["inputSchema"];
        assert_eq!(schema["additionalProperties"], false, "{tool}");
        assert_eq!(schema["type"], "object", "{tool}");
    }
}

#[test]
fn constraints_are_shown() {
    let schema = schema("search_documents");
    assert_eq!(schema["required"], json!(["query", "max_results"]));
    let properties = &schema["properties"];
    assert_eq!(properties["query"]["minLength"], 1);
    assert_eq!(properties["query"]["maxLength"], 200);
    assert_eq!(properties["max_results"]["minimum"], 1);
    assert_eq!(properties["max_results"]["maximum"], 50);
    assert_eq!(properties["safe_mode"]["default"], true);
}

#[test]
fn a_structured_result_has_a_schema() {
    let tools = tools();
    let get_user = &tools.as_array().unwrap()[1];
    assert_eq!(get_user["outputSchema"]["type"], "object", "{get_user}");
}

#[test]
fn a_page_of_another_site_may_not_call() {
    let data = Data::new();
    let server = Server::spawn(docs_server(), data.environment());
    let ping = json!({"jsonrpc": "2.0", "id": 1, "method": "ping"});
    let mut page = Http::new(server.address).with_header("Origin", "http://evil.example");
    let status = page.status_line(&ping);
    assert!(status.contains(" 403 "), "{status}");
}
