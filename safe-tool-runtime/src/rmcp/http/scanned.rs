//! A request's body that is scanned while it is read.
//!
//! Whoever reads it gets no byte of a message beyond its first fault, and the end of it only
//! once the whole message has been judged. So rmcp checks the headers as ever, before it
//! reads anything, and nothing is kept twice.

use std::{
    error::Error,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_util::future::BoxFuture;
use http_body::{Body, Frame};
use tokio::time::{Instant, Sleep, sleep};

use super::in_flight::InFlight;
use crate::wire::{Budget, Envelope, Progress, Refusal, Scanner};

/// How long the rest of a body is taken in and thrown away once nothing more can be learnt
/// from it. A client that is still sending when the connection closes loses the answer.
const LINGER: Duration = Duration::from_secs(1);

/// How the reading of a body ended.
pub(super) enum Read {
    /// With the message, or with what is wrong in it.
    Whole(Result<Envelope, Refusal>),
    /// More was announced than a message may have, and not sent.
    TooLarge(u64),
    /// The client took too long.
    Slow,
    /// Too much is in flight.
    NoRoom,
    /// The connection broke.
    BrokenOff,
}

/// Decides what becomes of a message, and keeps the answer to one that goes no further.
pub(super) type Judge = Box<dyn FnOnce(Read) -> BoxFuture<'static, Result<(), Refused>> + Send>;

/// What the reader of a refused body sees. The client sees the judge's answer.
#[derive(Debug, thiserror::Error)]
#[error("the message is refused")]
pub(super) struct Refused;

pin_project_lite::pin_project! {
    pub(super) struct Scanned<B> {
        #[pin]
        body: B,
        stage: Stage,
        in_flight: Option<InFlight>,
        budget: Budget,
        read: u64,
        timeout: Duration,
        // Set up once there is something to wait for.
        deadline: Option<Pin<Box<Sleep>>>,
        is_lingering: bool,
    }
}

enum Stage {
    Reading(Box<Scanner>, Judge),
    Judging(BoxFuture<'static, Result<(), Refused>>),
    Over,
}

impl<B> Scanned<B> {
    /// What is read is counted in `in_flight`, if that is given.
    pub(super) fn new(
        body: B,
        budget: Budget,
        timeout: Duration,
        in_flight: Option<InFlight>,
        judge: Judge,
    ) -> Self {
        Self {
            body,
            stage: Stage::Reading(Box::new(Scanner::new(budget)), judge),
            in_flight,
            budget,
            read: 0,
            timeout,
            deadline: None,
            is_lingering: false,
        }
    }
}

/// The next step of a body that is being read.
enum Step {
    /// So much more of a message in which nothing is wrong so far.
    Pass(Bytes),
    Skip,
    End(Read),
}

impl<B> Body for Scanned<B>
where
    B: Body<Data = Bytes>,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    type Data = Bytes;
    type Error = Box<dyn Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        loop {
            match self.as_mut().project().stage {
                Stage::Over => return Poll::Ready(None),
                Stage::Judging(verdict) => {
                    let verdict = std::task::ready!(verdict.as_mut().poll(cx));
                    *self.as_mut().project().stage = Stage::Over;
                    let refused = verdict.err().map(|refused| Err(refused.into()));
                    return Poll::Ready(refused);
                }
                Stage::Reading(..) => match std::task::ready!(self.as_mut().poll_step(cx)) {
                    Step::Pass(data) => return Poll::Ready(Some(Ok(Frame::data(data)))),
                    Step::Skip => {}
                    Step::End(read) => self.as_mut().judge(read),
                },
            }
        }
    }
}

impl<B> Scanned<B>
where
    B: Body<Data = Bytes>,
{
    fn poll_step(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Step> {
        let this = self.project();
        let Stage::Reading(scanner, _) = this.stage else {
            return Poll::Ready(Step::Skip);
        };
        let max = this.budget.max_bytes;
        if this.body.size_hint().lower() > max && !*this.is_lingering {
            linger(this.is_lingering, this.deadline);
        }
        if *this.is_lingering
            && let Some(deadline) = this.deadline
            && deadline.as_mut().poll(cx).is_ready()
        {
            let is_sent = *this.read > max;
            return Poll::Ready(Step::End(match this.body.size_hint().lower() {
                rest if rest > 0 && !is_sent => Read::TooLarge(max),
                _ => finish(scanner),
            }));
        }
        let frame = match this.body.poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => frame,
            Poll::Ready(Some(Err(_))) => return Poll::Ready(Step::End(Read::BrokenOff)),
            Poll::Pending if *this.is_lingering => return Poll::Pending,
            Poll::Ready(None) => return Poll::Ready(Step::End(finish(scanner))),
            Poll::Pending => {
                let timeout = *this.timeout;
                let deadline = this
                    .deadline
                    .get_or_insert_with(|| Box::pin(sleep(timeout)));
                std::task::ready!(deadline.as_mut().poll(cx));
                return Poll::Ready(Step::End(Read::Slow));
            }
        };
        let Ok(data) = frame.into_data() else {
            // Trailers.
            return Poll::Ready(Step::Skip);
        };
        let len = data.len() as u64;
        *this.read = this.read.saturating_add(len);
        let progress = scanner.feed(&data);
        if (*this.read > max || progress == Progress::Broken) && !*this.is_lingering {
            linger(this.is_lingering, this.deadline);
        }
        Poll::Ready(match progress {
            // The rest is read for the id, which the answer needs.
            Progress::Refused | Progress::Broken => Step::Skip,
            Progress::Clean => match this.in_flight {
                Some(in_flight) if !in_flight.grow(len) => Step::End(Read::NoRoom),
                _ => Step::Pass(data),
            },
        })
    }

    fn judge(self: Pin<&mut Self>, read: Read) {
        let stage = self.project().stage;
        if let Stage::Reading(_, judge) = std::mem::replace(stage, Stage::Over) {
            *stage = Stage::Judging(judge(read));
        }
    }
}

/// From now on, the rest is read for so long only.
fn linger(is_lingering: &mut bool, deadline: &mut Option<Pin<Box<Sleep>>>) {
    *is_lingering = true;
    let deadline = deadline.get_or_insert_with(|| Box::pin(sleep(LINGER)));
    deadline.as_mut().reset(Instant::now() + LINGER);
}

/// The scanner's verdict. It is not used after it.
fn finish(scanner: &mut Box<Scanner>) -> Read {
    let scanner = std::mem::replace(&mut **scanner, Scanner::new(Budget::bytes(0)));
    Read::Whole(scanner.finish())
}
