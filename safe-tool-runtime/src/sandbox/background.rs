//! The same operations for async code: they run where blocking is allowed, not on the
//! threads that serve everybody.

use std::fs::File;

use super::access::{Access, ReadWrite, Writable};
use super::error::SandboxError;
use super::metadata::SandboxMetadata;
use super::path::SandboxedPath;

/// Twins of the operations, on tokio's blocking threads. One that has begun runs to its
/// end, also when its future is dropped (by a tool's `timeout`, say). Outside of a tokio
/// runtime they block.
impl<A: Access> SandboxedPath<A> {
    /// [`open`](Self::open), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `open`.
    pub async fn open_async(&self) -> Result<File, SandboxError> {
        self.in_background(|path| path.open()).await
    }

    /// [`read`](Self::read), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `read`.
    pub async fn read_async(&self, limit: u64) -> Result<Vec<u8>, SandboxError> {
        self.in_background(move |path| path.read(limit)).await
    }

    /// [`read_to_string`](Self::read_to_string), not blocking the runtime.
    ///
    /// ```
    /// # use safe_tool_runtime::sandbox::SandboxedPath;
    /// async fn read_file(file_path: SandboxedPath) -> Result<String, String> {
    ///     let text = file_path.read_to_string_async(1 << 20).await;
    ///     text.map_err(|error| error.to_string())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// As `read_to_string`.
    pub async fn read_to_string_async(&self, limit: u64) -> Result<String, SandboxError> {
        self.in_background(move |path| path.read_to_string(limit))
            .await
    }

    /// [`metadata`](Self::metadata), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `metadata`.
    pub async fn metadata_async(&self) -> Result<SandboxMetadata, SandboxError> {
        self.in_background(|path| path.metadata()).await
    }

    /// [`exists`](Self::exists), not blocking the runtime.
    pub async fn exists_async(&self) -> bool {
        self.metadata_async().await.is_ok()
    }

    /// The first `limit` entries of [`read_dir`](Self::read_dir), not blocking the
    /// runtime.
    ///
    /// # Errors
    ///
    /// As `read_dir`.
    pub async fn read_dir_async(&self, limit: usize) -> Result<Vec<Self>, SandboxError> {
        self.in_background(move |path| path.read_dir()?.take(limit).collect())
            .await
    }

    /// [`create`](Self::create), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `create`.
    pub async fn create_async(&self) -> Result<File, SandboxError>
    where
        A: Writable,
    {
        self.in_background(|path| path.create()).await
    }

    /// [`create_new`](Self::create_new), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `create_new`.
    pub async fn create_new_async(&self) -> Result<File, SandboxError>
    where
        A: Writable,
    {
        self.in_background(|path| path.create_new()).await
    }

    /// [`write`](Self::write), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `write`.
    pub async fn write_async(&self, content: impl Into<Vec<u8>>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        let content = content.into();
        self.in_background(move |path| path.write(content)).await
    }

    /// [`append`](Self::append), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `append`.
    pub async fn append_async(&self, content: impl Into<Vec<u8>>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        let content = content.into();
        self.in_background(move |path| path.append(content)).await
    }

    /// [`replace`](Self::replace), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `replace`.
    pub async fn replace_async(&self, content: impl Into<Vec<u8>>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        let content = content.into();
        self.in_background(move |path| path.replace(content)).await
    }

    /// [`remove_file`](Self::remove_file), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `remove_file`.
    pub async fn remove_file_async(&self) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        self.in_background(|path| path.remove_file()).await
    }

    /// [`create_dir_all`](Self::create_dir_all), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `create_dir_all`.
    pub async fn create_dir_all_async(&self) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        self.in_background(|path| path.create_dir_all()).await
    }

    /// [`create_parents`](Self::create_parents), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `create_parents`.
    pub async fn create_parents_async(&self) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        self.in_background(|path| path.create_parents()).await
    }

    /// [`rename`](Self::rename), not blocking the runtime.
    ///
    /// # Errors
    ///
    /// As `rename`.
    pub async fn rename_async(&self, to: &SandboxedPath<ReadWrite>) -> Result<(), SandboxError>
    where
        A: Writable,
    {
        let to = to.clone();
        self.in_background(move |path| path.rename(&to)).await
    }

    async fn in_background<T: Send + 'static>(
        &self,
        work: impl FnOnce(Self) -> Result<T, SandboxError> + Send + 'static,
    ) -> Result<T, SandboxError> {
        let path = self.clone();
        // `spawn_blocking` would panic without a runtime.
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => match runtime.spawn_blocking(move || work(path)).await {
                Ok(done) => done,
                Err(_) => Err(SandboxError::Stopped),
            },
            Err(_) => work(path),
        }
    }
}
