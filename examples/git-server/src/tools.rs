//! The three tools. What is declared above an argument holds before a handler runs.

use std::error::Error;

use rmcp::{
    ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    tool, tool_handler, tool_router,
};
use safe_tool::{CommandArg, Guard, SandboxedPath, program::Run, safe_tool};

use crate::{git::Git, repository::FOLDER};

/// A commit as it is listed: its name, its author, its date, its subject.
const LINE: &str = "--format=%h %as %an: %s";

/// What a difference looks like, and what it does not run.
const DIFF: [&str; 9] = [
    "-r",
    "--stat",
    "--patch",
    "--find-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--submodule=short",
    "-O/dev/null",
];

/// List commits.
#[safe_tool(output(source = "git log"))]
struct Log {
    /// The branch, tag or commit to begin with; the current one if it is missing.
    #[max_len(200)]
    rev: Option<CommandArg>,
    /// Only commits that change this file or folder.
    #[sandboxed_path(root = FOLDER)]
    path: Option<SandboxedPath>,
    /// Only commits whose message holds these words.
    #[max_len(200)]
    words: Option<CommandArg>,
    /// How many commits to list at most.
    #[range(1, 200)]
    #[default(20)]
    max_commits: u32,
}

/// Compare two commits.
#[safe_tool(output(source = "git diff"))]
struct Diff {
    /// The branch, tag or commit to compare with.
    #[max_len(200)]
    from: CommandArg,
    /// The one that is compared; the current one if it is missing.
    #[max_len(200)]
    to: Option<CommandArg>,
    /// Only this file or folder.
    #[sandboxed_path(root = FOLDER)]
    path: Option<SandboxedPath>,
}

/// Show a commit.
#[safe_tool(output(source = "git show"))]
struct Show {
    /// The commit, or a branch or tag that names it.
    #[max_len(200)]
    rev: CommandArg,
    /// Only this file or folder.
    #[sandboxed_path(root = FOLDER)]
    path: Option<SandboxedPath>,
}

/// The server: its guarded tools, and the git that they run.
#[derive(Clone)]
pub(crate) struct History {
    router: ToolRouter<Self>,
    git: Git,
}

impl History {
    pub(crate) fn new(guard: &Guard, git: Git) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            router: guard.protect(Self::tool_router())?,
            git,
        })
    }
}

#[tool_router]
impl History {
    /// List the commits of the repository, newest first.
    #[tool]
    async fn log(&self, Parameters(args): Parameters<Log>) -> Result<String, String> {
        let run = self.git.run("rev-list");
        let run = run.args(["--no-commit-header", "--no-color", LINE]);
        let mut run = run.joined("--max-count=", args.max_commits);
        if let Some(words) = &args.words {
            run = run.arg("--fixed-strings").joined("--grep=", words);
        }
        let run = or_head(run.arg("--end-of-options"), &args.rev);
        self.git.text(within(run, &args.path)).await
    }

    /// Show what differs between two commits of the repository.
    #[tool]
    async fn diff(&self, Parameters(args): Parameters<Diff>) -> Result<String, String> {
        let run = self.git.run("diff-tree").args(DIFF);
        let run = run.arg("--end-of-options").arg(&args.from);
        self.git
            .text(within(or_head(run, &args.to), &args.path))
            .await
    }

    /// Show one commit of the repository: its message, and what it changed.
    #[tool]
    async fn show(&self, Parameters(args): Parameters<Show>) -> Result<String, String> {
        let run = self.git.run("diff-tree").args(DIFF);
        let run = run.args([
            "--root",
            "--always",
            "--cc",
            "--no-notes",
            "--format=medium",
        ]);
        let run = run.arg("--end-of-options").arg(&args.rev);
        self.git.text(within(run, &args.path)).await
    }
}

fn or_head<'g>(run: Run<'g>, rev: &Option<CommandArg>) -> Run<'g> {
    match rev {
        Some(rev) => run.arg(rev),
        None => run.arg("HEAD"),
    }
}

/// Only in this path. Without one too, what comes before the dashes is no path.
fn within<'g>(run: Run<'g>, path: &Option<SandboxedPath>) -> Run<'g> {
    run.arg("--").args(path)
}

// `router = …` matters: without it rmcp would build the unprotected router anew for each
// call, and the guard would refuse to serve.
#[tool_handler(
    router = self.router,
    name = "git-server",
    instructions = "The history of one git repository."
)]
impl ServerHandler for History {}
