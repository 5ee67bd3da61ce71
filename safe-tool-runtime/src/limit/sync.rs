//! What the table is built on. Not named there, so that `tests/limit_loom.rs` can build
//! the same table on loom's.

pub(super) use std::sync::Mutex;
pub(super) use std::sync::atomic::{AtomicU64, Ordering};
