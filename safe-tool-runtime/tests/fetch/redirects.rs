//! Where a page leads, and how much of it there is.

use std::{io::Write as _, time::Duration};

use safe_tool_runtime::{
    fetch::FetchError,
    public_url::{UrlRefusal, UrlRules},
};

use super::{
    PUBLIC, fetcher,
    server::{Server, page, redirect},
    url,
};

#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn a_redirect_to_an_allowed_host_is_followed() {
    let _first = Server::answering((PUBLIC, 80), redirect("http://www.example.com:8081/x"));
    let _second = Server::answering((PUBLIC, 8081), page("second"));
    let (builder, _) = fetcher(&[&[PUBLIC]]);
    let fetched = builder
        .build()
        .unwrap()
        .get(&url("http://docs.example.org/"))
        .await;
    let fetched = fetched.unwrap();
    assert_eq!(fetched.body, b"second");
    assert_eq!(fetched.url.host(), "www.example.com");
}

/// An address in a URL goes past the resolver.
#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn a_redirect_inside_is_not_followed() {
    let inside = Server::answering(("127.0.0.1", 8081), page("inside"));
    for (to, refusal) in [
        ("http://127.0.0.1:8081/", UrlRefusal::Address),
        ("http://2130706433:8081/", UrlRefusal::Address),
        ("http://0x7f.1:8081/", UrlRefusal::Address),
        ("http://0:8081/", UrlRefusal::Address),
        ("http://[::1]:8081/", UrlRefusal::Address),
        ("http://[::ffff:127.0.0.1]:8081/", UrlRefusal::Address),
        ("//127.0.0.1:8081/", UrlRefusal::Address),
        ("http://localhost:8081/", UrlRefusal::LocalName),
        ("http://evil.example/", UrlRefusal::Host),
        ("http://9.9.9.9/", UrlRefusal::Host),
        ("http://docs.example.org:22/", UrlRefusal::Port),
        ("http://a:b@docs.example.org/", UrlRefusal::Credentials),
        ("file:///etc/passwd", UrlRefusal::Scheme(&["http"])),
    ] {
        let outside = Server::answering((PUBLIC, 0), redirect(to));
        let ports: &'static [u16] = vec![80, 8081, outside.port].leak();
        let rules = UrlRules::new()
            .allowed_hosts(&["docs.example.org"])
            .schemes(&["http"])
            .ports(ports);
        let rules: &'static _ = Box::leak(Box::new(rules));
        let page = rules.url(&format!("http://docs.example.org:{}/", outside.port));
        let (builder, _) = fetcher(&[&[PUBLIC]]);
        let error = builder.build().unwrap().get(&page.unwrap()).await;
        match error {
            Err(FetchError::Redirect(why)) => assert_eq!(why, refusal, "{to}"),
            other => panic!("{to}: {other:?}"),
        }
        assert_eq!(outside.connections(), 1);
    }
    assert_eq!(inside.connections(), 0);
}

/// By an allowed name, whose address is inside.
#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn a_redirect_by_name_is_resolved_like_the_first() {
    let inside = Server::answering(("127.0.0.1", 8081), page("inside"));
    let _outside = Server::answering((PUBLIC, 80), redirect("http://in.example.com:8081/"));
    let (builder, _) = fetcher(&[&[PUBLIC], &["127.0.0.1"]]);
    let error = builder
        .build()
        .unwrap()
        .get(&url("http://docs.example.org/"))
        .await;
    assert!(matches!(error, Err(FetchError::NotPublic)), "{error:?}");
    assert_eq!(inside.connections(), 0);
}

#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn redirects_end() {
    let outside = Server::answering((PUBLIC, 80), redirect("http://docs.example.org/"));
    let (builder, _) = fetcher(&[&[PUBLIC]]);
    let error = builder
        .build()
        .unwrap()
        .get(&url("http://docs.example.org/"))
        .await;
    assert!(
        matches!(error, Err(FetchError::TooManyRedirects { limit: 5 })),
        "{error:?}"
    );
    assert_eq!(outside.connections(), 6);
}

#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn a_body_is_read_to_its_limit() {
    let endless = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    let _flood = Server::acting((PUBLIC, 80), move |mut stream| {
        stream.write_all(endless).unwrap();
        while stream.write_all(&[b'a'; 65_536]).is_ok() {}
    });
    let _page = Server::answering((PUBLIC, 8081), page(&"a".repeat(1000)));
    let (builder, _) = fetcher(&[&[PUBLIC]]);
    let fetcher = builder.max_bytes(1000).build().unwrap();
    let error = fetcher.get(&url("http://docs.example.org/")).await;
    assert!(
        matches!(error, Err(FetchError::TooLarge { limit: 1000 })),
        "{error:?}"
    );
    let whole = fetcher.get(&url("http://docs.example.org:8081/")).await;
    assert_eq!(whole.unwrap().body.len(), 1000);
}

#[tokio::test]
#[ignore = "in_a_network_of_their_own"]
async fn a_page_that_never_ends_is_given_up() {
    let (keep, kept) = std::sync::mpsc::channel();
    let _slow = Server::acting((PUBLIC, 80), move |stream| keep.send(stream).unwrap());
    let (builder, _) = fetcher(&[&[PUBLIC]]);
    let fetcher = builder.timeout(Duration::from_millis(300)).build().unwrap();
    let error = fetcher.get(&url("http://docs.example.org/")).await;
    assert!(
        matches!(error, Err(FetchError::TimedOut { .. })),
        "{error:?}"
    );
    drop(kept);
}
