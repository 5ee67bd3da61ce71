//! The four tools. What is declared above an argument holds before a handler runs.

use std::error::Error;

use rmcp::{
    ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, ReadWrite, SandboxError, SandboxedPath, safe_tool};

use crate::{
    list,
    root::{FILES, MAX_FILE_BYTES},
    search, write,
};

/// List a folder.
#[safe_tool(output(source = "files"))]
struct ListFiles {
    /// The folder; without one, all there is is listed from the top.
    #[sandboxed_path(root = FILES, no_hidden, no_symlinks, no_hard_links)]
    folder: Option<SandboxedPath>,
}

/// Read a file.
#[safe_tool(output(source = "file {file}"))]
struct ReadFile {
    /// The file's path, as a list or a search names it.
    #[sandboxed_path(root = FILES, no_hidden, no_symlinks, no_hard_links, max_bytes = 262_144)]
    file: SandboxedPath,
}

/// Search the files.
#[safe_tool(output(source = "files"))]
struct SearchFiles {
    /// What a line must hold, in upper or lower case.
    #[trim]
    #[min_len(1)]
    #[max_len(200)]
    text: String,
    /// Where to search; without it, everywhere.
    #[sandboxed_path(root = FILES, no_hidden, no_symlinks, no_hard_links, max_bytes = 262_144)]
    folder: Option<SandboxedPath>,
    /// How many lines to quote at most.
    #[range(1, 50)]
    #[default(20)]
    max_results: u8,
}

/// Write a file.
#[safe_tool(output(source = "files"))]
struct WriteFile {
    /// The file's path; folders that are missing are made.
    #[sandboxed_path(root = FILES, write, no_hidden, no_symlinks, no_hard_links, max_depth = 8, max_bytes = 262_144)]
    file: SandboxedPath<ReadWrite>,
    /// The whole content.
    #[max_len(60_000)]
    content: String,
    /// Whether a file that is there already may be overwritten.
    #[default(false)]
    overwrite: bool,
}

/// The server: its guarded tools. Its files are those of the root.
#[derive(Clone)]
pub(crate) struct Files {
    router: ToolRouter<Self>,
}

impl Files {
    /// The server with its tools under `guard`.
    pub(crate) fn new(guard: &Guard) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            router: guard.protect(Self::tool_router())?,
        })
    }
}

#[tool_router]
impl Files {
    /// List a folder.
    #[tool]
    async fn list_files(&self, Parameters(args): Parameters<ListFiles>) -> Result<String, String> {
        blocking(move || list::list(args.folder.as_ref())).await
    }

    /// Read a text file.
    #[tool]
    async fn read_file(&self, Parameters(args): Parameters<ReadFile>) -> Result<String, String> {
        blocking(move || args.file.read_to_string(MAX_FILE_BYTES)).await
    }

    /// Find lines in the files beneath a folder.
    #[tool]
    async fn search_files(
        &self,
        Parameters(args): Parameters<SearchFiles>,
    ) -> Result<String, String> {
        let max_results = args.max_results.into();
        blocking(move || search::search(&args.text, args.folder.as_ref(), max_results)).await
    }

    /// Write a text file.
    #[tool]
    async fn write_file(&self, Parameters(args): Parameters<WriteFile>) -> Result<String, String> {
        blocking(move || write::write(&args.file, &args.content, args.overwrite)).await?;
        Ok("written".to_owned())
    }
}

/// Does what may block where it may. The model sees an error's `Display`, which says nothing
/// of the disk; its `Debug` would.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SandboxError> + Send + 'static,
) -> Result<T, String> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| "the file cannot be used")?
        .map_err(|error| error.to_string())
}

// `router = …` matters: without it rmcp would build the unprotected router anew for each
// call, and the guard would refuse to serve.
#[tool_handler(
    router = self.router,
    name = "files-server",
    instructions = "The files of one folder."
)]
impl ServerHandler for Files {}
