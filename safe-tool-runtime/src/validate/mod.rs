//! Rules, and the violations they find.
//!
//! A [`Rule`] reads one JSON value and writes the schema of what it takes, side by side
//! in one file, so the check and the schema cannot part. `#[safe_tool]` puts a field's
//! rule together from its annotations and the readers here do the rest.

mod boolean;
mod chars;
mod check;
mod checked;
mod choice;
mod combine;
mod command_arg;
mod cursor;
mod entries;
mod float;
mod foreign;
mod integer;
mod items;
mod json;
mod length;
mod lenient;
mod list;
mod map;
mod marker;
mod object;
mod pattern;
mod probe;
mod properties;
#[cfg(feature = "url")]
mod public_url;
pub(crate) mod refusal;
mod rule;
mod sandboxed;
mod schema;
mod secret;
mod size;
mod suggest;
mod text;
mod violation;

pub use boolean::{BooleanRule, boolean};
pub use check::{CheckError, Verdict, refusal_of};
pub use checked::{Checked, NestedRule, deserialize, from_json, json_schema, nested};
pub use choice::{Choice, ChoiceRule, Tagged, TaggedRule, choice, tagged};
pub use combine::{OptionalRule, ThenRule, optional, then};
pub use command_arg::{CommandArgRule, command_arg};
pub use cursor::Cursor;
pub use entries::{Entries, Slot};
pub use float::{Float, FloatRule, float};
pub use foreign::{ForeignRule, foreign};
pub use integer::{Integer, IntegerRule, integer};
pub use json::{JsonRule, json};
pub use lenient::{LenientRule, Written, lenient};
pub use list::{List, ListRule, list};
pub use map::{Map, MapRule, map};
pub use object::{Object, ObjectRule, fields, read_object};
pub use pattern::Pattern;
pub use probe::{Examples, Probes, assert_policy};
pub use properties::{Fields, Properties};
#[cfg(feature = "url")]
pub use public_url::{PublicUrlRule, public_url};
pub use rule::{JsonObject, Rule, read};
pub use sandboxed::{SandboxedPathRule, sandboxed_path};
pub use schema::Schemas;
pub use secret::{SecretRule, secret};
pub use size::JsonSize;
pub use text::{Text, TextRule, text};
pub use violation::{Violation, Violations};
