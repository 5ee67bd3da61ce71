//! What both binaries measure.

pub mod payloads;
pub mod subjects;
