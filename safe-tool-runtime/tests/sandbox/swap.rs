//! What keeps changing its place while others use it. Linux exchanges two names at once.

#![cfg(target_os = "linux")]

use std::path::Path;
use std::sync::{Barrier, mpsc};
use std::thread;

use rustix::fs::{CWD, RenameFlags, renameat_with};

/// Runs `read` twenty thousand times while two names beneath `folder` keep
/// changing places, atomically: neither is ever absent.
pub(crate) fn while_swapping(folder: &Path, one: &str, other: &str, mut read: impl FnMut()) {
    let (one, other) = (&folder.join(one), &folder.join(other));
    let swapping = Barrier::new(2);
    // Dropped by the reader when it is done, or when it panics.
    let (reading, stop) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let swapping = &swapping;
        scope.spawn(move || {
            swapping.wait();
            while stop.try_recv() == Err(mpsc::TryRecvError::Empty) {
                renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).unwrap();
            }
        });
        let _reading = reading;
        swapping.wait();
        for _ in 0..20_000 {
            read();
        }
    });
}
