//! Running one program without a shell, and without waiting for it longer or reading of it
//! more than was said.
//!
//! A [`Program`] is made at start-up: which file, which environment, how long, how much. A
//! [`Run`] of it takes arguments one by one: literals of the source code, numbers, checked
//! [`CommandArg`](crate::taint::CommandArg)s and paths beneath a sandbox's root. A `String`
//! does not compile.
//!
//! ```no_run
//! use safe_tool_runtime::{program::Program, taint::CommandArg};
//!
//! async fn log(git: &Program, rev: &CommandArg) -> Result<String, Box<dyn std::error::Error>> {
//!     let run = git.run_in("/srv/repository").arg("log").arg("--end-of-options").arg(rev);
//!     let output = run.output().await?;
//!     Ok(String::from_utf8(output.stdout)?)
//! }
//! # fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let git = Program::find("git")?
//!     .env("GIT_CONFIG_NOSYSTEM", "1")
//!     .pass_env("LANG")
//!     .timeout(std::time::Duration::from_secs(5));
//! # Ok(())
//! # }
//! ```
//!
//! Its environment is empty but for `PATH`, which is [`SEARCHED`], and for what was named;
//! its standard input is empty. It leads a process group of its own, of which nothing is
//! left when [`Run::output`] returns, fails, or is dropped: a process that leaves the group
//! (`setsid`) does leave it.

mod argument;
mod error;
mod group;
mod interpreter;
mod output;
mod run;

use std::{
    ffi::{OsStr, OsString},
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

pub use argument::ProgramArg;
pub use error::{ProgramError, RunError};
pub use output::Output;
pub use run::Run;

/// Where [`Program::find`] looks, and the `PATH` that a program gets.
pub const SEARCHED: &str = "/usr/local/bin:/usr/bin:/bin";

/// One program, and the conditions it runs under.
#[derive(Clone)]
pub struct Program {
    /// As it was named: what the program is told it is called.
    named: PathBuf,
    /// What that was when it was looked up, every link followed.
    file: PathBuf,
    env: Vec<(OsString, OsString)>,
    timeout: Duration,
    max_output_bytes: usize,
}

impl Program {
    /// The program at this absolute path.
    ///
    /// # Errors
    ///
    /// It is not there, cannot be run, or is a shell or an interpreter.
    pub fn at(path: impl AsRef<Path>) -> Result<Self, ProgramError> {
        let named = path.as_ref();
        let name = name(named);
        if !named.is_absolute() {
            return Err(ProgramError::NotAbsolute { name });
        }
        let file = named
            .canonicalize()
            .map_err(|error| ProgramError::NotFound {
                name: name.clone(),
                error,
            })?;
        if !is_executable(&file) {
            return Err(ProgramError::NotExecutable { name });
        }
        if let Some(interpreter) = [named, &file].into_iter().find_map(interpreter::of) {
            return Err(ProgramError::Interpreter { name, interpreter });
        }
        Ok(Self {
            named: named.to_owned(),
            file,
            env: vec![("PATH".into(), SEARCHED.into())],
            timeout: Duration::from_secs(10),
            max_output_bytes: 1 << 20,
        })
    }

    /// The program of this name in [`SEARCHED`], looked up once, here: whatever `PATH` the
    /// server was started with has no say.
    ///
    /// # Errors
    ///
    /// As [`at`](Self::at).
    pub fn find(name: &'static str) -> Result<Self, ProgramError> {
        let mut folders = SEARCHED.split(':').map(Path::new);
        let found = folders.find_map(|folder| {
            let path = folder.join(name);
            (!name.contains('/') && is_executable(&path)).then_some(path)
        });
        match found {
            Some(path) => Self::at(path),
            None => Err(ProgramError::NotInPath { name }),
        }
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn env(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Self {
        self.env.retain(|(known, _)| known != name);
        self.env.push((name.into(), value.as_ref().to_owned()));
        self
    }

    /// Lets a variable through that the server has now; if it has none, nothing.
    #[must_use]
    pub fn pass_env(self, name: &'static str) -> Self {
        match std::env::var_os(name) {
            Some(value) => self.env(name, value),
            None => self,
        }
    }

    /// How long it may run until it is killed with all that it started: 10 seconds unless
    /// something else is said.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How much it may write, to standard output and to standard error each, until it is
    /// killed: 1 MiB unless something else is said.
    #[must_use]
    pub fn max_output_bytes(mut self, bytes: usize) -> Self {
        self.max_output_bytes = bytes;
        self
    }

    /// A run of it in this folder, which is absolute.
    pub fn run_in(&self, folder: impl AsRef<Path>) -> Run<'_> {
        Run::new(self, folder.as_ref())
    }

    /// The file that runs, every link followed.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What it is called in messages: the last name of its path.
    pub(crate) fn name(&self) -> String {
        name(&self.named)
    }
}

/// Names the variables of the environment, and shows none.
impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let env: Vec<_> = self.env.iter().map(|(name, _)| name).collect();
        f.debug_struct("Program")
            .field("file", &self.file)
            .field("env", &env)
            .field("timeout", &self.timeout)
            .field("max_output_bytes", &self.max_output_bytes)
            .finish()
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata()
        .is_ok_and(|seen| seen.is_file() && seen.permissions().mode() & 0o111 != 0)
}
