//! So many calls at once, for so long.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

/// Calls after which a task lets the others run, if it had nothing to wait for.
const TURN: u64 = 64;

/// How hard a subject is driven.
#[derive(Clone, Copy)]
pub struct Load {
    pub in_flight: usize,
    pub time: Duration,
}

impl Load {
    /// Calls a second. Each task makes one call after the other, to keys that are its
    /// own as long as there are enough of them; a call says whether it went as expected.
    pub async fn drive<F>(
        self,
        keys: usize,
        call: impl Fn(usize) -> F + Copy + Send + 'static,
    ) -> f64
    where
        F: Future<Output = bool> + Send,
    {
        let stop = Arc::new(AtomicBool::new(false));
        let started = Instant::now();
        let tasks: Vec<_> = (0..self.in_flight)
            .map(|task| {
                let stop = Arc::clone(&stop);
                let mut own = (task..).step_by(self.in_flight).map(move |key| key % keys);
                tokio::spawn(async move {
                    let mut calls = 0;
                    while !stop.load(Relaxed) {
                        assert!(call(own.next().expect("endless")).await, "a wrong answer");
                        calls += 1;
                        if calls % TURN == 0 {
                            tokio::task::yield_now().await;
                        }
                    }
                    calls
                })
            })
            .collect();
        tokio::time::sleep(self.time).await;
        stop.store(true, Relaxed);
        let mut calls = 0;
        for task in tasks {
            calls += task.await.expect("no panic");
        }
        calls as f64 / started.elapsed().as_secs_f64()
    }
}
