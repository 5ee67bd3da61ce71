//! A caller's connection to one instance, which it calls at an even pace.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    sync::watch,
    time::{Instant, sleep_until, timeout},
};

use crate::{
    http::{self, Answer, Connection},
    plan::PATIENCE,
    record::{Outcome, Record, Sample},
};

/// Before a server that could not be reached is tried again.
const PAUSE: Duration = Duration::from_millis(100);

pub struct Line {
    pub caller: usize,
    pub instance: usize,
    pub address: SocketAddr,
    /// When its first call is due, as a part of the time between two: lines do not call
    /// all at once.
    pub offset: f64,
    pub record: Arc<Record>,
}

impl Line {
    /// Calls so many times a second, until nobody says how many any more. Calls that a
    /// slow answer has delayed are not made up for.
    pub async fn run(self, mut rate: watch::Receiver<f64>) {
        let request = http::request(&format!("caller-{}", self.caller));
        // So that connecting is not part of the first call.
        let mut connection = Connection::open(self.address).await.ok();
        let mut due = None;
        loop {
            let interval = Duration::try_from_secs_f64(1.0 / *rate.borrow_and_update());
            // At no calls a second the next is never due.
            if let Ok(interval) = interval {
                due.get_or_insert_with(|| Instant::now() + interval.mul_f64(self.offset));
            }
            let at = due.unwrap_or_else(|| Instant::now() + Duration::from_secs(3600));
            tokio::select! {
                () = sleep_until(at) => {}
                changed = rate.changed() => {
                    if changed.is_err() {
                        return;
                    }
                    due = None;
                    continue;
                }
            }
            let outcome = self.call(&mut connection, &request).await;
            let pause = match outcome {
                Outcome::Lost => PAUSE,
                _ => interval.unwrap_or_default(),
            };
            due = Some((at + pause).max(Instant::now()));
        }
    }

    async fn call(&self, connection: &mut Option<Connection>, request: &[u8]) -> Outcome {
        let sent = self.record.now();
        let called = timeout(PATIENCE, async {
            // Taken out: one that is broken, or in the middle of an answer, is not put back.
            let mut open = match connection.take() {
                Some(open) => open,
                None => Connection::open(self.address).await?,
            };
            let answer = open.call(request).await?;
            *connection = Some(open);
            std::io::Result::Ok(answer)
        });
        let outcome = match called.await {
            Ok(Ok(Answer::Allowed)) => Outcome::Allowed,
            Ok(Ok(Answer::Denied)) => Outcome::Denied,
            Ok(Ok(Answer::TooMany)) => Outcome::TooMany,
            Ok(Ok(Answer::Other(what))) => Outcome::Wrong(what),
            Ok(Err(_)) => Outcome::Lost,
            Err(_) => Outcome::Hung,
        };
        let answered = self.record.now();
        self.record.add(Sample {
            caller: self.caller,
            instance: self.instance,
            answered,
            took: answered.saturating_sub(sent),
            outcome: outcome.clone(),
        });
        outcome
    }
}
