//! One run of a program.

use std::{
    ffi::OsString,
    fmt, io,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use tokio::{
    process::{Child, Command},
    time::timeout,
};

use super::{
    Output, Program, ProgramArg, RunError,
    group::Group,
    output::{self, Unread},
};

/// How long a killed program may take to be gone. One that the kernel keeps longer is left
/// for the runtime to reap.
const REAP: Duration = Duration::from_secs(1);

/// One run of a [`Program`]: its arguments.
#[must_use = "nothing runs until `output` is awaited"]
pub struct Run<'p> {
    program: &'p Program,
    folder: PathBuf,
    arguments: Vec<OsString>,
}

impl<'p> Run<'p> {
    pub(super) fn new(program: &'p Program, folder: &Path) -> Self {
        Self {
            program,
            folder: folder.to_owned(),
            arguments: Vec::new(),
        }
    }

    /// Adds one argument.
    pub fn arg(mut self, argument: impl ProgramArg) -> Self {
        self.arguments.push(argument.argument());
        self
    }

    /// Adds several.
    pub fn args<A: ProgramArg>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        let arguments = arguments.into_iter().map(|argument| argument.argument());
        self.arguments.extend(arguments);
        self
    }

    /// Adds one argument that begins with a literal: `.joined("--grep=", &args.words)`.
    pub fn joined(mut self, literal: &'static str, argument: impl ProgramArg) -> Self {
        let mut joined = OsString::from(literal);
        joined.push(argument.argument());
        self.arguments.push(joined);
        self
    }

    /// Runs it to its end, and reads what it writes.
    ///
    /// Dropping the future kills the program and its group, and so do all of the errors.
    ///
    /// # Errors
    ///
    /// See [`RunError`]. That the program itself reports a failure is none.
    pub async fn output(self) -> Result<Output, RunError> {
        let limit = self.program.max_output_bytes;
        let program = || self.program.name();
        let lost = |error| RunError::Lost {
            program: program(),
            error,
        };
        let mut child = self.start()?;
        let group = Group::led_by(child.id()).map_err(lost)?;
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let read = async {
            let leader = async { group.leader_ends().await.map_err(Unread::Failed) };
            futures_util::try_join!(
                output::read(stdout, limit),
                output::read(stderr, limit),
                leader
            )
        };
        let read = timeout(self.program.timeout, read).await;
        // Before the leader is reaped: see `Group`.
        drop(group);
        let status = timeout(REAP, child.wait()).await;
        match read {
            Ok(Ok((stdout, stderr, ()))) => {
                let status = status.unwrap_or_else(|late| Err(late.into()));
                Ok(Output {
                    status: status.map_err(lost)?,
                    stdout,
                    stderr,
                })
            }
            Ok(Err(Unread::TooMuch)) => Err(RunError::TooMuchOutput {
                program: program(),
                limit,
            }),
            Ok(Err(Unread::Failed(error))) => Err(lost(error)),
            Err(_) => Err(RunError::TimedOut {
                program: program(),
                limit: self.program.timeout,
            }),
        }
    }

    fn start(&self) -> Result<Child, RunError> {
        let program = self.program.name();
        // A system's "not found" is silent about which of the two it means.
        if !self.folder.is_absolute() || !self.folder.is_dir() {
            return Err(RunError::Folder { program });
        }
        let started = Command::new(&self.program.file)
            .arg0(&self.program.named)
            .args(&self.arguments)
            .env_clear()
            .envs(self.program.env.iter().map(|(name, value)| (name, value)))
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .kill_on_drop(true)
            .spawn();
        started.map_err(|error| match error.kind() {
            io::ErrorKind::ArgumentListTooLong => RunError::TooLong { program },
            _ => RunError::Start { program, error },
        })
    }
}

/// Shows how many arguments there are.
impl fmt::Debug for Run<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("program", self.program)
            .field("arguments", &self.arguments.len())
            .finish_non_exhaustive()
    }
}
