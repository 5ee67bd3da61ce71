//! An answer on its way out.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt as _, Full, combinators::BoxBody};

use super::in_flight::InFlight;

/// The body of an answer: what its request took is given back once it is sent.
#[derive(Debug)]
pub struct Answered {
    body: BoxBody<Bytes, Infallible>,
    #[expect(dead_code, reason = "its `Drop` counts")]
    in_flight: Option<InFlight>,
}

impl Answered {
    pub(super) fn new(body: BoxBody<Bytes, Infallible>, in_flight: Option<InFlight>) -> Self {
        Self { body, in_flight }
    }

    pub(super) fn refused(body: Full<Bytes>) -> Self {
        Self::new(body.boxed(), None)
    }
}

impl Body for Answered {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
