//! The server under test: a child process, and the client that speaks to it.

use std::{
    collections::VecDeque,
    env,
    error::Error,
    ffi::OsString,
    path::Path,
    process::Stdio,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rmcp::{
    RoleClient, ServiceExt,
    model::CallToolRequestParams,
    service::{Peer, RunningService, ServiceError},
    transport::TokioChildProcess,
};
use serde_json::Value;
use tokio::{
    io::AsyncReadExt,
    process::{ChildStderr, Command},
    task::JoinSet,
    time::timeout,
};

use crate::{answer::Answer, cases::Case, world::World};

/// How long an answer may take. A server that hangs has not stopped anything.
const DEADLINE: Duration = Duration::from_secs(10);

/// How much of what the server says on standard error is kept for the case that it does
/// not start.
const KEPT_BYTES: usize = 2_000;

/// Program and arguments of a server.
pub struct Program {
    pub path: OsString,
    pub arguments: Vec<OsString>,
}

impl Program {
    /// This very program, which is a server when told so.
    pub fn own() -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            path: env::current_exe()?.into(),
            arguments: vec!["serve".into()],
        })
    }

    /// What to call it in a title.
    pub fn name(&self) -> String {
        if self.arguments == ["serve"] {
            return "docs-server".to_owned();
        }
        let name = Path::new(&self.path).file_stem().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}

/// A server that is running, and the connection to it.
pub struct Server {
    client: RunningService<RoleClient, ()>,
}

impl Server {
    /// Starts the server in its world, and greets it.
    ///
    /// # Errors
    /// What went wrong, and what the server said about it.
    pub async fn start(program: &Program, world: &World) -> Result<Self, String> {
        let mut command = Command::new(&program.path);
        command
            .args(&program.arguments)
            .envs(world.environment())
            // The tour is about the declared limits.
            .env_remove("SAFE_TOOL_QUOTA");
        let name = program.path.to_string_lossy();
        let (transport, stderr) = TokioChildProcess::builder(command)
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name}: {error}"))?;
        let said = Said::default();
        let listening = stderr.map(|stderr| tokio::spawn(said.clone().listen(stderr)));
        let why = match timeout(DEADLINE, ().serve(transport)).await {
            Ok(Ok(client)) => return Ok(Self { client }),
            Ok(Err(error)) => error.to_string(),
            Err(_) => format!("it did not answer within {DEADLINE:?}"),
        };
        // Its last words may still be on their way.
        if let Some(listening) = listening {
            let _ended_or_not = timeout(Duration::from_millis(200), listening).await;
        }
        Err(format!("{name}: {why}{}", said.quoted()))
    }

    /// What the server answers to a case, in order of arrival.
    pub async fn call(&self, case: &Case) -> Vec<Answer> {
        let mut calls = JoinSet::new();
        for _ in 0..case.times {
            calls.spawn(call(self.client.peer().clone(), request(case)));
        }
        let mut answers = Vec::new();
        while let Some(answer) = calls.join_next().await {
            answers.push(answer.unwrap_or_else(|error| Answer::Lost(error.to_string())));
        }
        answers
    }

    /// Ends the server. It has nothing left to say, so whether it ends well is no matter.
    pub async fn stop(self) {
        let _ended_or_not = timeout(DEADLINE, self.client.cancel()).await;
    }
}

fn request(case: &Case) -> CallToolRequestParams {
    let request = CallToolRequestParams::new(case.tool);
    match &case.arguments {
        Value::Object(arguments) => request.with_arguments(arguments.clone()),
        _ => request,
    }
}

async fn call(peer: Peer<RoleClient>, request: CallToolRequestParams) -> Answer {
    match timeout(DEADLINE, peer.call_tool(request)).await {
        Ok(Ok(result)) => Answer::Result(result),
        Ok(Err(ServiceError::McpError(error))) => Answer::Protocol(error.message.into_owned()),
        Ok(Err(error)) => Answer::Lost(format!("the connection is lost: {error}")),
        Err(_) => Answer::Hung,
    }
}

/// The end of what a server said on standard error.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<VecDeque<u8>>>);

impl Said {
    /// Reads on for as long as the server lives, so that it never waits for a reader.
    async fn listen(self, mut stderr: ChildStderr) {
        let mut buffer = [0; 1024];
        while let Ok(read @ 1..) = stderr.read(&mut buffer).await {
            let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            said.extend(&buffer[..read]);
            let surplus = said.len().saturating_sub(KEPT_BYTES);
            said.drain(..surplus);
        }
    }

    fn quoted(&self) -> String {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let said = String::from_utf8_lossy(said.make_contiguous()).into_owned();
        let lines = said.lines().map(|line| {
            let shown: String = line.chars().filter(|c| !c.is_control()).collect();
            format!("\n  it said: {shown}")
        });
        lines.collect()
    }
}
