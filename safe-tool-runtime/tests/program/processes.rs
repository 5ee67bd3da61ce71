//! Nothing is left of a run: no process that runs, and none that is not reaped.

use std::time::Duration;

use super::{World, proc_of, runs, until};

async fn nothing_runs(pids: &[u32]) {
    for pid in pids {
        until("every process is gone", || !runs(*pid)).await;
    }
}

#[tokio::test]
async fn a_program_that_ends_takes_its_children_with_it() {
    let world = World::new();
    let output = world.program.run_in(world.folder()).arg("leave").output();
    let output = output.await.unwrap();
    assert!(output.status.success());
    assert_eq!(output.stdout, b"done\n");
    let pids = world.pids();
    assert_eq!(pids.len(), 2);
    assert!(!proc_of(pids[0]).exists(), "the program was reaped");
    nothing_runs(&pids).await;
}

#[tokio::test]
async fn a_timeout_ends_the_whole_family() {
    let world = World::new().with(|program| program.timeout(Duration::from_millis(300)));
    let run = world.program.run_in(world.folder()).arg("family").output();
    run.await.unwrap_err();
    let pids = world.pids();
    assert!(!proc_of(pids[0]).exists(), "the program was reaped");
    nothing_runs(&pids).await;
}

/// A call that is cancelled, or whose handler times out, drops the future.
#[tokio::test]
async fn a_dropped_run_ends_the_whole_family() {
    let world = World::new();
    {
        let run = world.program.run_in(world.folder()).arg("family").output();
        tokio::pin!(run);
        let started = until("it has started", || world.pids().len() == 4);
        tokio::select! {
            output = &mut run => panic!("it ended: {output:?}"),
            () = started => {}
        }
    }
    let pids = world.pids();
    nothing_runs(&pids).await;
    until("the program was reaped", || !proc_of(pids[0]).exists()).await;
}

#[tokio::test]
async fn no_zombie_is_left_of_many_runs() {
    let world = World::new();
    for _ in 0..50 {
        let run = world.program.run_in(world.folder()).arg("fail").output();
        run.await.unwrap();
    }
    let pids = world.pids();
    assert_eq!(pids.len(), 50);
    assert!(pids.iter().all(|pid| !proc_of(*pid).exists()));
}
