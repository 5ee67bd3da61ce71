//! Text that two parsers take for two URLs.

use safe_tool_runtime::public_url::{MAX_URL_CHARS, UrlRefusal};

use super::{ANY, refused};

#[test]
fn what_parsers_drop_or_turn_is_refused() {
    for text in [
        " https://example.org/",
        "https://example.org/ ",
        "https://exam\tple.org/",
        "https://exam\nple.org/",
        "https://example.org/\r\nX-Header: a",
        "https://example.org\0.evil.example/",
        "https:\\\\example.org\\",
        "https://example.org\\@evil.example/",
        "https://example.org/a b",
        "https://exam\u{200b}ple.org/",
        "https://exam\u{ad}ple.org/",
        "https://example.org/\u{202e}gpj",
        "https://example.org/\u{3000}",
    ] {
        assert_eq!(refused(text), UrlRefusal::Characters, "{text:?}");
    }
}

#[test]
fn a_scheme_is_written_out() {
    for text in [
        "",
        "example.org",
        "//example.org/",
        "/etc/passwd",
        "https:example.org",
        "https:/example.org",
        "HTTPS://example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "javascript:alert(1)",
        "data:text/html,x",
        "ws://example.org/",
        "httpss://example.org/",
        "blob:https://example.org/",
    ] {
        assert!(matches!(refused(text), UrlRefusal::Scheme(_)), "{text}");
    }
    let said = refused("ftp://example.org/").to_string();
    assert_eq!(said, "must begin with https:// or http://");
    for text in [
        "https:///example.org/",
        "https://",
        "https://?x",
        "https://:443/",
        "https://a^b.org/",
    ] {
        assert_eq!(refused(text), UrlRefusal::Invalid, "{text}");
    }
}

#[test]
fn there_are_no_credentials() {
    for text in [
        "https://user@example.org/",
        "https://user:pin@example.org/",
        "https://:pin@example.org/",
        "https://@example.org/",
        "https://example.org@evil.example/",
        "https://example.org:443@evil.example/",
        "https://a@b@evil.example/",
    ] {
        assert_eq!(refused(text), UrlRefusal::Credentials, "{text}");
    }
    for text in [
        "https://example.org/@a",
        "https://example.org?a@b",
        "https://example.org/#a@b",
    ] {
        assert!(ANY.url(text).is_ok(), "{text}");
    }
}

#[test]
fn a_fragment_is_dropped_and_a_length_kept() {
    let url = ANY.url("https://example.org/a?b#c").unwrap();
    assert_eq!(url.unprotected_url().as_str(), "https://example.org/a?b");
    let base = "https://example.org/";
    let text = |length: usize| format!("{base}{}", "é".repeat(length - base.len()));
    assert!(ANY.url(&text(MAX_URL_CHARS)).is_ok());
    assert_eq!(refused(&text(MAX_URL_CHARS + 1)), UrlRefusal::TooLong);
}

#[test]
fn debug_shows_no_path_and_no_query() {
    let url = ANY
        .url("https://example.org/a-secret?token=a-secret")
        .unwrap();
    assert_eq!(format!("{url:?}"), "PublicUrl(https://example.org/…)");
}
