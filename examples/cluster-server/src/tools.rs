//! The two tools. What is declared above an argument holds before a handler runs.

use std::{error::Error, sync::Arc};

use rmcp::{
    ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, SandboxedPath, safe_tool};

use crate::documents::{DOCS, Document, MAX_BYTES};

/// Search the documents.
#[safe_tool(rate_limit(60, per = "1m"), output(source = "documents"))]
struct SearchDocuments {
    /// What to look for; a document must hold it as it is, in upper or lower case.
    #[trim]
    #[min_len(1)]
    #[max_len(200)]
    query: String,
    /// How many documents to name at most.
    #[range(1, 50)]
    #[default(10)]
    max_results: u8,
}

/// Read a document.
#[safe_tool(rate_limit(30, per = "1m"), output(source = "file {file_path}"))]
struct ReadFile {
    /// The document's path, as a search names it.
    #[sandboxed_path(root = DOCS)]
    file_path: SandboxedPath,
}

/// The server: its guarded tools, and what they serve.
#[derive(Clone)]
pub(crate) struct Docs {
    router: ToolRouter<Self>,
    documents: Arc<[Document]>,
}

impl Docs {
    /// The server with its tools under `guard`.
    pub(crate) fn new(guard: &Guard, documents: Vec<Document>) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            router: guard.protect(Self::tool_router())?,
            documents: documents.into(),
        })
    }
}

#[tool_router]
impl Docs {
    /// Search the library's documents.
    #[tool]
    async fn search_documents(&self, Parameters(args): Parameters<SearchDocuments>) -> String {
        let query = args.query.to_lowercase();
        let hits = self.documents.iter();
        let hits = hits.filter(|document| document.folded.contains(&query));
        let mut found = format!("Results for: {}", args.query);
        for document in hits.take(args.max_results.into()) {
            found.push_str("\n- ");
            found.push_str(&document.name);
        }
        found
    }

    /// Read one of the library's documents.
    #[tool]
    async fn read_file(&self, Parameters(args): Parameters<ReadFile>) -> Result<String, String> {
        // Reading may block. The model sees an error's `Display`, which says nothing of
        // the disk; its `Debug` would.
        tokio::task::spawn_blocking(move || args.file_path.read_to_string(MAX_BYTES))
            .await
            .map_err(|_| "the file cannot be read")?
            .map_err(|error| error.to_string())
    }
}

// `router = …` matters: without it rmcp would build the unprotected router anew for each
// call, and the guard would refuse to serve.
#[tool_handler(
    router = self.router,
    name = "cluster-server",
    instructions = "The documents of the Harbour Library."
)]
impl ServerHandler for Docs {}
