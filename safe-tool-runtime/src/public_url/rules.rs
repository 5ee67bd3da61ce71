//! What a field allows of a URL.

use std::net::IpAddr;

use ::url::{Host, Url};

use super::{PublicUrl, UrlRefusal, address::is_public, host};
use crate::unicode::is_invisible;

/// The longest URL that is looked at: what most servers take, in characters.
pub const MAX_URL_CHARS: usize = 2048;

/// Which URLs may be fetched. Unless something else is said: `https` alone, no host, and the
/// scheme's own port.
///
/// ```
/// use safe_tool_runtime::public_url::UrlRules;
///
/// static DOCS: UrlRules = UrlRules::new().allowed_hosts(&["docs.example.org"]);
///
/// assert!(DOCS.url("https://docs.example.org/page").is_ok());
/// assert!(DOCS.url("https://docs.example.org@evil.example/").is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct UrlRules {
    pub(crate) schemes: &'static [&'static str],
    /// `None`: any.
    pub(crate) hosts: Option<&'static [&'static str]>,
    /// Empty: the scheme's own.
    pub(crate) ports: &'static [u16],
}

impl UrlRules {
    /// No host is allowed yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            schemes: &["https"],
            hosts: Some(&[]),
            ports: &[],
        }
    }

    /// These schemes, in lower case: of `http` and `https`.
    #[must_use]
    pub const fn schemes(mut self, schemes: &'static [&'static str]) -> Self {
        self.schemes = schemes;
        self
    }

    /// These hosts, in lower case and punycode: `docs.example.org`, or `*.example.org` for
    /// all names under it.
    #[must_use]
    pub const fn allowed_hosts(mut self, hosts: &'static [&'static str]) -> Self {
        self.hosts = Some(hosts);
        self
    }

    /// Every host, and every address that is public.
    #[must_use]
    pub const fn any_host(mut self) -> Self {
        self.hosts = None;
        self
    }

    /// These ports, in place of the scheme's own.
    #[must_use]
    pub const fn ports(mut self, ports: &'static [u16]) -> Self {
        self.ports = ports;
        self
    }

    /// A URL that keeps these rules.
    ///
    /// # Errors
    ///
    /// The first rule that it breaks.
    pub fn url(&'static self, text: &str) -> Result<PublicUrl, UrlRefusal> {
        if text.chars().nth(MAX_URL_CHARS).is_some() {
            return Err(UrlRefusal::TooLong);
        }
        // Parsers drop some of these, and take others for slashes: no two alike.
        let differs = |c: char| c.is_control() || c.is_whitespace() || c == '\\' || is_invisible(c);
        if text.contains(differs) {
            return Err(UrlRefusal::Characters);
        }
        let rest = self.schemes.iter().find_map(|scheme| {
            let rest = text.strip_prefix(scheme)?;
            rest.strip_prefix("://")
        });
        let rest = rest.ok_or(UrlRefusal::Scheme(self.schemes))?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(UrlRefusal::Credentials);
        }
        // A third slash would be dropped, and a path become a host.
        if authority.is_empty() {
            return Err(UrlRefusal::Invalid);
        }
        let mut url = Url::parse(text).map_err(|_| UrlRefusal::Invalid)?;
        self.check(&url)?;
        // It is for whoever asked, and never sent.
        url.set_fragment(None);
        Ok(PublicUrl::checked(url, self))
    }

    /// What is asked of a parsed URL: of a caller's, and of one that a server redirects to.
    pub(crate) fn check(&self, url: &Url) -> Result<(), UrlRefusal> {
        if !self.schemes.contains(&url.scheme()) {
            return Err(UrlRefusal::Scheme(self.schemes));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(UrlRefusal::Credentials);
        }
        let host = url.host().ok_or(UrlRefusal::Invalid)?;
        self.check_host(&host)?;
        let allowed = match self.ports {
            // A parsed URL leaves the scheme's own out.
            [] => url.port().is_none(),
            ports => url
                .port_or_known_default()
                .is_some_and(|port| ports.contains(&port)),
        };
        if allowed {
            Ok(())
        } else {
            Err(UrlRefusal::Port)
        }
    }

    fn check_host(&self, host: &Host<&str>) -> Result<(), UrlRefusal> {
        let address = match host {
            Host::Domain(name) => {
                let listed = self.hosts.is_none_or(|hosts| host::is_allowed(name, hosts));
                // A second spelling of every name; and names that mean this network's own.
                if name.ends_with('.') || !name.contains('.') {
                    return Err(UrlRefusal::LocalName);
                }
                return if listed {
                    Ok(())
                } else {
                    Err(UrlRefusal::Host)
                };
            }
            Host::Ipv4(address) => IpAddr::V4(*address),
            Host::Ipv6(address) => IpAddr::V6(*address),
        };
        if !is_public(address) {
            return Err(UrlRefusal::Address);
        }
        match self.hosts {
            None => Ok(()),
            Some(_) => Err(UrlRefusal::Host),
        }
    }
}

impl Default for UrlRules {
    fn default() -> Self {
        Self::new()
    }
}
