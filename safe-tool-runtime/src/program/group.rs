//! A process group, of which nothing is left in the end.

use std::io;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// The group that a program leads. Its number is nobody else's as long as the leader has not
/// been reaped, so this must be dropped before that.
pub(super) struct Group(Pid);

impl Group {
    /// The group of a program that was started as its leader.
    pub(super) fn led_by(id: Option<u32>) -> io::Result<Self> {
        id.and_then(|id| i32::try_from(id).ok())
            .and_then(Pid::from_raw)
            .map(Self)
            .ok_or_else(|| io::Error::other("it has no process id"))
    }

    /// Waits for the leader's end, and leaves it to be reaped. Then kills what it left
    /// running, which might hold its output open.
    pub(super) async fn leader_ends(&self) -> io::Result<()> {
        let leader = self.0;
        // A thread's wait and not the runtime's, which reaps; the kill on drop ends it.
        let end = tokio::task::spawn_blocking(move || {
            let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            rustix::io::retry_on_intr(|| waitid(WaitId::Pid(leader), options))
        });
        end.await.map_err(io::Error::other)??;
        self.kill();
        Ok(())
    }

    fn kill(&self) {
        // It fails if there is nobody left.
        let _ = kill_process_group(self.0, Signal::KILL);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}
