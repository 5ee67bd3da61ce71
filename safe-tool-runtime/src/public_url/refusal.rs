//! Why a text was refused as a URL.

use super::MAX_URL_CHARS;

/// The rule that a URL broke.
///
/// `Display` tells the caller what to change, as the predicate of a sentence about the URL.
/// It never contains the URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum UrlRefusal {
    /// The text is longer than [`MAX_URL_CHARS`].
    #[error("must be at most {MAX_URL_CHARS} characters long")]
    TooLong,
    /// White space, a control character, an invisible one or a backslash, which parsers take
    /// differently.
    #[error("must not contain spaces, control or invisible characters, or backslashes")]
    Characters,
    /// The scheme is not allowed, or not written out with its `://`.
    #[error("must begin with {}", Schemes(.0))]
    Scheme(&'static [&'static str]),
    /// It is no URL.
    #[error("must be a valid URL, such as https://example.org/page")]
    Invalid,
    /// A user name or a password.
    #[error("must not contain a user name or password before the host")]
    Credentials,
    /// The host is not on the list.
    #[error("must name one of the hosts that this tool may fetch from")]
    Host,
    /// The host is a name without a dot, or with one at its end.
    #[error("must name a public host, such as example.org, without a dot at its end")]
    LocalName,
    /// The host is an address, and not a public one.
    #[error("must not name a private, local or reserved address")]
    Address,
    /// The port is not allowed.
    #[error("must not name a port other than those that this tool may use")]
    Port,
}

struct Schemes<'a>(&'a [&'static str]);

impl std::fmt::Display for Schemes<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, scheme) in self.0.iter().enumerate() {
            let or = if index == 0 { "" } else { " or " };
            write!(f, "{or}{scheme}://")?;
        }
        Ok(())
    }
}
