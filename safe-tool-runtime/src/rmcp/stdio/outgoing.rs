//! The way out: whole lines, written by whoever comes first, and the count of all that is
//! in flight.

use std::{
    future::poll_fn,
    io,
    pin::Pin,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::AsyncWrite,
    sync::{Mutex as AsyncMutex, Notify},
};

/// A buffer that has grown beyond this is given back once it is written.
const KEPT_BUFFER: usize = 256 * 1024;

pub(super) struct Outgoing<W> {
    /// Lines that nobody writes yet.
    waiting: Mutex<Vec<u8>>,
    writer: AsyncMutex<Writer<W>>,
    timeout: Duration,
    /// Bytes of open requests and of lines that are not written.
    load: AtomicU64,
    max_load: u64,
    /// Told when the load falls, and when the connection is lost.
    changed: Notify,
    is_lost: AtomicBool,
}

struct Writer<W> {
    stream: W,
    bytes: Vec<u8>,
    written: usize,
}

impl<W: AsyncWrite + Unpin> Outgoing<W> {
    pub(super) fn new(stream: W, timeout: Duration, max_load: u64) -> Self {
        Self {
            waiting: Mutex::default(),
            writer: AsyncMutex::new(Writer {
                stream,
                bytes: Vec::new(),
                written: 0,
            }),
            timeout,
            load: AtomicU64::new(0),
            max_load,
            changed: Notify::new(),
            is_lost: AtomicBool::new(false),
        }
    }

    /// Adds a line, which is written by the next [`flush`](Self::flush).
    pub(super) fn push(&self, mut line: Vec<u8>) {
        line.push(b'\n');
        self.add_load(line.len() as u64);
        let mut waiting = self.waiting();
        if waiting.is_empty() {
            *waiting = line;
        } else {
            waiting.extend_from_slice(&line);
        }
    }

    /// Writes what waits, unless somebody is at it: then they write this as well.
    ///
    /// # Errors
    /// The client is gone, or takes nothing for too long. So is the connection, then.
    pub(super) async fn flush(&self) -> io::Result<()> {
        loop {
            let Ok(mut writer) = self.writer.try_lock() else {
                return Ok(());
            };
            self.write_all(&mut writer).await?;
            drop(writer);
            // What came after the last look and before the lock was given back.
            if self.waiting().is_empty() {
                return Ok(());
            }
        }
    }

    /// The same, and waits for whoever is at it.
    pub(super) async fn flush_last(&self) -> io::Result<()> {
        let mut writer = self.writer.lock().await;
        self.write_all(&mut writer).await
    }

    async fn write_all(&self, writer: &mut Writer<W>) -> io::Result<()> {
        let written = self.try_write_all(writer).await;
        if written.is_err() {
            self.is_lost.store(true, Ordering::Release);
            self.changed.notify_one();
        }
        written
    }

    async fn try_write_all(&self, writer: &mut Writer<W>) -> io::Result<()> {
        if self.is_lost.load(Ordering::Acquire) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        loop {
            while let Some(rest) = writer.bytes.get(writer.written..).filter(|r| !r.is_empty()) {
                let stream = &mut writer.stream;
                let write = poll_fn(|cx| Pin::new(&mut *stream).poll_write(cx, rest));
                let len = tokio::time::timeout(self.timeout, write).await??;
                if len == 0 {
                    return Err(io::ErrorKind::WriteZero.into());
                }
                writer.written += len;
                self.take_load(len as u64);
            }
            writer.written = 0;
            writer.bytes.clear();
            if writer.bytes.capacity() > KEPT_BUFFER {
                writer.bytes = Vec::new();
            }
            std::mem::swap(&mut writer.bytes, &mut *self.waiting());
            if writer.bytes.is_empty() {
                let stream = &mut writer.stream;
                let flush = poll_fn(|cx| Pin::new(&mut *stream).poll_flush(cx));
                return tokio::time::timeout(self.timeout, flush).await?;
            }
        }
    }

    pub(super) fn add_load(&self, bytes: u64) {
        self.load.fetch_add(bytes, Ordering::AcqRel);
    }

    pub(super) fn take_load(&self, bytes: u64) {
        let before = self.load.fetch_sub(bytes, Ordering::AcqRel);
        if before > self.max_load {
            self.changed.notify_one();
        }
    }

    /// Waits until there is room for another message; `false` once the connection is lost.
    pub(super) async fn room(&self) -> bool {
        loop {
            if self.is_lost.load(Ordering::Acquire) {
                return false;
            }
            if self.load.load(Ordering::Acquire) <= self.max_load {
                return true;
            }
            self.changed.notified().await;
        }
    }

    /// Waits until the connection is lost.
    pub(super) async fn lost(&self) {
        while !self.is_lost.load(Ordering::Acquire) {
            self.changed.notified().await;
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<u8>> {
        // Whole lines only are put into it.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
