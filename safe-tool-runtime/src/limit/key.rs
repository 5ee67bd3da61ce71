//! What a bucket is kept for.

use std::fmt;

use super::Caller;

/// What a bucket counts, from the narrowest to the widest.
///
/// As text it is the bucket's name in a shared store, the same in every process and
/// version. No two keys share a name: the tool, which is the only part of free form,
/// comes last.
///
/// ```
/// use safe_tool_runtime::limit::{Caller, RateKey};
///
/// let key = RateKey::CallerTool { caller: Caller::LOCAL, tool: "search" };
/// assert_eq!(key.to_string(), "caller-tool:6c6f63616c0000000000000000000000:search");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateKey<'a> {
    /// One caller's calls of one tool.
    CallerTool {
        /// Who calls.
        caller: Caller,
        /// The tool's name.
        tool: &'a str,
    },
    /// One caller's calls of any tool.
    Caller(Caller),
    /// Everybody's calls of one tool.
    Tool(&'a str),
    /// Everybody's calls of any tool.
    Server,
    /// One caller's HTTP requests, counted before their bodies are read.
    Requests(Caller),
}

impl RateKey<'_> {
    /// Which limit it is, without whose.
    pub(crate) fn limit_name(&self) -> &'static str {
        match self {
            Self::CallerTool { .. } => "caller-tool",
            Self::Caller(_) => "caller",
            Self::Tool(_) => "tool",
            Self::Server => "server",
            Self::Requests(_) => "requests",
        }
    }
}

impl fmt::Display for RateKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CallerTool { caller, tool } => {
                write!(f, "caller-tool:{}:{tool}", caller.to_hex())
            }
            Self::Caller(caller) => write!(f, "caller:{}", caller.to_hex()),
            Self::Tool(tool) => write!(f, "tool:{tool}"),
            Self::Server => f.write_str("server"),
            Self::Requests(caller) => write!(f, "requests:{}", caller.to_hex()),
        }
    }
}
