//! The start-up check: does the handler really serve what `protect` returned?
//!
//! `#[tool_handler]` without `router = …` builds the unprotected router anew for every
//! call. So before serving, the handler is asked for its tools: one that still shows its
//! policy key, or that the guard has never seen, stops the server.

use std::fmt;

use rmcp::{
    RoleServer, ServerHandler,
    model::{PaginatedRequestParams, RequestId, Tool},
    service::{Peer, RequestContext, serve_directly},
};

use crate::{guard::Guard, policy::EXTENSION_KEY};

/// How many pages of tools are asked for. A handler that goes on is not answering.
const MAX_PAGES: usize = 1_000;

/// Why a handler is not safe to serve.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArmingError {
    /// The handler serves the router as it was before `protect`.
    Unprotected(Vec<String>),
    /// The handler serves tools that never went through `protect`.
    Unknown(Vec<String>),
    /// The guard's builder names tools that the handler does not have.
    Misnamed(Vec<String>),
    /// The handler did not list its tools.
    Unlisted(String),
}

impl fmt::Display for ArmingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the server must not start: ")?;
        match self {
            Self::Unprotected(tools) => write!(
                f,
                "it still serves the unprotected router (tools {}): keep what protect() returned \
                 in a field and name it, #[tool_handler(router = self.router)]",
                tools.join(", ")
            ),
            Self::Unknown(tools) => write!(
                f,
                "the tools {} never went through protect(): pass their router to it, or name them \
                 in Guard::builder().allow_unguarded(…)",
                tools.join(", ")
            ),
            Self::Misnamed(tools) => write!(
                f,
                "the guard is given a policy, a limit, a cost or an exception for {}, and there is no such \
                 tool",
                tools.join(", ")
            ),
            Self::Unlisted(error) => write!(f, "the handler does not list its tools: {error}"),
        }
    }
}

impl std::error::Error for ArmingError {}

/// A handler with nothing in it, which yields a peer to build a request context with.
struct Nobody;
impl ServerHandler for Nobody {}

/// Checks every tool that the handler lists or hands out.
pub(super) async fn check<H: ServerHandler>(guard: &Guard, handler: &H) -> Result<(), ArmingError> {
    let transport = (tokio::io::empty(), tokio::io::sink());
    let probe = serve_directly::<RoleServer, _, _, _, _>(Nobody, transport, None);
    let listed = list(handler, probe.peer().clone()).await?;

    // A handler may list other tools than it hands out by name, and some only later.
    let armed = guard.armed_tools();
    let by_name = armed.iter().filter_map(|name| handler.get_tool(name));
    let tools: Vec<Tool> = listed.into_iter().chain(by_name).collect();
    let unprotected = names(
        tools
            .iter()
            .filter(|tool| tool.input_schema.contains_key(EXTENSION_KEY))
            .cloned(),
    );
    if !unprotected.is_empty() {
        return Err(ArmingError::Unprotected(unprotected));
    }
    // The schema too: a route put under an armed name afterwards is another tool.
    let unknown = |tool: &Tool| !guard.armed_with(&tool.name, &tool.input_schema);
    let unknown = names(tools.iter().filter(|tool| unknown(tool)).cloned());
    if !unknown.is_empty() {
        return Err(ArmingError::Unknown(unknown));
    }
    let misnamed: Vec<String> = guard
        .named_tools()
        // A tool can be armed and not listed: disabled, or served by another handler.
        .filter(|name| !guard.is_armed(name) && !tools.iter().any(|tool| tool.name == *name))
        .map(str::to_owned)
        .collect();
    if !misnamed.is_empty() {
        return Err(ArmingError::Misnamed(misnamed));
    }
    Ok(())
}

async fn list<H: ServerHandler>(
    handler: &H,
    peer: Peer<RoleServer>,
) -> Result<Vec<Tool>, ArmingError> {
    let mut tools = Vec::new();
    let mut cursor = None;
    for page in 0..MAX_PAGES {
        let id = RequestId::Number(i64::try_from(page).unwrap_or_default());
        let context = RequestContext::new(id, peer.clone());
        let request =
            cursor.map(|cursor| PaginatedRequestParams::default().with_cursor(Some(cursor)));
        let listed = handler
            .list_tools(request, context)
            .await
            .map_err(|error| ArmingError::Unlisted(error.message.into_owned()))?;
        tools.extend(listed.tools);
        cursor = listed.next_cursor;
        if cursor.is_none() {
            return Ok(tools);
        }
    }
    Err(ArmingError::Unlisted("its list has no end".to_owned()))
}

fn names(tools: impl Iterator<Item = Tool>) -> Vec<String> {
    let mut names: Vec<String> = tools.map(|tool| tool.name.into_owned()).collect();
    names.sort();
    names.dedup();
    names
}
