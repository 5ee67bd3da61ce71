//! What is fuzzed: one function a target, each of any bytes, each panicking where a promise
//! is broken. cargo-fuzz calls them (`targets/`), and so does the short run (`tests/short.rs`).

mod arguments;
mod detector;
mod frame;
mod gate;
mod oracle;

pub use arguments::arguments;
pub use detector::detector;
pub use frame::frame;
pub use gate::gate;

/// Takes any bytes, and panics where a promise is broken.
pub type Target = fn(&[u8]);

/// Every target, by the name of its folder in `corpus/`.
pub const TARGETS: [(&str, Target); 4] = [
    ("gate", gate),
    ("arguments", arguments),
    ("frame", frame),
    ("detector", detector),
];
