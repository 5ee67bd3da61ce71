//! The framework under another name, through another module.
#![deny(warnings)]

mod deep {
    pub mod reexports {
        pub use safe_tool as armour;
    }
}
use deep::reexports::armour::safe_tool as armoured;

#[armoured(crate = deep::reexports::armour)]
struct Renamed {
    #[max_len(5)]
    #[pattern(r"^\w+$")]
    name: String,
}

#[armoured(crate = ::safe_tool)]
struct Global {}

fn main() {
    let json = serde_json::json!({"name": "abc"});
    assert_eq!(Renamed::from_json(json).unwrap().name, "abc");
    assert!(Global::from_json(serde_json::json!({})).is_ok());
}
