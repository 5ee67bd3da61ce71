//! What a program wrote.

use std::{io, process::ExitStatus};

use tokio::io::{AsyncRead, AsyncReadExt as _};

/// A program that ran to its end.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Output {
    /// How it ended. Not necessarily well.
    pub status: ExitStatus,
    /// What it wrote to standard output, at most as many bytes as were allowed.
    pub stdout: Vec<u8>,
    /// What it wrote to standard error, at most as many bytes as were allowed.
    pub stderr: Vec<u8>,
}

/// Why a stream was not read to its end.
pub(super) enum Unread {
    TooMuch,
    Failed(io::Error),
}

/// The whole stream, of which at most one byte beyond `limit` is read.
pub(super) async fn read(
    stream: Option<impl AsyncRead + Unpin>,
    limit: usize,
) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let Some(stream) = stream else {
        return Ok(bytes);
    };
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let read = stream.take(most).read_to_end(&mut bytes).await;
    match read.map_err(Unread::Failed)? {
        read if read > limit => Err(Unread::TooMuch),
        _ => Ok(bytes),
    }
}
