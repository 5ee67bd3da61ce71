//! What the binaries measure.

pub mod payloads;
pub mod subjects;
pub mod texts;
