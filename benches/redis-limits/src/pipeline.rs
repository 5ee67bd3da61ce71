//! The bucket's script with nothing around it, as `redis-benchmark -P` runs a command: ready
//! bytes on one connection, so many requests at a time, then all their answers.

use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
    path::Path,
    time::Instant,
};

use crate::flood::Load;

pub struct Pipeline {
    socket: UnixStream,
    /// One for each key.
    requests: Vec<Vec<u8>>,
    next: usize,
    out: Vec<u8>,
    back: Box<[u8]>,
}

impl Pipeline {
    pub fn new(socket: &Path, requests: Vec<Vec<u8>>) -> Self {
        Self {
            socket: UnixStream::connect(socket).expect("a connection"),
            requests,
            next: 0,
            out: Vec::new(),
            back: vec![0; 1 << 16].into(),
        }
    }

    pub fn run(&mut self, load: Load) -> f64 {
        let started = Instant::now();
        let mut calls = 0;
        while started.elapsed() < load.time {
            self.send(load.in_flight);
            self.receive(load.in_flight);
            calls += load.in_flight;
        }
        calls as f64 / started.elapsed().as_secs_f64()
    }

    fn send(&mut self, count: usize) {
        self.out.clear();
        for _ in 0..count {
            self.out.extend_from_slice(&self.requests[self.next]);
            self.next = (self.next + 1) % self.requests.len();
        }
        self.socket.write_all(&self.out).expect("a connection");
    }

    /// An answer is a line with a number.
    fn receive(&mut self, mut count: usize) {
        while count > 0 {
            let read = self.socket.read(&mut self.back).expect("a connection");
            let answers = &self.back[..read];
            assert!(read > 0 && !answers.contains(&b'-'), "an error");
            count -= answers.iter().filter(|&&byte| byte == b'\n').count();
        }
    }
}
