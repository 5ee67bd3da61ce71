//! git, under conditions in which the repository has no say over what runs.

use std::{error::Error, sync::Arc, time::Duration};

use safe_tool::{
    Program,
    program::{Run, RunError},
};

use crate::repository::Repository;

/// Before every subcommand. Whoever wrote the repository's own configuration must not have
/// programs of it run.
const OVERRIDES: [&str; 10] = [
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.sshCommand=false",
];

#[derive(Clone)]
pub(crate) struct Git {
    program: Program,
    repository: Arc<Repository>,
}

impl Git {
    pub(crate) fn new(repository: Repository) -> Result<Self, Box<dyn Error>> {
        let program = Program::find("git")?
            .timeout(Duration::from_secs(10))
            .max_output_bytes(512 * 1024)
            // No configuration and no attributes but the repository's.
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_ATTR_NOSYSTEM", "1")
            // This repository, and none that it is in.
            .env("GIT_CEILING_DIRECTORIES", repository.above())
            // Nothing is fetched to complete it, by any transport.
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_ALLOW_PROTOCOL", "none")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C");
        Ok(Self {
            program,
            repository: Arc::new(repository),
        })
    }

    /// A subcommand, to which its arguments are added. Its plumbing form: the other reads
    /// `diff.external`, `log.showSignature` and their like from the configuration.
    pub(crate) fn run(&self, subcommand: &'static str) -> Run<'_> {
        let run = self.program.run_in(self.repository.folder());
        run.args(OVERRIDES).arg(subcommand)
    }

    /// Runs it, and yields what it wrote. What went wrong is for the log: git's own words name
    /// folders, and repeat what the caller sent.
    pub(crate) async fn text(&self, run: Run<'_>) -> Result<String, String> {
        if let Some(part) = self.repository.leads_elsewhere() {
            tracing::warn!(part, "the repository leads elsewhere, and is not read");
            return Err("the repository cannot be read".to_owned());
        }
        match run.output().await {
            Ok(output) if output.status.success() => {
                Ok(String::from_utf8_lossy(&output.stdout).into_owned())
            }
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stderr);
                tracing::warn!(status = %output.status, said = said.trim(), "git failed");
                Err(
                    "git found no such revision or path: name a commit, a branch or a tag, and a \
                     path as it is in the repository"
                        .to_owned(),
                )
            }
            Err(
                error @ (RunError::TimedOut { .. }
                | RunError::TooMuchOutput { .. }
                | RunError::TooLong { .. }),
            ) => Err(error.to_string()),
            Err(error) => {
                tracing::warn!(%error, "git cannot be run");
                Err("git cannot be run".to_owned())
            }
        }
    }

    /// Whether git takes the folder for a repository: of another user, it does not.
    pub(crate) async fn check(&self) -> Result<(), Box<dyn Error>> {
        let output = self.run("rev-parse").arg("--git-dir").output().await?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or("git does not read it");
        Err(format!("REPOSITORY: {said}").into())
    }
}
