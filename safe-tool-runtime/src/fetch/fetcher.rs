//! A client that goes nowhere but to public addresses.

use std::{error::Error, sync::Arc, time::Duration};

use reqwest::{
    Client, Response, StatusCode,
    dns::Resolve,
    header::{CONTENT_TYPE, LOCATION},
    redirect::Policy,
};

use super::{FetchError, NotPublic, PublicResolver};
use crate::public_url::PublicUrl;

/// How many redirects are followed: what browsers follow is 20, what pages need is fewer.
const MAX_REDIRECTS: usize = 5;

/// Fetches [`PublicUrl`]s. Cheap to clone; make one, and keep it.
///
/// No proxy is used: it would do the resolving. No cookies are kept, and none of the
/// environment's settings counts.
#[derive(Clone, Debug)]
pub struct Fetcher {
    client: Client,
    timeout: Duration,
    max_bytes: usize,
}

/// The conditions of a [`Fetcher`].
#[derive(Clone)]
#[must_use = "nothing is made until `build`"]
pub struct FetcherBuilder {
    resolver: PublicResolver,
    timeout: Duration,
    max_bytes: usize,
}

/// What was fetched.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fetched {
    /// Of the last answer. Not necessarily a success.
    pub status: StatusCode,
    /// What the server says the body is.
    pub content_type: Option<String>,
    /// The body, decoded.
    pub body: Vec<u8>,
    /// Where it came from in the end.
    pub url: PublicUrl,
}

impl Fetcher {
    /// With 10 seconds for a page, and 1 MiB.
    ///
    /// # Errors
    ///
    /// [`FetchError::Client`].
    pub fn new() -> Result<Self, FetchError> {
        Self::builder().build()
    }

    /// With other conditions.
    pub fn builder() -> FetcherBuilder {
        FetcherBuilder {
            resolver: PublicResolver::new(),
            timeout: Duration::from_secs(10),
            max_bytes: 1 << 20,
        }
    }

    /// Fetches a page, through its redirects.
    ///
    /// # Errors
    ///
    /// See [`FetchError`]. An answer such as 404 is none.
    pub async fn get(&self, url: &PublicUrl) -> Result<Fetched, FetchError> {
        let limit = self.timeout;
        let fetched = tokio::time::timeout(limit, self.follow(url)).await;
        fetched.unwrap_or(Err(FetchError::TimedOut { limit }))
    }

    async fn follow(&self, url: &PublicUrl) -> Result<Fetched, FetchError> {
        let mut url = url.clone();
        for _ in 0..=MAX_REDIRECTS {
            let asked = self.client.get(url.unprotected_url().clone()).send().await;
            let answer = asked.map_err(|error| self.failed(error))?;
            if !is_redirect(answer.status()) {
                return self.read(answer, url).await;
            }
            let location = answer.headers().get(LOCATION);
            let location = location.and_then(|location| location.to_str().ok());
            let location = location.ok_or(FetchError::Nowhere)?;
            url = url.redirected(location).map_err(FetchError::Redirect)?;
        }
        Err(FetchError::TooManyRedirects {
            limit: MAX_REDIRECTS,
        })
    }

    async fn read(&self, mut answer: Response, url: PublicUrl) -> Result<Fetched, FetchError> {
        let limit = self.max_bytes;
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|error| self.failed(error))? {
            if chunk.len() > limit - body.len() {
                return Err(FetchError::TooLarge { limit });
            }
            body.extend_from_slice(&chunk);
        }
        let content_type = answer.headers().get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        Ok(Fetched {
            status: answer.status(),
            content_type: content_type.map(str::to_owned),
            body,
            url,
        })
    }

    fn failed(&self, error: reqwest::Error) -> FetchError {
        if error.is_timeout() {
            return FetchError::TimedOut {
                limit: self.timeout,
            };
        }
        let mut cause: Option<&dyn Error> = Some(&error);
        while let Some(one) = cause {
            if one.is::<NotPublic>() {
                return FetchError::NotPublic;
            }
            cause = one.source();
        }
        // Its text would name the URL.
        FetchError::Failed(error.without_url())
    }
}

impl FetcherBuilder {
    /// How long a page may take, its redirects included.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How many bytes a page may have, decoded.
    pub fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Asks this resolver in place of the system. Of its answers too, only public addresses
    /// count.
    pub fn resolver(mut self, inner: impl Resolve + 'static) -> Self {
        self.resolver = PublicResolver::over(inner);
        self
    }

    /// The fetcher.
    ///
    /// # Errors
    ///
    /// [`FetchError::Client`].
    pub fn build(self) -> Result<Fetcher, FetchError> {
        let client = Client::builder()
            .dns_resolver(Arc::new(self.resolver))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(self.timeout)
            .timeout(self.timeout)
            .build()
            .map_err(FetchError::Client)?;
        Ok(Fetcher {
            client,
            timeout: self.timeout,
            max_bytes: self.max_bytes,
        })
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}
