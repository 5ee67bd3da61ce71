//! When to stop: on Ctrl-C, or on SIGTERM, which is how an orchestrator says it.

use std::future::pending;

/// Waits for either.
pub(crate) async fn asked() {
    tokio::select! {
        // Where a signal cannot be waited for, its own effect remains: it ends the process.
        Ok(()) = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};

    match signal(SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    pending().await
}
