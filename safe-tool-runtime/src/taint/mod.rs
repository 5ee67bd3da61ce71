//! Text of a caller that can be used in one way only.

mod command_arg;

pub use command_arg::CommandArg;
