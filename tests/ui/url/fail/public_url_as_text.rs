//! A client of any kind would resolve it anew, and follow its redirects.

use safe_tool::PublicUrl;

fn fetch(_: &str) {}

fn tool(url: PublicUrl) {
    let _ = format!("{url}");
    fetch(&url);
    fetch(url.as_ref());
    let _: String = url.into();
}

fn main() {}
