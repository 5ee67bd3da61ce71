use safe_tool::{PublicUrl, safe_tool};

#[safe_tool]
struct Arguments {
    silent: PublicUrl,
    #[public_url]
    bare: PublicUrl,
    #[public_url(schemes("https"))]
    hostless: PublicUrl,
    #[public_url(any_host, allowed_hosts("example.org"))]
    both: PublicUrl,
    #[public_url(allowed_hosts("*"))]
    star: PublicUrl,
    #[public_url(allowed_hosts("https://example.org", "Example.org", "*.org", "a..b", "10.0.0.1"))]
    hosts: PublicUrl,
    #[public_url(any_host, schemes("ftp"), ports(0, 65_536))]
    others: PublicUrl,
    #[public_url(hosts("example.org"))]
    misspelt: PublicUrl,
    #[public_url(any_host)]
    text: String,
    #[public_url(any_host)]
    #[default("https://example.org")]
    default: PublicUrl,
    #[public_url(any_host)]
    #[max_len(9)]
    length: PublicUrl,
}

fn main() {}
