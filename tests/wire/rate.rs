//! The default quota: 60 a minute, for each tool.

use std::time::Instant;

use serde_json::json;

use crate::{
    client::{
        Client, Wire,
        build::docs_server,
        http::{Http, Server},
        stdio::Stdio,
    },
    data::Data,
};

const BURST: u64 = 60;

#[test]
fn the_sixty_first_call_over_stdio_is_denied() {
    let data = Data::new();
    let stdio = Stdio::spawn(docs_server(), data.environment());
    flood(Client::new(stdio));
}

#[test]
fn the_sixty_first_call_over_http_is_denied() {
    let data = Data::new();
    let server = Server::spawn(docs_server(), data.environment());
    flood(Client::new(Http::new(server.address)));
}

fn flood<W: Wire>(mut client: Client<W>) {
    let search = || json!({"query": "rope", "max_results": 1});
    let started = Instant::now();
    let mut allowed = 0;
    let denial = loop {
        let answer = client.call("search_documents", search());
        // A token comes back each second, so a slow machine gets a few more.
        let most = BURST + started.elapsed().as_secs();
        if answer.is_error() {
            break answer;
        }
        allowed += 1;
        assert!(allowed <= most, "{allowed} calls were allowed");
    };
    assert!(allowed >= BURST, "only {allowed} calls were allowed");

    let text = denial.text();
    assert!(text.contains("rate limit"), "{text}");
    assert!(text.contains("in 1 second"), "{text}");
    assert!(denial.structured().is_none());

    let other = client.call("read_file", json!({"file_path": "hello.txt"}));
    assert!(!other.is_error(), "another tool has a bucket of its own");
}
