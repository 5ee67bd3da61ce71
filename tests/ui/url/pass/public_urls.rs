//! Every option of a URL.

use safe_tool::{PublicUrl, safe_tool};

#[safe_tool]
struct Arguments {
    #[public_url(allowed_hosts("docs.example.org", "*.example.com", "xn--bcher-kva.example"))]
    page: PublicUrl,
    #[public_url(any_host, schemes("http", "https"), ports(80, 443, 8443),)]
    any: Option<safe_tool::PublicUrl>,
    #[max_items(3)]
    #[each(public_url(any_host))]
    several: Vec<PublicUrl>,
}

fn used(args: &Arguments) -> (&str, &str) {
    (args.page.host(), args.several[0].unprotected_url().as_str())
}

fn main() {
    let _ = used;
}
