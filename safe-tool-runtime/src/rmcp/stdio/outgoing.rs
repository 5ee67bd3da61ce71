//! The way out: whole lines, written by whoever comes first.

use std::{
    future::poll_fn,
    io,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{io::AsyncWrite, sync::Mutex as AsyncMutex};

use crate::rmcp::load::Load;

/// A buffer that has grown beyond this is given back once it is written.
const KEPT_BUFFER: usize = 256 * 1024;

pub(super) struct Outgoing<W> {
    /// Lines that nobody writes yet.
    waiting: Mutex<Vec<u8>>,
    writer: AsyncMutex<Writer<W>>,
    timeout: Duration,
    load: Arc<Load>,
}

struct Writer<W> {
    stream: W,
    bytes: Vec<u8>,
    written: usize,
}

impl<W: AsyncWrite + Unpin> Outgoing<W> {
    pub(super) fn new(stream: W, timeout: Duration, load: Arc<Load>) -> Self {
        Self {
            waiting: Mutex::default(),
            writer: AsyncMutex::new(Writer {
                stream,
                bytes: Vec::new(),
                written: 0,
            }),
            timeout,
            load,
        }
    }

    /// Adds a line, which is written by the next [`flush`](Self::flush).
    pub(super) fn push(&self, mut line: Vec<u8>) {
        line.push(b'\n');
        self.load.add(line.len() as u64);
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
            self.load.lose();
        }
        written
    }

    async fn try_write_all(&self, writer: &mut Writer<W>) -> io::Result<()> {
        if self.load.is_lost() {
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
                self.load.take(len as u64);
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

    fn waiting(&self) -> MutexGuard<'_, Vec<u8>> {
        // Whole lines only are put into it.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
