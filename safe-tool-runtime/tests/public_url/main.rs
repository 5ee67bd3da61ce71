//! URLs as text: what parsers take differently, and addresses however they are written.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod address;
mod host;
mod text;

use safe_tool_runtime::public_url::{UrlRefusal, UrlRules};

static ANY: UrlRules = UrlRules::new().any_host().schemes(&["https", "http"]);

/// Why a text is refused where any host is allowed.
fn refused(text: &str) -> UrlRefusal {
    match ANY.url(text) {
        Ok(url) => panic!("{text} was taken for {}", url.unprotected_url()),
        Err(refusal) => {
            let said = refusal.to_string();
            assert!(!said.contains(text) || text.len() < 12, "{said}");
            refusal
        }
    }
}
