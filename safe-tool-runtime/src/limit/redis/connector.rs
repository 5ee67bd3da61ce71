//! The task that connects, as often as it takes.

use std::sync::Weak;
use std::time::{Duration, Instant};

use tokio::time::sleep;

use super::link::Link;

/// The first pause between attempts, and the longest. With an attempt it is below two
/// seconds, in which a limiter must be back.
pub(super) const FIRST_PAUSE: Duration = Duration::from_millis(50);
pub(super) const LONGEST_PAUSE: Duration = Duration::from_millis(750);

/// One for a limiter, at most. It ends with the limiter; with its runtime, it leaves the
/// link idle.
pub(super) struct Connector {
    link: Weak<Link>,
    /// Before the first attempt.
    pause: Duration,
    done: bool,
}

impl Connector {
    pub(super) fn new(link: Weak<Link>, pause: Duration) -> Self {
        Self {
            link,
            pause,
            done: false,
        }
    }

    pub(super) async fn run(mut self) {
        let started = Instant::now();
        sleep(jittered(self.pause)).await;
        let mut pause = self.pause.max(FIRST_PAUSE);
        loop {
            let Some(link) = self.link.upgrade() else {
                return;
            };
            match link.attempt().await {
                Ok(connection) => {
                    self.done = true;
                    link.up(connection, started.elapsed());
                    return;
                }
                Err(failure) => link.gave_up(&failure),
            }
            // A limiter that is dropped during the pause is gone at once.
            drop(link);
            sleep(jittered(pause)).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}

impl Drop for Connector {
    fn drop(&mut self) {
        if let (false, Some(link)) = (self.done, self.link.upgrade()) {
            link.idle();
        }
    }
}

/// Between half of `pause` and all of it.
fn jittered(pause: Duration) -> Duration {
    // Without randomness the pause is still a pause.
    let random = getrandom::u32().unwrap_or(u32::MAX);
    pause.mul_f64(0.5 + 0.5 * f64::from(random) / f64::from(u32::MAX))
}
