//! The answer to a message that is refused before it is parsed, as the bytes that go out.

use serde::Serialize;

#[cfg(feature = "rmcp")]
use super::Envelope;
use super::{Fault, Kind, Refusal};

/// `_meta` of a refused call: its kind, as the audit log has it.
pub(crate) const META_REFUSAL: &str = "safe-tool/refusal";

/// `_meta` of a refusal that waiting helps against: whole seconds to wait.
pub(crate) const META_RETRY_AFTER: &str = "safe-tool/retryAfterSecs";

/// JSON-RPC's code for what is not a request.
const INVALID_REQUEST: i32 = -32600;
#[cfg(feature = "rmcp")]
const INVALID_PARAMS: i32 = -32602;

/// What a client expects in an answer, by the version of the protocol.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dialect {
    /// Before 2026-07-28: an id that is not known is `null`.
    #[default]
    Legacy,
    /// From 2026-07-28: it is left out, and a result says that it is complete.
    Modern,
}

impl Dialect {
    /// By the version's name, say `2025-06-18`: versions are dates, and compare as they stand.
    #[must_use]
    pub fn of_version(version: &str) -> Self {
        if version < "2026-07-28" {
            Self::Legacy
        } else {
            Self::Modern
        }
    }
}

/// What is said in place of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<'a> {
    /// JSON-RPC's code, if it is an error.
    pub code: i32,
    /// What the model or the client's author reads. Holds nothing of the message.
    pub words: String,
    /// The kind of refusal, if it is a tool's result: `invalid_arguments`.
    pub kind: &'a str,
    /// Whole seconds to wait, if waiting helps.
    pub retry_after_secs: Option<u64>,
}

impl Refusal {
    /// The answer as JSON, without a newline, or `None` where nothing may be answered:
    /// notifications and responses.
    ///
    /// A fault inside the arguments of a tool call is a result with `isError`, which the
    /// model sees; any other is a JSON-RPC error. Of the message, only its id is in it.
    ///
    /// ```
    /// use safe_tool_runtime::wire::{Budget, Dialect, Scanner};
    ///
    /// let mut scanner = Scanner::new(Budget::bytes(30));
    /// scanner.feed(br#"{"jsonrpc":"2.0","method":"tools/call","id":"a7"}"#);
    /// let refusal = scanner.finish().map(drop).unwrap_err();
    /// let answer = refusal.answer(Dialect::Legacy).ok_or("no answer")?;
    /// assert_eq!(
    ///     String::from_utf8(answer)?,
    ///     r#"{"jsonrpc":"2.0","id":"a7","error":{"code":-32600,"message":"the message is larger than 30 bytes"}}"#,
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn answer(&self, dialect: Dialect) -> Option<Vec<u8>> {
        let answer = if self.is_of_arguments() {
            Answer::arguments(self.fault())
        } else {
            Answer::error(self.fault().code(), self.to_string())
        };
        self.answer_with(&answer, dialect)
    }

    /// The same with other words: where refusing it costs more than the caller has left.
    #[must_use]
    pub fn answer_with(&self, answer: &Answer<'_>, dialect: Dialect) -> Option<Vec<u8>> {
        if !self.is_answered() {
            None
        } else if self.is_of_arguments() {
            Some(answer.to_result(self.envelope().id(), dialect))
        } else {
            Some(answer.to_error(self.envelope().id(), dialect))
        }
    }

    /// Whether it is answered at all. What broke off before its end may have been a
    /// request, whose id came later.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        match self.envelope().kind() {
            Kind::Request | Kind::Malformed => true,
            Kind::Notification => !self.is_read_to_its_end,
            Kind::Response => false,
        }
    }
}

impl Answer<'_> {
    /// A JSON-RPC error.
    #[must_use]
    pub fn error(code: i32, words: impl Into<String>) -> Self {
        Self {
            code,
            words: words.into(),
            kind: "protocol_error",
            retry_after_secs: None,
        }
    }

    /// What is wrong inside the arguments of a tool call.
    fn arguments(fault: Fault) -> Self {
        Self {
            code: fault.code(),
            words: format!(
                "Invalid arguments: {fault}. Nothing was run; correct the call and try again."
            ),
            kind: "invalid_arguments",
            retry_after_secs: None,
        }
    }

    /// A message that is JSON, within the budget, and no request, notification or response.
    #[must_use]
    pub fn malformed() -> Self {
        let words = "the message is no JSON-RPC 2.0 request, notification or response";
        Self::error(INVALID_REQUEST, words)
    }

    /// A message that is JSON, within the budget, and none that the SDK takes.
    #[cfg(feature = "rmcp")]
    pub(crate) fn unknown(envelope: &Envelope) -> Self {
        if envelope.kind() == Kind::Request && envelope.method() == Some("tools/call") {
            let words = "the parameters of tools/call are its `name` and `arguments`, an object";
            Self::error(INVALID_PARAMS, words)
        } else {
            Self::malformed()
        }
    }

    /// It as a JSON-RPC error. The id is JSON: [`Envelope::id`](super::Envelope::id).
    #[must_use]
    pub fn to_error(&self, id: Option<&str>, dialect: Dialect) -> Vec<u8> {
        #[derive(Serialize)]
        struct Error<'a> {
            code: i32,
            message: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            data: Option<Wait>,
        }
        #[derive(Serialize)]
        struct Wait {
            #[serde(rename = "retryAfterSecs")]
            secs: u64,
        }
        let error = Error {
            code: self.code,
            message: &self.words,
            data: self.retry_after_secs.map(|secs| Wait { secs }),
        };
        message(id, dialect, "error", &error)
    }

    /// It as the result of a tool call. The id is JSON.
    #[must_use]
    pub fn to_result(&self, id: Option<&str>, dialect: Dialect) -> Vec<u8> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct CallResult<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            result_type: Option<&'static str>,
            content: [Text<'a>; 1],
            is_error: bool,
            #[serde(rename = "_meta")]
            meta: Meta<'a>,
        }
        #[derive(Serialize)]
        struct Text<'a> {
            r#type: &'static str,
            text: &'a str,
        }
        #[derive(Serialize)]
        struct Meta<'a> {
            #[serde(rename = "safe-tool/refusal")]
            refusal: &'a str,
            #[serde(
                rename = "safe-tool/retryAfterSecs",
                skip_serializing_if = "Option::is_none"
            )]
            retry_after_secs: Option<u64>,
        }
        let result = CallResult {
            result_type: (dialect == Dialect::Modern).then_some("complete"),
            content: [Text {
                r#type: "text",
                text: &self.words,
            }],
            is_error: true,
            meta: Meta {
                refusal: self.kind,
                retry_after_secs: self.retry_after_secs,
            },
        };
        message(id, dialect, "result", &result)
    }
}

/// The id is JSON already: the scanner has checked it, or written it.
fn message(id: Option<&str>, dialect: Dialect, key: &str, body: &impl Serialize) -> Vec<u8> {
    let mut text = br#"{"jsonrpc":"2.0","#.to_vec();
    let id = id.or(match dialect {
        Dialect::Legacy => Some("null"),
        Dialect::Modern => None,
    });
    if let Some(id) = id {
        text.extend_from_slice(br#""id":"#);
        text.extend_from_slice(id.as_bytes());
        text.push(b',');
    }
    text.push(b'"');
    text.extend_from_slice(key.as_bytes());
    text.extend_from_slice(b"\":");
    // Strings and numbers only: it cannot fail, and if it did, half of it would be no JSON.
    let body = serde_json::to_vec(body).unwrap_or_else(|_| b"null".to_vec());
    text.extend_from_slice(&body);
    text.push(b'}');
    text
}
