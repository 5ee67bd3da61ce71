//! Hosts against the list.

use safe_tool_runtime::public_url::{UrlRefusal, UrlRules};

use super::{ANY, refused};

static DOCS: UrlRules = UrlRules::new().allowed_hosts(&["docs.example.org", "*.example.com"]);

#[test]
fn a_host_is_listed_by_its_whole_name() {
    for (url, host) in [
        ("https://docs.example.org", "docs.example.org"),
        ("https://DOCS.Example.ORG/x", "docs.example.org"),
        ("https://a.example.com/", "a.example.com"),
        ("https://a.b.example.com/", "a.b.example.com"),
        ("https://docs.example.org:443/", "docs.example.org"),
        // What it is written with is folded before it is compared.
        ("https://ｄｏｃｓ.example.org/", "docs.example.org"),
        ("https://docs。example。org/", "docs.example.org"),
        ("https://%64ocs.example.org/", "docs.example.org"),
    ] {
        assert_eq!(DOCS.url(url).unwrap().host(), host, "{url}");
    }
    for host in [
        "example.org",
        "example.com",
        "evil.example",
        "docs.example.org.evil.example",
        "evil-docs.example.org",
        "x.docs.example.org",
        "evilexample.com",
        "a.example.com.evil.example",
        // Cyrillic and Greek letters that look alike.
        "d\u{43e}cs.example.org",
        "docs.ex\u{430}mple.org",
        "docs.e\u{3c7}ample.org",
        "1.1.1.1",
        "[2606:4700:4700::1111]",
    ] {
        let refusal = DOCS.url(&format!("https://{host}/")).unwrap_err();
        assert_eq!(refusal, UrlRefusal::Host, "{host}");
    }
}

#[test]
fn a_public_host_has_a_dot_inside_and_none_at_its_end() {
    for host in [
        "localhost",
        "intranet",
        "metadata",
        "example.org.",
        "localhost.",
        "org",
    ] {
        assert_eq!(
            refused(&format!("https://{host}/")),
            UrlRefusal::LocalName,
            "{host}"
        );
    }
    assert_eq!(
        DOCS.url("https://docs.example.org./").unwrap_err(),
        UrlRefusal::LocalName
    );
}

#[test]
fn ports_are_the_schemes_own_unless_they_are_listed() {
    for port in ["22", "0", "8080", "80", "6379"] {
        let url = format!("https://docs.example.org:{port}/");
        assert_eq!(DOCS.url(&url).unwrap_err(), UrlRefusal::Port, "{port}");
    }
    assert_eq!(
        DOCS.url("https://docs.example.org:65536/").unwrap_err(),
        UrlRefusal::Invalid
    );
    static PORTS: UrlRules = UrlRules::new().any_host().ports(&[8443]);
    assert!(PORTS.url("https://example.org:8443/").is_ok());
    assert_eq!(
        PORTS.url("https://example.org/").unwrap_err(),
        UrlRefusal::Port
    );
    assert!(ANY.url("http://example.org:80/").is_ok());
    assert_eq!(refused("http://example.org:443/"), UrlRefusal::Port);
}

#[test]
fn a_redirect_keeps_the_rules_it_began_with() {
    let page = DOCS.url("https://docs.example.org/a/b?c").unwrap();
    for (location, host) in [
        ("d", "docs.example.org"),
        ("/d", "docs.example.org"),
        ("//a.example.com/", "a.example.com"),
        ("https://a.example.com/#e", "a.example.com"),
    ] {
        assert_eq!(
            page.redirected(location).unwrap().host(),
            host,
            "{location}"
        );
    }
    for (location, refusal) in [
        ("//evil.example/", UrlRefusal::Host),
        ("\\\\evil.example\\", UrlRefusal::Host),
        ("https://127.0.0.1/", UrlRefusal::Address),
        ("https://2130706433/", UrlRefusal::Address),
        ("https://[::ffff:127.0.0.1]/", UrlRefusal::Address),
        ("https://docs.example.org:22/", UrlRefusal::Port),
        (
            "https://user:pin@docs.example.org/",
            UrlRefusal::Credentials,
        ),
        ("http://docs.example.org/", UrlRefusal::Scheme(&["https"])),
        ("file:///etc/passwd", UrlRefusal::Scheme(&["https"])),
        ("gopher://docs.example.org/", UrlRefusal::Scheme(&["https"])),
        ("https://", UrlRefusal::Invalid),
    ] {
        assert_eq!(
            page.redirected(location).unwrap_err(),
            refusal,
            "{location}"
        );
    }
}
