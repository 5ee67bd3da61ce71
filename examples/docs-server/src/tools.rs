//! The four tools. What is declared above an argument holds before a handler runs.

use std::{error::Error, sync::Arc};

use rmcp::{
    Json, ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, SandboxedPath, safe_tool};
use serde_json::{Map, Value};

use crate::data::{DOCS, Data, PAGES};

/// The largest file or page that is read, in bytes.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// Search the documents.
#[safe_tool(output(source = "documents"))]
struct SearchDocuments {
    /// Words to look for; a document must hold them all.
    #[trim]
    #[min_len(1)]
    #[max_len(200)]
    query: String,
    /// How many documents to name at most.
    #[range(1, 50)]
    max_results: u32,
    /// Name the documents only; false also quotes a line of each.
    #[default(true)]
    safe_mode: bool,
}

/// Read a document.
#[safe_tool(output(source = "file {file_path}"))]
struct ReadFile {
    /// The document's path, as a search names it.
    #[sandboxed_path(root = DOCS)]
    file_path: SandboxedPath,
}

/// Look up a member.
#[safe_tool(output(source = "member records"))]
struct GetUser {
    /// The member's id.
    #[max_len(64)]
    #[pattern("^[A-Za-z0-9_-]+$")]
    user_id: String,
}

/// Fetch a page.
#[safe_tool(output(source = "page {url}"))]
struct FetchPage {
    /// The page's path on this site, without a scheme or host: `tides.html`.
    #[sandboxed_path(root = PAGES)]
    url: SandboxedPath,
}

/// A member's record. The guard takes the secrets out of it.
#[derive(serde::Serialize, schemars::JsonSchema)]
struct UserRecord {
    user: Map<String, Value>,
}

/// The server: its guarded tools, and what they serve.
#[derive(Clone)]
pub struct Docs {
    router: ToolRouter<Self>,
    data: Arc<Data>,
}

impl Docs {
    /// The server with its tools under `guard`.
    pub(crate) fn new(guard: &Guard, data: Data) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            router: guard.protect(Self::tool_router())?,
            data: Arc::new(data),
        })
    }
}

#[tool_router]
impl Docs {
    /// Search the library's documents.
    #[tool]
    async fn search_documents(&self, Parameters(args): Parameters<SearchDocuments>) -> String {
        let index = &self.data.index;
        index.search(&args.query, args.max_results, !args.safe_mode)
    }

    /// Read one of the library's documents.
    #[tool]
    async fn read_file(&self, Parameters(args): Parameters<ReadFile>) -> Result<String, String> {
        read(args.file_path).await
    }

    /// Look up a member of the library.
    #[tool]
    async fn get_user(
        &self,
        Parameters(args): Parameters<GetUser>,
    ) -> Result<Json<UserRecord>, String> {
        let user = self
            .data
            .users
            .get(&args.user_id)
            .and_then(Value::as_object);
        let user = user.ok_or("no such user")?.clone();
        Ok(Json(UserRecord { user }))
    }

    /// Fetch a page of the library's site.
    #[tool]
    async fn fetch_page(&self, Parameters(args): Parameters<FetchPage>) -> Result<String, String> {
        read(args.url).await
    }
}

/// Reads a text file where it may block. The model sees an error's `Display`, which says
/// nothing of the disk; its `Debug` would.
async fn read(path: SandboxedPath) -> Result<String, String> {
    tokio::task::spawn_blocking(move || path.read_to_string(MAX_FILE_BYTES))
        .await
        .map_err(|_| "the file cannot be read")?
        .map_err(|error| error.to_string())
}

// `router = …` matters: without it rmcp would build the unprotected router anew for each
// call, and the guard would refuse to serve.
#[tool_handler(
    router = self.router,
    name = "docs-server",
    instructions = "The documents, pages and members of the Harbour Library."
)]
impl ServerHandler for Docs {}
