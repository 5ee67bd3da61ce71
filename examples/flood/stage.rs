//! Redis and the instances, and what happens to them.

use std::{error::Error, time::Duration};

use tokio::time::sleep;

use crate::{
    build,
    instance::Instance,
    plan::{ABSENCE, Event, INSTANCES, VICTIM},
    record::Record,
    redis::Redis,
};

pub struct Stage {
    redis: Redis,
    pub instances: Vec<Instance>,
    pub outages: Vec<Outage>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Redis,
    Instance(usize),
}

/// A time without one of them.
pub struct Outage {
    pub who: Actor,
    pub from: Duration,
    pub to: Duration,
}

impl Stage {
    /// # Errors
    /// Something cannot be built or started.
    pub async fn set() -> Result<Self, Box<dyn Error>> {
        let redis = Redis::start().await?;
        let program = build::cluster_server()?;
        let mut instances = Vec::new();
        for _ in 0..INSTANCES {
            instances.push(Instance::start(program.clone(), redis.url()).await?);
        }
        Ok(Self {
            redis,
            instances,
            outages: Vec::new(),
        })
    }

    /// # Errors
    /// What is to end does not, or what is to start.
    pub async fn happen(&mut self, event: Event, record: &Record) -> Result<(), Box<dyn Error>> {
        match event {
            Event::Nothing => {}
            Event::RedisKilled => {
                self.redis.kill().await?;
                self.gone(Actor::Redis, record);
            }
            Event::RedisStarted => {
                self.redis.restart().await?;
                self.back(record);
            }
            Event::InstanceRestarted => {
                self.instances[VICTIM].kill().await?;
                self.gone(Actor::Instance(VICTIM), record);
                sleep(ABSENCE).await;
                self.instances[VICTIM].restart().await?;
                self.back(record);
            }
        }
        Ok(())
    }

    fn gone(&mut self, who: Actor, record: &Record) {
        let from = record.now();
        let to = Duration::MAX;
        self.outages.push(Outage { who, from, to });
    }

    fn back(&mut self, record: &Record) {
        if let Some(outage) = self.outages.last_mut() {
            outage.to = record.now();
        }
    }
}
