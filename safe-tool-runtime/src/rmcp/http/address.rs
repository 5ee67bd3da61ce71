//! Where a request comes from: the peer, or whom a trusted proxy names.

use std::net::{IpAddr, SocketAddr};

use http::request::Parts;
use ipnet::IpNet;

use crate::guard::{BuildError, Guard, GuardBuilder};

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The peer's address, for servers that do not run on axum: put it into the HTTP
/// request's extensions. (With the feature `axum`, its `ConnectInfo` serves.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerAddress(pub SocketAddr);

impl GuardBuilder {
    /// Believes `X-Forwarded-For` where these proxies wrote it: addresses or networks,
    /// `"10.0.0.0/8"`. The caller's address is then the last one in it that is none of theirs.
    /// What others write there is theirs to choose, and is not looked at.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use safe_tool_runtime::guard::Guard;
    ///
    /// let guard = Guard::builder().trusted_proxies(["10.0.0.0/8", "::1"]).build()?;
    /// assert!(Guard::builder().trusted_proxies(["10.0.0.0/33"]).build().is_err());
    /// # let _ = guard;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn trusted_proxies<P: AsRef<str>>(mut self, proxies: impl IntoIterator<Item = P>) -> Self {
        for proxy in proxies {
            let proxy = proxy.as_ref();
            let address = proxy.parse::<IpAddr>().map(IpNet::from);
            match address.or_else(|_| proxy.parse()) {
                Ok(network) => self.trusted_proxies.push(network),
                Err(_) => {
                    self.mistake
                        .get_or_insert_with(|| BuildError::Proxy(proxy.to_owned()));
                }
            }
        }
        self
    }
}

/// The address of the client, as far as it is known.
pub(in crate::rmcp) fn client(guard: &Guard, parts: &Parts) -> Option<IpAddr> {
    let mut client = peer(parts)?.ip().to_canonical();
    let lines = parts.headers.get_all(FORWARDED_FOR).iter();
    // What is not text is named by nobody in good order.
    let lines: Vec<&str> = lines.map(|line| line.to_str().unwrap_or("?")).collect();
    let mut hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
    // Each proxy adds whom it got the request from, at the end.
    while guard.trusts(client) {
        match hops.next().map(|hop| address(hop.trim())) {
            Some(Some(hop)) => client = hop.to_canonical(),
            Some(None) | None => break,
        }
    }
    Some(client)
}

/// Some proxies write the port too.
fn address(hop: &str) -> Option<IpAddr> {
    let address = hop.parse().ok();
    address.or_else(|| hop.parse::<SocketAddr>().ok().map(|hop| hop.ip()))
}

fn peer(parts: &Parts) -> Option<SocketAddr> {
    let own = parts.extensions.get::<PeerAddress>();
    own.map(|PeerAddress(address)| *address)
        .or_else(|| axum_address(parts))
}

#[cfg(feature = "axum")]
fn axum_address(parts: &Parts) -> Option<SocketAddr> {
    let info = parts
        .extensions
        .get::<axum::extract::ConnectInfo<SocketAddr>>();
    info.map(|info| info.0)
}

#[cfg(not(feature = "axum"))]
fn axum_address(_: &Parts) -> Option<SocketAddr> {
    None
}
