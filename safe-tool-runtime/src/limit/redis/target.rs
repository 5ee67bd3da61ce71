//! Where Redis is, by URL, and how to connect to it.

use redis::aio::{ConnectionLike as _, MultiplexedConnection};
use redis::{AsyncConnectionConfig, Client, Cmd, RedisResult, Value};

use super::url::{Address, Topology};
use super::{RedisSetupError, url};

/// Checks that wait to be written. More wait outside, in no worse a place; fewer would
/// make smaller batches.
const QUEUE: usize = 1024;

/// What to connect to.
pub(super) enum Target {
    Single(Box<Client>),
    #[cfg(feature = "redis-sentinel")]
    Sentinel {
        sentinels: Vec<redis::ConnectionInfo>,
        service: String,
        servers: redis::sentinel::SentinelNodeConnectionInfo,
    },
    #[cfg(feature = "redis-cluster")]
    Cluster(Box<redis::cluster::ClusterClient>),
}

impl Target {
    /// Reads a URL; see [`RedisLimiter::builder`](super::RedisLimiter::builder) for the
    /// forms. Nothing is sent yet.
    pub(super) fn parse(text: &str) -> Result<Self, RedisSetupError> {
        let Address { topology, nodes } = url::parse(text)?;
        #[cfg(feature = "redis-tls")]
        provide_cryptography();
        match topology {
            Topology::Single => {
                let node = nodes.into_iter().next().ok_or(RedisSetupError::Url)?;
                let client = Client::open(node).map_err(|_| RedisSetupError::Url)?;
                Ok(Self::Single(Box::new(client)))
            }
            #[cfg(feature = "redis-sentinel")]
            Topology::Sentinel { service, servers } => Ok(Self::Sentinel {
                sentinels: nodes,
                service,
                servers,
            }),
            #[cfg(feature = "redis-cluster")]
            Topology::Cluster => {
                use super::link::ATTEMPT;

                let client = redis::cluster::ClusterClient::builder(nodes)
                    .connection_timeout(ATTEMPT)
                    // The deadline of a check is kept outside. This one keeps a node
                    // that went silent from being waited for by the connection itself.
                    .response_timeout(ATTEMPT)
                    // A move of slots takes one retry; what takes more is an outage.
                    .retries(3)
                    .min_retry_wait(5)
                    .max_retry_wait(20)
                    .build()
                    .map_err(|_| RedisSetupError::Url)?;
                Ok(Self::Cluster(Box::new(client)))
            }
        }
    }

    /// Makes a new connection. With Sentinel the master is asked for every time, so a
    /// failover is followed by connecting again.
    pub(super) async fn connect(&self) -> RedisResult<Connection> {
        // Neither limit of the client's own: the caller of this has one for the attempt,
        // and each check has its deadline.
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(None)
            .set_response_timeout(None)
            .set_pipeline_buffer_size(QUEUE);
        match self {
            Self::Single(client) => {
                let connection = client.get_multiplexed_async_connection_with_config(&config);
                Ok(Connection::Single(connection.await?))
            }
            #[cfg(feature = "redis-sentinel")]
            Self::Sentinel {
                sentinels,
                service,
                servers,
            } => {
                let mut client = redis::sentinel::SentinelClient::build(
                    sentinels.clone(),
                    service.clone(),
                    Some(servers.clone()),
                    redis::sentinel::SentinelServerType::Master,
                )?;
                let connection = client.get_async_connection_with_config(&config);
                Ok(Connection::Single(connection.await?))
            }
            #[cfg(feature = "redis-cluster")]
            Self::Cluster(client) => {
                let connection = client.get_async_connection().await?;
                Ok(Connection::Cluster(connection))
            }
        }
    }
}

/// A connection that any number of checks use at once. Clones are the same connection.
#[derive(Clone)]
pub(super) enum Connection {
    Single(MultiplexedConnection),
    #[cfg(feature = "redis-cluster")]
    Cluster(redis::cluster_async::ClusterConnection),
}

impl Connection {
    /// Whether it makes the connections it lost again by itself.
    pub(super) fn mends_itself(&self) -> bool {
        !matches!(self, Self::Single(_))
    }

    /// The trait boxes the client's future. In place it would make a check's larger than
    /// what allocators keep at hand (1 KiB), and checks slower by a quarter.
    pub(super) async fn send(&mut self, command: &Cmd) -> RedisResult<Value> {
        match self {
            Self::Single(connection) => connection.req_packed_command(command),
            #[cfg(feature = "redis-cluster")]
            Self::Cluster(connection) => connection.req_packed_command(command),
        }
        .await
        // An error of the server's comes as a value.
        .and_then(Value::extract_error)
    }
}

/// Without one, and with the features of several switched on by other crates, rustls
/// would panic rather than choose.
#[cfg(feature = "redis-tls")]
fn provide_cryptography() {
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // Fails if another thread was faster, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
}
