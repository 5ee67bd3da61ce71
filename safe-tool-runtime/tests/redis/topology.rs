//! A cluster, the sentinels of a master, and TLS. What is not built is not tested: `cargo
//! test --all-features` is.

#[cfg(feature = "redis-cluster")]
mod cluster;
#[cfg(feature = "redis-sentinel")]
mod sentinel;
#[cfg(feature = "redis-tls")]
mod tls;

/// A port that was free just now.
#[cfg(any(
    feature = "redis-cluster",
    feature = "redis-sentinel",
    feature = "redis-tls"
))]
fn port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
