//! Standard input and output, or any two streams of lines, with the gate before rmcp's
//! parser.
//!
//! Way in: [`incoming`] cuts and scans the lines, [`parse`] makes messages of them, [`open`]
//! knows which requests have no answer yet. Way out:
//! [`outgoing`]. [`gate`] is rmcp's transport made of these.

mod gate;
mod incoming;
mod open;
mod outgoing;
mod parse;

use std::{sync::Arc, time::Duration};

use rmcp::{
    RoleServer,
    transport::{IntoTransport, StdioReader, StdioWriter, Transport},
};
use tokio::io::{AsyncRead, AsyncWrite};

use crate::{guard::Guard, rmcp::load::Load};

/// How long a client may leave its answers unread.
const WRITE_TIMEOUT: Duration = Duration::from_secs(60);

/// What messages and answers may take beside the largest messages.
const BYTES_IN_FLIGHT: u64 = 4 * 1024 * 1024;

/// Two streams of lines as a transport for [`Guard::serve`]. See [`stdio`].
#[derive(Debug)]
pub struct Lines<R, W> {
    guard: Guard,
    reader: R,
    writer: W,
    write_timeout: Duration,
    max_bytes_in_flight: Option<u64>,
}

/// Standard input and output as a transport, in place of rmcp's `stdio()`.
///
/// Each line is scanned before anything is parsed, within [`Guard::budget`]. What is refused
/// is charged and answered here, and the next line is read. Every request gets one answer:
/// one with the id of another that is still open is refused, and what is open when the
/// server stops is answered as well.
///
/// On Linux, pipes are driven without a blocking thread (rmcp's `stdio_pipes`).
///
/// # Panics
/// On Linux, outside of a Tokio runtime with IO enabled.
pub fn stdio(guard: &Guard) -> Lines<StdioReader, StdioWriter> {
    let (reader, writer) = rmcp::transport::stdio_pipes();
    Lines::new(guard, reader, writer)
}

impl<R, W> Lines<R, W> {
    /// The same protection for another pair of streams: a socket's halves, say.
    pub fn new(guard: &Guard, reader: R, writer: W) -> Self {
        Self {
            guard: guard.clone(),
            reader,
            writer,
            write_timeout: WRITE_TIMEOUT,
            max_bytes_in_flight: None,
        }
    }

    /// Ends the connection of a client that takes none of its answers for so long, in place
    /// of 60 seconds.
    #[must_use]
    pub fn write_timeout(mut self, timeout: Duration) -> Self {
        self.write_timeout = timeout;
        self
    }

    /// Reads nothing more while messages that are worked on and answers that are not read
    /// take so many bytes, in place of 4 MiB and four of the largest messages. A message
    /// counts 16 KiB, its bytes, and 256 for each value and key in it: about what it takes
    /// once it is parsed.
    #[must_use]
    pub fn max_bytes_in_flight(mut self, bytes: u64) -> Self {
        self.max_bytes_in_flight = Some(bytes);
        self
    }
}

/// Tells rmcp that [`Lines`] becomes a transport when it is served: the guard knows its
/// budget only once its tools are protected.
#[derive(Debug)]
#[non_exhaustive]
pub enum Gated {}

impl<R, W> IntoTransport<RoleServer, std::io::Error, Gated> for Lines<R, W>
where
    R: AsyncRead + Unpin + Send + 'static,
    W: AsyncWrite + Unpin + Send + 'static,
{
    fn into_transport(self) -> impl Transport<RoleServer, Error = std::io::Error> + 'static {
        let budget = self.guard.budget();
        let max_load = self
            .max_bytes_in_flight
            .unwrap_or_else(|| BYTES_IN_FLIGHT.saturating_add(budget.max_bytes.saturating_mul(4)));
        let load = Arc::new(Load::new(max_load));
        let incoming = incoming::Incoming::new(self.reader, budget);
        let outgoing = outgoing::Outgoing::new(self.writer, self.write_timeout, Arc::clone(&load));
        gate::Gate::new(self.guard, load, incoming, outgoing)
    }
}
