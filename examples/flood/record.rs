//! Every call that was made, and figures of any stretch of time.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use crate::plan::CALLERS;

#[derive(Clone, PartialEq, Eq)]
pub enum Outcome {
    Allowed,
    /// By the tool's limit.
    Denied,
    /// By the limit on requests.
    TooMany,
    /// The connection could not be made, or broke.
    Lost,
    /// No answer in time.
    Hung,
    /// An answer that is none of these.
    Wrong(String),
}

pub struct Sample {
    pub caller: usize,
    pub instance: usize,
    /// Times count from the record's beginning.
    pub answered: Duration,
    pub took: Duration,
    pub outcome: Outcome,
}

pub struct Record {
    began: Instant,
    /// In the order of their answers, but for those of the same moment.
    samples: Mutex<Vec<Sample>>,
}

impl Record {
    pub fn new() -> Self {
        Self {
            began: Instant::now(),
            samples: Mutex::default(),
        }
    }

    pub fn now(&self) -> Duration {
        self.began.elapsed()
    }

    pub fn add(&self, sample: Sample) {
        self.samples().push(sample);
    }

    /// Of the calls that were answered from `from` until before `to`.
    pub fn figures(&self, from: Duration, to: Duration) -> Figures {
        let mut figures = Figures::over(from, to);
        for sample in self.samples().iter() {
            if (from..to).contains(&sample.answered) {
                figures.count(sample);
            }
        }
        figures.times.sort_unstable();
        figures
    }

    /// The same of each whole `step` of that time.
    pub fn steps(&self, from: Duration, to: Duration, step: Duration) -> Vec<Figures> {
        let ends = (1..).map(|n| from + step * n).take_while(|&end| end <= to);
        ends.map(|end| self.figures(end - step, end)).collect()
    }

    fn samples(&self) -> MutexGuard<'_, Vec<Sample>> {
        // Each sample is whole, whoever panicked.
        self.samples.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub struct Figures {
    pub from: Duration,
    pub to: Duration,
    /// Of each caller.
    pub allowed: [usize; CALLERS],
    pub denied: usize,
    pub too_many: usize,
    /// The instances that did not take, or not answer, a call.
    pub lost: Vec<usize>,
    pub hung: usize,
    pub wrong: Vec<String>,
    /// Of the calls that were answered, in order.
    times: Vec<Duration>,
}

impl Figures {
    fn over(from: Duration, to: Duration) -> Self {
        Self {
            from,
            to,
            allowed: [0; CALLERS],
            denied: 0,
            too_many: 0,
            lost: Vec::new(),
            hung: 0,
            wrong: Vec::new(),
            times: Vec::new(),
        }
    }

    fn count(&mut self, sample: &Sample) {
        match &sample.outcome {
            Outcome::Allowed => self.allowed[sample.caller] += 1,
            Outcome::Denied => self.denied += 1,
            Outcome::TooMany => self.too_many += 1,
            Outcome::Lost => self.lost.push(sample.instance),
            Outcome::Hung => self.hung += 1,
            Outcome::Wrong(what) => self.wrong.push(what.clone()),
        }
        if !matches!(sample.outcome, Outcome::Lost | Outcome::Hung) {
            self.times.push(sample.took);
        }
    }

    pub fn seconds(&self) -> f64 {
        self.to.saturating_sub(self.from).as_secs_f64()
    }

    pub fn all_allowed(&self) -> usize {
        self.allowed.iter().sum()
    }

    pub fn answered(&self) -> usize {
        self.times.len()
    }

    /// So many in a second.
    pub fn rate(&self, count: usize) -> f64 {
        count as f64 / self.seconds().max(f64::EPSILON)
    }

    /// The time within which this part of the calls was answered.
    pub fn quantile(&self, part: f64) -> Duration {
        let last = self.times.len().saturating_sub(1);
        let index = (last as f64 * part).round() as usize;
        self.times.get(index).copied().unwrap_or_default()
    }
}
