//! Names that lead inside: nothing connects. These run anywhere.

use safe_tool_runtime::{
    fetch::{FetchError, Fetcher},
    public_url::UrlRules,
};

use super::{
    fetcher,
    server::{Server, page},
    url,
};

#[tokio::test]
async fn a_name_without_a_public_address_is_not_connected_to() {
    let inside = Server::answering(("127.0.0.1", 0), page("inside"));
    let rules = UrlRules::new().any_host().schemes(&["http"]);
    let ports: &'static [u16] = vec![inside.port].leak();
    let rules: &'static UrlRules = Box::leak(Box::new(rules.ports(ports)));
    for answer in [
        &["127.0.0.1"] as &[&str],
        &["::1"],
        &["::ffff:127.0.0.1"],
        &["0.0.0.0"],
        &["::"],
        &["10.0.0.1", "169.254.169.254", "fd00:ec2::254"],
        &["127.0.0.1", "::1", "64:ff9b::7f00:1"],
        &[],
    ] {
        let (builder, asked) = fetcher(&[answer]);
        let page = rules.url(&format!("http://docs.example.org:{}/", inside.port));
        let error = builder.build().unwrap().get(&page.unwrap()).await;
        assert!(
            matches!(error, Err(FetchError::NotPublic)),
            "{answer:?}: {error:?}"
        );
        assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 1);
    }
    assert_eq!(inside.connections(), 0);
}

/// The system's resolver, whose answer to this name is loopback.
#[tokio::test]
async fn the_systems_answers_are_judged_too() {
    static ANY: UrlRules = UrlRules::new().any_host().schemes(&["http"]);
    let fetcher = Fetcher::new().unwrap();
    let error = fetcher.get(&ANY.url("http://a.localhost/").unwrap()).await;
    // Where the system does not know the name, it has no address at all.
    assert!(
        matches!(error, Err(FetchError::NotPublic | FetchError::Failed(_))),
        "{error:?}"
    );
}

#[tokio::test]
async fn an_error_names_neither_url_nor_address() {
    let (builder, _) = fetcher(&[&["127.0.0.1"]]);
    let error = builder
        .build()
        .unwrap()
        .get(&url("http://docs.example.org/a-secret"))
        .await;
    let error = error.unwrap_err();
    let said = format!("{error} {error:?}");
    assert!(
        !said.contains("a-secret") && !said.contains("127."),
        "{said}"
    );
    assert_eq!(
        error.to_string(),
        "the host has no public address: name another"
    );
}
