//! How long, and how much.

use std::time::Duration;

use safe_tool_runtime::program::{Program, RunError};

use super::World;

const SOON: Duration = Duration::from_millis(300);

#[tokio::test]
async fn output_up_to_the_limit_is_read_and_no_more() {
    let world = World::new();
    let head = Program::find("head").unwrap().max_output_bytes(1000);
    let run = || head.run_in(world.folder()).arg("-c");
    let output = run().args(["1000", "/dev/zero"]).output().await.unwrap();
    assert!(output.status.success());
    assert_eq!(output.stdout.len(), 1000);
    let error = run().args(["1001", "/dev/zero"]).output().await;
    assert!(matches!(
        error,
        Err(RunError::TooMuchOutput { limit: 1000, .. })
    ));
}

#[tokio::test]
async fn floods_are_stopped_on_either_stream() {
    for flood in ["flood", "flood-stderr"] {
        let world = World::new();
        let error = world
            .program
            .run_in(world.folder())
            .arg(flood)
            .output()
            .await;
        let error = error.unwrap_err().to_string();
        assert_eq!(
            error,
            "behave wrote more than 1048576 bytes and was stopped: ask it for less"
        );
        let [pid] = world.pids()[..] else {
            panic!("one process");
        };
        assert!(!super::proc_of(pid).exists(), "it was reaped");
    }
}

#[tokio::test]
async fn time_runs_out_with_and_without_open_streams() {
    for never in ["linger", "close", "family"] {
        let world = World::new().with(|program| program.timeout(SOON));
        let error = world
            .program
            .run_in(world.folder())
            .arg(never)
            .output()
            .await;
        let error = error.unwrap_err();
        assert!(
            matches!(error, RunError::TimedOut { limit: SOON, .. }),
            "{never}: {error}"
        );
        assert!(
            error.to_string().contains("took longer than 300ms"),
            "{error}"
        );
    }
}

/// What left the group cannot be killed with it, and is not waited for longer than is said.
#[tokio::test]
async fn who_leaves_the_group_holds_nobody_up() {
    let world = World::new().with(|program| program.timeout(SOON));
    let error = world
        .program
        .run_in(world.folder())
        .arg("escape")
        .output()
        .await;
    assert!(matches!(error, Err(RunError::TimedOut { .. })), "{error:?}");
    for pid in world.pids().into_iter().skip(1) {
        let pid = rustix::process::Pid::from_raw(pid.try_into().unwrap()).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
    }
}

#[tokio::test]
async fn arguments_that_no_system_takes_are_an_error() {
    let world = World::new();
    let program = Program::find("printf").unwrap();
    let run = program.run_in(world.folder());
    let run = run.args(std::iter::repeat_n("0123456789", 1_000_000));
    let error = run.output().await.unwrap_err();
    assert!(matches!(error, RunError::TooLong { .. }), "{error}");
}
