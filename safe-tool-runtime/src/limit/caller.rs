//! Who is calling, without what they proved it with.

use std::fmt;
use std::net::IpAddr;

use sha2::{Digest, Sha256};

/// Who is calling: the first 16 bytes of a SHA-256 digest, never the credential
/// itself. It is the same in every process and version, so that several can
/// share one store.
///
/// The digest is not keyed. Nobody can guess a random token from it, but a weak
/// password or an IPv4 address can be found by trying them all, even from the
/// eight digits that logs show: treat those as pseudonyms, not as anonymous.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Caller([u8; 16]);

impl Caller {
    /// The one caller of a server that speaks to its parent process (stdio).
    pub const LOCAL: Self = Self(*b"local\0\0\0\0\0\0\0\0\0\0\0");

    /// Everyone who cannot be told apart, all as one.
    pub const ANONYMOUS: Self = Self(*b"anonymous\0\0\0\0\0\0\0");

    /// The caller who shows `secret` (a token, an API key) under `scheme`.
    ///
    /// The case of `scheme` does not matter (RFC 9110, section 11.1): otherwise
    /// `Bearer` and `bEARER` would be one caller with two quotas. For the same
    /// reason only a credential that was verified may be used here.
    #[must_use]
    pub fn from_credential(scheme: &str, secret: &[u8]) -> Self {
        let scheme = scheme.to_ascii_lowercase();
        Self::digest("credential", &[scheme.as_bytes(), secret])
    }

    /// The caller at a network address.
    ///
    /// An IPv6 address counts as its /64 network, since one host commonly has
    /// all of that to choose from; an IPv4 address mapped into IPv6 as itself.
    #[must_use]
    pub fn from_address(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self::digest("address", &[&v4.octets()]),
            IpAddr::V6(v6) => {
                let network = v6.to_bits() >> 64;
                Self::digest("address", &[&network.to_be_bytes()])
            }
        }
    }

    /// All who come from a network address, whatever credentials they show. Not
    /// [`from_address`](Self::from_address), the one who shows none.
    #[cfg(feature = "http")]
    pub(crate) fn crowd_at(address: IpAddr) -> Self {
        let one = Self::from_address(address);
        Self::digest("crowd", &[&one.0])
    }

    /// The caller of that name, given by something that knows it to be true: a
    /// verified token's subject, a tenant.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::digest("name", &[name.as_bytes()])
    }

    /// All 32 hexadecimal digits, for the key of a shared store.
    #[must_use]
    pub fn to_hex(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.0))
    }

    /// The first 8 hexadecimal digits: enough to tell callers apart in a log.
    #[must_use]
    pub fn short(&self) -> String {
        format!("{:08x}", u128::from_be_bytes(self.0) >> 96)
    }

    /// The length before each part keeps parts from running into each other,
    /// and the domain keeps a name from being taken for a credential.
    fn digest(domain: &str, parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new_with_prefix("safe-tool caller v1\0");
        for part in [domain.as_bytes()].iter().chain(parts) {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        let digest: [u8; 32] = hasher.finalize().into();
        Self(std::array::from_fn(|i| digest[i]))
    }
}

/// The short form only, so that a logged structure does not hold the key of a
/// shared store.
impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Caller({})", self.short())
    }
}
