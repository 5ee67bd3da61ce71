//! rmcp's transport: what comes in is judged, and what goes out is counted.

use std::{
    future::poll_fn,
    io,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::Poll,
    time::Duration,
};

use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Either, select},
};
use rmcp::{
    RoleServer,
    model::{
        ClientNotification, ClientRequest, GetExtensions as _, GetMeta as _, JsonRpcMessage,
        ProtocolVersion, ServerResult,
    },
    service::{RxJsonRpcMessage, TxJsonRpcMessage},
    transport::Transport,
};
use tokio::io::{AsyncRead, AsyncWrite};

use super::{incoming::Incoming, open::Open, outgoing::Outgoing, parse};
use crate::{
    guard::Guard,
    limit::Caller,
    rmcp::{
        load::{Load, MESSAGE_LOAD, VALUE_LOAD},
        unread,
    },
    wire::{Answer, Dialect, Envelope, Kind, Refusal},
};

/// How long the last answers may take when the server stops.
const CLOSING: Duration = Duration::from_secs(2);

const INVALID_REQUEST: i32 = -32600;
const STOPPED: i32 = -32004;

pub(super) struct Gate<R, W> {
    guard: Guard,
    incoming: Incoming<R>,
    shared: Arc<Shared<W>>,
    /// A refused message that is being charged. Kept here, since a `receive` may be dropped.
    refusing: Option<BoxFuture<'static, Option<Vec<u8>>>>,
}

struct Shared<W> {
    load: Arc<Load>,
    open: Open,
    outgoing: Outgoing<W>,
    is_modern: AtomicBool,
    /// Whether the client and the server have agreed on a version.
    is_begun: AtomicBool,
}

impl<R, W> Gate<R, W>
where
    R: AsyncRead + Unpin + Send + 'static,
    W: AsyncWrite + Unpin + Send + 'static,
{
    pub(super) fn new(
        guard: Guard,
        load: Arc<Load>,
        incoming: Incoming<R>,
        outgoing: Outgoing<W>,
    ) -> Self {
        Self {
            guard,
            incoming,
            shared: Arc::new(Shared {
                load,
                open: Open::default(),
                outgoing,
                is_modern: AtomicBool::new(false),
                is_begun: AtomicBool::new(false),
            }),
            refusing: None,
        }
    }

    /// Passes an accepted message on, or begins to refuse it.
    fn admit(&mut self, envelope: Envelope) -> Option<RxJsonRpcMessage<RoleServer>> {
        let kind = envelope.kind();
        if kind == Kind::Malformed {
            self.refuse_request(envelope, Answer::malformed());
            return None;
        }
        let line = self.incoming.message();
        let load = MESSAGE_LOAD
            .saturating_add(line.len() as u64)
            .saturating_add(envelope.parts().saturating_mul(VALUE_LOAD));
        match parse::parse(&envelope, line) {
            // rmcp gives up on a client who begins with one.
            Some(_) if kind != Kind::Request && !self.shared.is_begun.load(Ordering::Relaxed) => {
                tracing::debug!("ignoring a message that came before initialize");
            }
            Some(JsonRpcMessage::Request(mut message)) => {
                self.note_version(&message.request);
                let held = self.shared.load.hold(load);
                if self.shared.open.begin(message.id.clone(), held.clone()) {
                    message.request.extensions_mut().insert(held);
                    return Some(JsonRpcMessage::Request(message));
                }
                let words = "the id is that of a request that has no answer yet: use another";
                self.refuse_request(envelope, Answer::error(INVALID_REQUEST, words));
            }
            Some(JsonRpcMessage::Notification(mut message)) => {
                if let ClientNotification::CancelledNotification(cancelled) = &message.notification
                    && let Some(id) = &cancelled.params.request_id
                {
                    // rmcp answers it no more.
                    self.shared.open.end(id);
                }
                let held = self.shared.load.hold(load);
                message.notification.extensions_mut().insert(held);
                return Some(JsonRpcMessage::Notification(message));
            }
            Some(message) => return Some(message),
            None if kind == Kind::Request => {
                let answer = Answer::unknown(&envelope);
                self.refuse_request(envelope, answer);
            }
            // Not answered, whatever is wrong with it.
            None => tracing::debug!("ignoring a notification or response that is malformed"),
        }
        None
    }

    fn note_version(&self, request: &ClientRequest) {
        if self.shared.is_modern.load(Ordering::Relaxed) {
            return;
        }
        let version = request.get_meta().protocol_version();
        if version.is_some_and(|version| version >= ProtocolVersion::V_2026_07_28) {
            self.shared.is_modern.store(true, Ordering::Relaxed);
            self.shared.is_begun.store(true, Ordering::Relaxed);
        }
    }

    fn refuse(&mut self, refusal: Refusal) {
        tracing::debug!(fault = %refusal, place = refusal.place().pointer(), "a message is refused");
        let (guard, dialect) = (self.guard.clone(), self.shared.dialect());
        self.refusing = Some(
            async move { unread::refuse(&guard, Caller::LOCAL, &refusal, dialect).await }.boxed(),
        );
    }

    fn refuse_request(&mut self, envelope: Envelope, answer: Answer<'static>) {
        tracing::debug!(fault = answer.words, "a message is refused");
        let (guard, dialect) = (self.guard.clone(), self.shared.dialect());
        let refused = async move {
            let caller = Caller::LOCAL;
            Some(unread::refuse_request(&guard, caller, &envelope, answer, dialect).await)
        };
        self.refusing = Some(refused.boxed());
    }

    /// Answers what is being refused, if anything is.
    async fn finish_refusing(&mut self) {
        let Some(refusing) = &mut self.refusing else {
            return;
        };
        let answer = refusing.await;
        self.refusing = None;
        if let Some(answer) = answer {
            let shared = Arc::clone(&self.shared);
            shared.outgoing.push(answer);
            // An answer that is not read must not keep this from being dropped.
            tokio::spawn(async move { shared.outgoing.flush().await });
        }
    }
}

/// Lets rmcp take the answers that are ready before the next message: it has no order of its
/// own, and answers that wait for it are counted nowhere.
async fn after_the_answers() {
    let mut is_asked_again = false;
    poll_fn(|cx| {
        if std::mem::replace(&mut is_asked_again, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

impl<R, W> Transport<RoleServer> for Gate<R, W>
where
    R: AsyncRead + Unpin + Send + 'static,
    W: AsyncWrite + Unpin + Send + 'static,
{
    type Error = io::Error;

    fn send(
        &mut self,
        message: TxJsonRpcMessage<RoleServer>,
    ) -> impl Future<Output = io::Result<()>> + Send + 'static {
        let shared = Arc::clone(&self.shared);
        async move { shared.send(message).await }
    }

    async fn receive(&mut self) -> Option<RxJsonRpcMessage<RoleServer>> {
        loop {
            self.finish_refusing().await;
            if self.incoming.has_more() {
                after_the_answers().await;
            }
            if !self.shared.load.room().await {
                return None;
            }
            let verdict = {
                let next = pin!(self.incoming.next());
                let lost = pin!(self.shared.load.lost());
                match select(next, lost).await {
                    Either::Left((verdict, _)) => verdict,
                    Either::Right(((), _)) => return None,
                }
            };
            match verdict {
                Ok(Some(Ok(envelope))) => {
                    if let Some(message) = self.admit(envelope) {
                        return Some(message);
                    }
                }
                Ok(Some(Err(refusal))) => self.refuse(refusal),
                Ok(None) => return None,
                Err(error) => {
                    tracing::error!("the input cannot be read: {error}");
                    return None;
                }
            }
        }
    }

    async fn close(&mut self) -> io::Result<()> {
        for id in self.shared.open.end_all() {
            let answer = Answer::error(STOPPED, "the server stopped before this was answered");
            let id = serde_json::to_string(&id).unwrap_or_default();
            let line = answer.to_error(Some(&id), self.shared.dialect());
            self.shared.outgoing.push(line);
        }
        tokio::time::timeout(CLOSING, self.shared.outgoing.flush_last()).await?
    }
}

impl<W: AsyncWrite + Unpin> Shared<W> {
    async fn send(&self, message: TxJsonRpcMessage<RoleServer>) -> io::Result<()> {
        let id = match &message {
            JsonRpcMessage::Response(response) => {
                if let ServerResult::InitializeResult(result) = &response.result {
                    let is_modern = result.protocol_version >= ProtocolVersion::V_2026_07_28;
                    self.is_modern.store(is_modern, Ordering::Relaxed);
                    self.is_begun.store(true, Ordering::Relaxed);
                }
                Some(response.id.clone())
            }
            JsonRpcMessage::Error(error) => error.id.clone(),
            _ => None,
        };
        let line = serde_json::to_vec(&message)?;
        let held = id.as_ref().map(|id| self.open.end(id));
        if held.as_ref().is_some_and(Option::is_none) {
            // It has its answer.
            return Ok(());
        }
        self.outgoing.push(line);
        drop(held);
        self.outgoing.flush().await
    }

    fn dialect(&self) -> Dialect {
        if self.is_modern.load(Ordering::Relaxed) {
            Dialect::Modern
        } else {
            Dialect::Legacy
        }
    }
}
