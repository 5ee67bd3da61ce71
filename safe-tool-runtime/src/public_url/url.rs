//! A URL that keeps its field's rules.

use std::fmt;

use ::url::Url;

use super::{UrlRefusal, UrlRules};

/// A URL whose scheme, host and port its field allows.
///
/// It is not a string, and not a [`Url`]: it has no `Display`, `AsRef<str>` or `Deref`, so
/// that it is fetched by what looks at the address that the name resolves to, and at every
/// redirect. `Debug` shows no path and no query, which may hold a token.
///
/// ```compile_fail,E0277
/// # use safe_tool_runtime::public_url::PublicUrl;
/// fn fetch(url: &PublicUrl) -> String {
///     format!("{url}") // hand it to a `Fetcher`
/// }
/// ```
#[derive(Clone)]
pub struct PublicUrl {
    url: Url,
    rules: &'static UrlRules,
}

impl PublicUrl {
    pub(super) fn checked(url: Url, rules: &'static UrlRules) -> Self {
        Self { url, rules }
    }

    /// Its host: a name in lower case and punycode, or an address.
    #[must_use]
    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// Where a redirect from here leads, by the same rules.
    ///
    /// # Errors
    ///
    /// The first rule that it breaks.
    pub fn redirected(&self, location: &str) -> Result<Self, UrlRefusal> {
        let mut url = self.url.join(location).map_err(|_| UrlRefusal::Invalid)?;
        self.rules.check(&url)?;
        url.set_fragment(None);
        Ok(Self::checked(url, self.rules))
    }

    /// **Leaves the protection**: the URL itself, for what fetches by other means.
    ///
    /// Whoever connects to it resolves its name anew, and follows redirects wherever they
    /// lead. Reviewers find each use with `grep -rn unprotected_url`.
    #[must_use]
    pub fn unprotected_url(&self) -> &Url {
        &self.url
    }
}

/// The scheme and the host.
impl fmt::Debug for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicUrl({}://{}/…)", self.url.scheme(), self.host())
    }
}
