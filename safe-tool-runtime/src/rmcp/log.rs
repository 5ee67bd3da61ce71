//! What rmcp logs, without what is in the messages.

use tracing::{Level, Metadata};

/// Whether an event holds no part of a message: for a `tracing` subscriber's filter.
///
/// rmcp logs whole requests and results at `debug` and `trace`, notifications at `info`, and
/// the errors of handlers at `warn`: arguments with their secrets, text that has not been
/// redacted. Of rmcp's events, all at those two levels are left out, and those that carry one
/// of these; everything else passes.
///
/// ```
/// use safe_tool_runtime::rmcp::holds_no_message;
/// use tracing_subscriber::{Layer as _, filter::filter_fn, layer::SubscriberExt as _};
///
/// let log = tracing_subscriber::fmt::layer().with_filter(filter_fn(holds_no_message));
/// let subscriber = tracing_subscriber::registry().with(log);
/// # let _ = subscriber;
/// ```
#[must_use]
pub fn holds_no_message(event: &Metadata<'_>) -> bool {
    let target = event.target();
    if target != "rmcp" && !target.starts_with("rmcp::") {
        return true;
    }
    let has = |field| event.fields().field(field).is_some();
    // Of a request that failed, rmcp logs the id and the error.
    let carries = has("notification") || has("peer_info") || has("id") && has("error");
    *event.level() <= Level::INFO && !carries
}
