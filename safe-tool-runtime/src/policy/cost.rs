//! What a call costs: as many tokens as one of its arguments says.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::validate::JsonObject;

/// The argument that says how many tokens a call takes, `rate_limit(…, cost = field)`.
///
/// It is read before anything has checked the arguments, so whatever is there costs
/// something: between 1 token and `max`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    argument: String,
    max: u32,
    default: u32,
}

impl Cost {
    /// As many tokens as `argument` (its name in JSON) says, at most `max`; `default` if
    /// it is missing.
    #[must_use]
    pub fn of_argument(argument: impl Into<String>, max: u32, default: u32) -> Self {
        Self {
            argument: argument.into(),
            max,
            default,
        }
    }

    /// The argument's name in JSON.
    #[must_use]
    pub fn argument(&self) -> &str {
        &self.argument
    }

    /// The most tokens a call may take.
    #[must_use]
    pub fn max(&self) -> u32 {
        self.max
    }

    /// Tokens that a call with these arguments takes, at least 1. An argument of a wrong
    /// type costs 1: the call will be refused for it.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held between 1 and a u32 before"
    )]
    pub fn of(&self, arguments: Option<&JsonObject>) -> u32 {
        let number = match arguments.and_then(|arguments| arguments.get(&self.argument)) {
            None => return self.default.clamp(1, self.max.max(1)),
            Some(Value::Number(number)) => number.as_f64(),
            // A lenient field takes a number that is written as text.
            Some(Value::String(text)) => text.trim().parse::<f64>().ok(),
            Some(_) => None,
        };
        let number = number.filter(|number| !number.is_nan()).unwrap_or(1.0);
        number.clamp(1.0, f64::from(self.max.max(1))) as u32
    }
}
