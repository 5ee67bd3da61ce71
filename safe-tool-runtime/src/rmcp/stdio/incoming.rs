//! The way in: bytes, cut into lines and scanned while they come.

use std::{future::poll_fn, io, ops::Range, pin::Pin};

use tokio::io::{AsyncRead, ReadBuf};

use crate::wire::{Budget, Envelope, Progress, Refusal, Scanner};

/// As much as a pipe holds on Linux.
const BUFFER: usize = 64 * 1024;

pub(super) struct Incoming<R> {
    reader: R,
    budget: Budget,
    buffer: Vec<u8>,
    /// What is in the buffer and not looked at.
    rest: Range<usize>,
    /// The line that is being read, once it is longer than what was in the buffer.
    begun: Option<Begun>,
    /// Where the last whole line is.
    message: Message,
    is_over: bool,
}

struct Begun {
    scanner: Scanner,
    progress: Progress,
    bytes: Vec<u8>,
}

enum Message {
    InBuffer(Range<usize>),
    Gathered(Vec<u8>),
}

impl<R: AsyncRead + Unpin> Incoming<R> {
    pub(super) fn new(reader: R, budget: Budget) -> Self {
        Self {
            reader,
            budget,
            buffer: vec![0; BUFFER],
            rest: 0..0,
            begun: None,
            message: Message::InBuffer(0..0),
            is_over: false,
        }
    }

    /// The verdict on the next line that is not blank, or `None` at the end. May be dropped
    /// at any point and called anew: nothing is lost.
    pub(super) async fn next(&mut self) -> io::Result<Option<Result<Envelope, Refusal>>> {
        self.message = Message::InBuffer(0..0);
        loop {
            let rest = self.buffer.get(self.rest.clone()).unwrap_or_default();
            let verdict = match memchr::memchr(b'\n', rest) {
                Some(len) => {
                    let line = self.rest.start..self.rest.start + len;
                    self.rest.start = line.end + 1;
                    self.end_line(line)
                }
                None => {
                    self.begin_line();
                    if self.fill().await? {
                        continue;
                    }
                    if std::mem::replace(&mut self.is_over, true) {
                        return Ok(None);
                    }
                    // A last line without a newline is a line too.
                    self.end_line(0..0)
                }
            };
            if verdict.is_some() {
                return Ok(verdict);
            }
        }
    }

    /// Whether there is something that need not be waited for.
    pub(super) fn has_more(&self) -> bool {
        !self.rest.is_empty()
    }

    /// The bytes of the line that was accepted last.
    pub(super) fn message(&self) -> &[u8] {
        match &self.message {
            Message::InBuffer(line) => self.buffer.get(line.clone()).unwrap_or_default(),
            Message::Gathered(bytes) => bytes,
        }
    }

    /// Takes over what is left in the buffer, which is the beginning of a line.
    fn begin_line(&mut self) {
        let rest = std::mem::replace(&mut self.rest, 0..0);
        let piece = self.buffer.get(rest).unwrap_or_default();
        if piece.is_empty() {
            return;
        }
        let begun = self.begun.get_or_insert_with(|| Begun {
            scanner: Scanner::new(self.budget),
            progress: Progress::Clean,
            bytes: Vec::new(),
        });
        begun.feed(piece);
    }

    /// `None` for a blank line.
    fn end_line(&mut self, line: Range<usize>) -> Option<Result<Envelope, Refusal>> {
        let piece = self.buffer.get(line.clone()).unwrap_or_default();
        let (scanner, message, is_blank) = match self.begun.take() {
            None => {
                let mut scanner = Scanner::new(self.budget);
                scanner.feed(piece);
                let is_blank = piece.trim_ascii().is_empty();
                (scanner, Message::InBuffer(line), is_blank)
            }
            Some(mut begun) => {
                begun.feed(piece);
                let is_clean = begun.progress == Progress::Clean;
                let is_blank = is_clean && begun.bytes.trim_ascii().is_empty();
                (begun.scanner, Message::Gathered(begun.bytes), is_blank)
            }
        };
        if is_blank {
            return None;
        }
        self.message = message;
        Some(scanner.finish())
    }

    /// Whether there is more to read.
    async fn fill(&mut self) -> io::Result<bool> {
        let mut buffer = ReadBuf::new(&mut self.buffer);
        poll_fn(|cx| Pin::new(&mut self.reader).poll_read(cx, &mut buffer)).await?;
        self.rest = 0..buffer.filled().len();
        Ok(self.rest.end > 0)
    }
}

impl Begun {
    /// What is refused is not kept: it is read on for its id only.
    fn feed(&mut self, piece: &[u8]) {
        if self.progress == Progress::Broken {
            return;
        }
        self.progress = self.scanner.feed(piece);
        if self.progress == Progress::Clean {
            self.bytes.extend_from_slice(piece);
        } else {
            self.bytes = Vec::new();
        }
    }
}
