//! Answers that change, and answers that are mixed.

use std::sync::atomic::Ordering;

use safe_tool_runtime::fetch::FetchError;

use super::{
    PUBLIC, fetcher,
    server::{Server, page},
    url,
};

#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn a_public_page_is_fetched() {
    let _outside = Server::answering((PUBLIC, 80), page("outside"));
    let (builder, _) = fetcher(&[&[PUBLIC]]);
    let fetched = builder
        .build()
        .unwrap()
        .get(&url("http://docs.example.org/a#b"))
        .await;
    let fetched = fetched.unwrap();
    assert_eq!(fetched.body, b"outside");
    assert_eq!(fetched.status, 200);
    assert_eq!(fetched.content_type.as_deref(), Some("text/plain"));
}

/// DNS rebinding: the first answer is public, every later one is loopback, where a server
/// waits on the same port.
#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn a_second_answer_does_not_lead_inside() {
    let outside = Server::answering((PUBLIC, 80), page("outside"));
    let inside = Server::answering(("127.0.0.1", 80), page("inside"));
    let (builder, asked) = fetcher(&[&[PUBLIC], &["127.0.0.1"]]);
    let fetcher = builder.build().unwrap();
    let page = url("http://docs.example.org/");
    assert_eq!(fetcher.get(&page).await.unwrap().body, b"outside");
    for _ in 0..10 {
        let error = fetcher.get(&page).await;
        assert!(matches!(error, Err(FetchError::NotPublic)), "{error:?}");
    }
    assert!(asked.load(Ordering::SeqCst) > 1);
    assert_eq!((outside.connections(), inside.connections()), (1, 0));
}

/// Of an answer that has both, the client would try one after the other.
#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn of_a_mixed_answer_only_the_public_part_is_tried() {
    let inside = Server::answering(("127.0.0.1", 80), page("inside"));
    let (builder, _) = fetcher(&[&["127.0.0.1", PUBLIC, "::1"]]);
    let fetcher = builder.build().unwrap();
    let page = url("http://docs.example.org/");
    // Nothing listens there yet.
    let error = fetcher.get(&page).await;
    assert!(matches!(error, Err(FetchError::Failed(_))), "{error:?}");
    let outside = Server::answering((PUBLIC, 80), super::server::page("outside"));
    assert_eq!(fetcher.get(&page).await.unwrap().body, b"outside");
    assert_eq!((outside.connections(), inside.connections()), (1, 0));
}

/// The environment of these tests names a proxy on loopback.
#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn the_environments_proxy_is_not_used() {
    let proxy = Server::answering(("127.0.0.1", 8081), page("proxy"));
    let _outside = Server::answering((PUBLIC, 80), page("outside"));
    assert!(std::env::var_os("HTTP_PROXY").is_some());
    let (builder, _) = fetcher(&[&[PUBLIC]]);
    let fetched = builder
        .build()
        .unwrap()
        .get(&url("http://docs.example.org/"))
        .await;
    assert_eq!(fetched.unwrap().body, b"outside");
    assert_eq!(proxy.connections(), 0);
}
