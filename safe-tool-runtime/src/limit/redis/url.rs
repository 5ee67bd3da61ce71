//! The URL of a Redis: of one server, of a cluster, or of the sentinels of a master.

use redis::{ConnectionInfo, IntoConnectionInfo};

use super::RedisSetupError;

/// What a URL names.
pub(super) struct Address {
    pub(super) topology: Topology,
    /// At least one.
    pub(super) nodes: Vec<ConnectionInfo>,
}

pub(super) enum Topology {
    Single,
    #[cfg(feature = "redis-cluster")]
    Cluster,
    #[cfg(feature = "redis-sentinel")]
    Sentinel {
        service: String,
        /// How to log in to the servers that the sentinels name.
        servers: redis::sentinel::SentinelNodeConnectionInfo,
    },
}

/// Errors do not repeat the URL: it may hold a password.
pub(super) fn parse(text: &str) -> Result<Address, RedisSetupError> {
    let (scheme, rest) = text.split_once("://").ok_or(RedisSetupError::Url)?;
    if rest.contains('#') {
        // `#insecure` would switch the check of certificates off.
        return Err(RedisSetupError::Url);
    }
    if scheme.starts_with("rediss") && cfg!(not(feature = "redis-tls")) {
        return Err(RedisSetupError::Feature("redis-tls"));
    }
    match scheme {
        "redis" | "rediss" | "redis+unix" | "unix" => Ok(Address {
            topology: Topology::Single,
            nodes: vec![node(text)?],
        }),
        #[cfg(feature = "redis-cluster")]
        "redis-cluster" | "rediss-cluster" => {
            let many = Many::parse(scheme, rest)?;
            // A cluster has one database.
            if !many.path.is_empty() {
                return Err(RedisSetupError::Url);
            }
            let nodes = many.nodes(many.login)?;
            Ok(Address {
                topology: Topology::Cluster,
                nodes,
            })
        }
        #[cfg(feature = "redis-sentinel")]
        "redis-sentinel" | "rediss-sentinel" => sentinels(&Many::parse(scheme, rest)?),
        #[cfg(not(feature = "redis-cluster"))]
        "redis-cluster" | "rediss-cluster" => Err(RedisSetupError::Feature("redis-cluster")),
        #[cfg(not(feature = "redis-sentinel"))]
        "redis-sentinel" | "rediss-sentinel" => Err(RedisSetupError::Feature("redis-sentinel")),
        _ => Err(RedisSetupError::Url),
    }
}

fn node(url: &str) -> Result<ConnectionInfo, RedisSetupError> {
    url.into_connection_info().map_err(|_| RedisSetupError::Url)
}

/// `[login@]host:port,host:port[/path]`
#[cfg(any(feature = "redis-cluster", feature = "redis-sentinel"))]
struct Many<'a> {
    /// `redis` or `rediss`.
    scheme: &'a str,
    login: Option<&'a str>,
    hosts: &'a str,
    path: &'a str,
}

#[cfg(any(feature = "redis-cluster", feature = "redis-sentinel"))]
impl<'a> Many<'a> {
    fn parse(scheme: &'a str, rest: &'a str) -> Result<Self, RedisSetupError> {
        let (scheme, _) = scheme.split_once('-').ok_or(RedisSetupError::Url)?;
        let (login, rest) = match rest.rsplit_once('@') {
            Some((login, rest)) => (Some(login), rest),
            None => (None, rest),
        };
        let (hosts, path) = rest.split_once('/').unwrap_or((rest, ""));
        Ok(Self {
            scheme,
            login,
            hosts,
            path,
        })
    }

    /// One URL for each host, read by the client itself.
    fn nodes(&self, login: Option<&str>) -> Result<Vec<ConnectionInfo>, RedisSetupError> {
        let hosts = self.hosts.split(',');
        hosts
            .map(|host| match login {
                Some(login) => node(&format!("{}://{login}@{host}", self.scheme)),
                None => node(&format!("{}://{host}", self.scheme)),
            })
            .collect()
    }
}

/// `[login@]sentinel:port,sentinel:port/service[/db]`; the login is to the servers.
#[cfg(feature = "redis-sentinel")]
fn sentinels(many: &Many<'_>) -> Result<Address, RedisSetupError> {
    use redis::sentinel::SentinelNodeConnectionInfo;

    let (service, db) = many.path.split_once('/').unwrap_or((many.path, ""));
    if service.is_empty() {
        return Err(RedisSetupError::Url);
    }
    // The login and the number of the database, read by the client itself.
    let login = many
        .login
        .map(|login| format!("{login}@"))
        .unwrap_or_default();
    let server = node(&format!("redis://{login}server/{db}"))?;
    let mut servers = SentinelNodeConnectionInfo::default()
        .set_redis_connection_info(server.redis_settings().clone());
    if many.scheme == "rediss" {
        servers = servers.set_tls_mode(redis::TlsMode::Secure);
    }
    Ok(Address {
        topology: Topology::Sentinel {
            service: service.to_owned(),
            servers,
        },
        nodes: many.nodes(None)?,
    })
}
