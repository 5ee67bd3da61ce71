//! What a user deprecates is named by emitted code without a warning.
#![deny(warnings)]

use safe_tool::safe_tool;

#[safe_tool]
pub struct Arguments {
    #[deprecated]
    #[range(1, 5)]
    pub old: Option<u8>,
    pub new: Option<bool>,
}

#[safe_tool]
pub enum Choice {
    #[deprecated]
    Old,
    New,
}

fn main() {
    assert!(Arguments::from_json(serde_json::json!({"old": 6})).is_err());
}
