//! Why a program is not run, and why a run came to nothing. None names an argument, a
//! folder, or a value of the environment.

use std::{io, time::Duration};

/// A program that cannot be run at all: found at start-up, for the operator.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProgramError {
    /// The path is relative.
    #[error("{name} is not named by an absolute path: write one, or use Program::find")]
    NotAbsolute {
        /// Last name of the path.
        name: String,
    },
    /// There is no such file.
    #[error("the program {name} cannot be found: install it, or correct its path: {error}")]
    NotFound {
        /// Last name of the path.
        name: String,
        /// What the system said.
        error: io::Error,
    },
    /// No folder of [`SEARCHED`](super::SEARCHED) has it.
    #[error(
        "the program {name} is not in {}: install it there, or name its path with Program::at",
        super::SEARCHED
    )]
    NotInPath {
        /// What was looked for.
        name: &'static str,
    },
    /// It is no file, or not executable.
    #[error("{name} is not an executable file: name another, or set its mode")]
    NotExecutable {
        /// Last name of the path.
        name: String,
    },
    /// Its arguments would be programs.
    #[error(
        "{name} is not run: {interpreter} makes programs of its arguments; name the program that \
         it would run"
    )]
    Interpreter {
        /// Last name of the path.
        name: String,
        /// What it is, every link followed.
        interpreter: &'static str,
    },
}

/// A run that failed. A program that ran to its end and reported a failure is not among
/// them: see [`Output::status`](super::Output::status).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RunError {
    /// The folder to run in is relative, not there, or no folder.
    #[error("the folder that {program} is to run in is not there: create it, or name another")]
    Folder {
        /// The program's name.
        program: String,
    },
    /// More or longer arguments than the system takes.
    #[error("the arguments of {program} are too long for the system: pass fewer or shorter ones")]
    TooLong {
        /// The program's name.
        program: String,
    },
    /// The system did not start it.
    #[error("{program} could not be started: {error}")]
    Start {
        /// The program's name.
        program: String,
        /// What the system said.
        error: io::Error,
    },
    /// It took too long, and was killed with all of its group.
    #[error("{program} took longer than {limit:?} and was stopped: ask it for less")]
    TimedOut {
        /// The program's name.
        program: String,
        /// How long it may take.
        limit: Duration,
    },
    /// It wrote too much, and was killed with all of its group.
    #[error("{program} wrote more than {limit} bytes and was stopped: ask it for less")]
    TooMuchOutput {
        /// The program's name.
        program: String,
        /// How many bytes it may write.
        limit: usize,
    },
    /// What it wrote could not be read, or its end not be waited for.
    #[error("{program} could not be followed to its end, and was stopped: {error}")]
    Lost {
        /// The program's name.
        program: String,
        /// What the system said.
        error: io::Error,
    },
}
