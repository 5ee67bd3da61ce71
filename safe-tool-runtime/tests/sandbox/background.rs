//! The operations of async code.

use std::time::Duration;

use safe_tool_runtime::sandbox::SandboxError;

use crate::fixture::{Fixture, LIMIT};

#[tokio::test(flavor = "current_thread")]
async fn every_operation_has_its_twin() {
    let fixture = Fixture::new();
    let path = fixture.writable("a/b/note.md");
    path.create_parents_async().await.unwrap();
    drop(path.create_new_async().await.unwrap());
    path.write_async("one").await.unwrap();
    path.append_async(", two").await.unwrap();
    assert_eq!(path.read_to_string_async(LIMIT).await.unwrap(), "one, two");
    path.replace_async("three").await.unwrap();
    assert_eq!(path.read_async(LIMIT).await.unwrap(), b"three");
    drop(path.create_async().await.unwrap());
    assert_eq!(path.metadata_async().await.unwrap().len(), 0);
    drop(path.open_async().await.unwrap());

    let to = fixture.writable("a/c.md");
    path.rename_async(&to).await.unwrap();
    assert!(to.exists_async().await && !path.exists_async().await);
    fixture
        .writable("a/d")
        .create_dir_all_async()
        .await
        .unwrap();
    let listed = fixture.path("a").read_dir_async(10).await.unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!(fixture.path("a").read_dir_async(2).await.unwrap().len(), 2);
    to.remove_file_async().await.unwrap();
    let error = to.read_async(LIMIT).await.unwrap_err();
    assert!(matches!(error, SandboxError::NotFound), "{error:?}");
}

/// While hundreds of files are written, one after the other and synced, the runtime's
/// only thread still does something else.
#[tokio::test(flavor = "current_thread")]
async fn the_runtime_goes_on_meanwhile() {
    let fixture = Fixture::new();
    let path = fixture.writable("file.txt");
    let content = vec![b'x'; 1 << 20];
    let (mut ticks, mut writes) = (0, 0);
    let mut work = Box::pin(path.replace_async(content.clone()));
    while writes < 20 || ticks < 20 {
        tokio::select! {
            biased;
            done = &mut work => {
                done.unwrap();
                writes += 1;
                work = Box::pin(path.replace_async(content.clone()));
            }
            () = tokio::time::sleep(Duration::from_micros(100)) => ticks += 1,
        }
    }
}

#[test]
fn without_a_runtime_it_blocks_and_does_not_panic() {
    let fixture = Fixture::new();
    let path = fixture.path("file.txt");
    let reading = path.read_async(LIMIT);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let read = std::pin::pin!(reading).poll(&mut context);
    assert!(matches!(read, std::task::Poll::Ready(Ok(_))));
}

#[test]
fn a_runtime_that_shuts_down_is_an_error() {
    let fixture = Fixture::new();
    let path = fixture.path("file.txt");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let handle = runtime.handle().clone();
    runtime.shutdown_background();
    let _entered = handle.enter();
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let reading = std::pin::pin!(path.read_async(LIMIT));
    let read = reading.poll(&mut context);
    assert!(
        matches!(read, std::task::Poll::Ready(Err(SandboxError::Stopped))),
        "{read:?}"
    );
}
