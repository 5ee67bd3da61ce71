//! Names resolved to public addresses alone.

use std::{net::SocketAddr, sync::Arc};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::public_url::is_public;

/// A resolver whose answers are public addresses: others are left out, and a name that has no
/// other is an error. For a `reqwest` client of your own, with [`ClientBuilder::dns_resolver`],
/// whose redirects are then yours to check.
///
/// [`ClientBuilder::dns_resolver`]: reqwest::ClientBuilder::dns_resolver
#[derive(Clone)]
pub struct PublicResolver {
    /// `None`: the system's.
    inner: Option<Arc<dyn Resolve>>,
}

/// The name has no public address.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the host has no public address")]
pub struct NotPublic;

impl PublicResolver {
    /// Asks the system.
    #[must_use]
    pub fn new() -> Self {
        Self { inner: None }
    }

    /// Asks another resolver.
    #[must_use]
    pub fn over(inner: impl Resolve + 'static) -> Self {
        Self {
            inner: Some(Arc::new(inner)),
        }
    }
}

impl Default for PublicResolver {
    fn default() -> Self {
        Self::new()
    }
}

impl Resolve for PublicResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let asked = match &self.inner {
            Some(inner) => inner.resolve(name),
            None => Box::pin(by_system(name)),
        };
        Box::pin(async move {
            let public: Vec<_> = asked.await?.filter(|found| is_public(found.ip())).collect();
            match public.is_empty() {
                true => Err(NotPublic.into()),
                false => Ok(Box::new(public.into_iter()) as Addrs),
            }
        })
    }
}

async fn by_system(name: Name) -> Result<Addrs, Box<dyn std::error::Error + Send + Sync>> {
    // Port 0 stands for the scheme's own.
    let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
    let found: Vec<SocketAddr> = found.collect();
    Ok(Box::new(found.into_iter()))
}
