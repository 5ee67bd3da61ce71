//! The charge that shows whether Redis counts.
//!
//! `PING` would be answered by a server that is full, read-only, or forbids scripts.

use std::time::Duration;

use redis::Value;

use super::Algorithm;
use super::fault::{Failure, Fault};
use super::target::Connection;
use crate::limit::Quota;

/// So fast that no two probes meet: a denial would not show whether Redis takes writes.
const QUOTA: Quota = match Quota::new(1_000, Duration::from_secs(1), 1_000) {
    Some(quota) => quota,
    // Decided by the compiler.
    None => panic!("1000 per second is a quota"),
};

pub(super) struct Probe {
    key: String,
    algorithm: Algorithm,
}

impl Probe {
    /// Of its own key: one under the prefix, as an ACL would have it, for each kind of
    /// value.
    pub(super) fn new(prefix: &str, algorithm: Algorithm) -> Self {
        Self {
            key: format!("{prefix}:{}:probe", algorithm.charge(&QUOTA, 1, 0).kind()),
            algorithm,
        }
    }

    /// Charges one token, with the script that checks use.
    pub(super) async fn run(&self, connection: &mut Connection) -> Result<(), Failure> {
        let charge = self.algorithm.charge(&QUOTA, 1, 0);
        let script = charge.script();
        match script
            .run(connection, &self.key, &charge.arguments())
            .await?
        {
            Value::Int(_) => Ok(()),
            _ => Err(Fault::Senseless.into()),
        }
    }
}
