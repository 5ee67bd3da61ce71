//! Annotated types with URLs, written by hand.
#![allow(dead_code, reason = "arguments that no tool reads")]

use std::collections::HashMap;

use safe_tool::{PublicUrl, safe_tool};

#[safe_tool]
struct Urls {
    #[public_url(allowed_hosts("docs.example.org", "*.example.com"))]
    page: PublicUrl,
    #[public_url(any_host, schemes("http", "https"), ports(80, 443, 8080))]
    any: Option<PublicUrl>,
    #[max_items(2)]
    #[each(public_url(any_host))]
    list: Vec<PublicUrl>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(public_url(any_host))]
    map: Option<HashMap<String, PublicUrl>>,
    #[public_url(any_host)]
    #[redact]
    token: Option<PublicUrl>,
}

super::subjects! {
    Urls {
        lenient: [],
        open: false,
        r##"{"page": "https://docs.example.org", "list": []}"##,
        r##"{"page": "https://a.b.example.com/x?y#z", "any": "http://1.1.1.1:8080/", "list": ["https://example.org/a", "https://example.net"], "map": {"a": "https://example.org/@"}, "token": "https://example.org/?key"}"##,
    }
}
