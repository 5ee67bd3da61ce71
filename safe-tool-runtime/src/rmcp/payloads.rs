//! What rmcp's own log would tell.

use tracing::{Level, Metadata};

/// Keeps what rmcp logs below `INFO` out of a log: whole requests and results are among it,
/// with every secret in them. All of it goes, since which events hold a message is no promise
/// of rmcp's; and of what it says above, whole notifications, what a client says of itself, and
/// the errors of handlers. For `tracing_subscriber::filter::filter_fn`, over whatever `RUST_LOG` says:
///
/// ```
/// use safe_tool_runtime::rmcp::without_payloads;
/// use tracing_subscriber::{filter::filter_fn, layer::SubscriberExt as _};
///
/// let subscriber = tracing_subscriber::fmt()
///     .finish()
///     .with(filter_fn(without_payloads));
/// # let _ = subscriber;
/// ```
#[must_use]
pub fn without_payloads(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    let of_rmcp = target == "rmcp" || target.starts_with("rmcp::");
    let has = |field| metadata.fields().field(field).is_some();
    // Of a request that failed, rmcp logs the id and the error.
    let carries = has("notification") || has("peer_info") || has("id") && has("error");
    // `Level` orders by how much is said: TRACE is the greatest.
    !of_rmcp || *metadata.level() <= Level::INFO && !carries
}
