//! The gate before the parser: it takes what serde_json takes, within its budget, and says
//! the same however the message comes in pieces.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test says what went wrong by panicking, and has no public interface"
)]

mod agreement;
mod answers;
mod budget;
mod corpus;
mod duplicates;
mod envelope;
mod recovery;

use safe_tool_runtime::wire::{Budget, Envelope, Refusal, Scanner};

/// The verdict on a message that comes whole.
pub fn scan(message: &[u8], budget: Budget) -> Result<Envelope, Refusal> {
    scan_pieces(&[message], budget)
}

pub fn scan_pieces(pieces: &[&[u8]], budget: Budget) -> Result<Envelope, Refusal> {
    let mut scanner = Scanner::new(budget);
    for piece in pieces {
        scanner.feed(piece);
    }
    scanner.finish()
}

/// The verdict, which must be the same for each cut in two, and byte by byte.
pub fn scan_cut(message: &[u8], budget: Budget) -> Result<Envelope, Refusal> {
    let whole = scan(message, budget);
    for at in 0..=message.len() {
        let (before, after) = message.split_at(at);
        let cut = scan_pieces(&[before, after], budget);
        assert_eq!(
            cut,
            whole,
            "{:?} cut at {at}",
            message.escape_ascii().to_string()
        );
    }
    let bytes: Vec<&[u8]> = message.chunks(1).collect();
    assert_eq!(
        scan_pieces(&bytes, budget),
        whole,
        "{:?}",
        message.escape_ascii().to_string()
    );
    whole
}
