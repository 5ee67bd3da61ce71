//! One struct, written once for each way to check it: `query` of 1 to 200 code points
//! without control characters, `max_results` of 1 to 50, `safe_mode` true by default.

use serde_json::Value;

/// A way from arguments to a struct.
pub struct Subject {
    pub name: &'static str,
    /// From a parsed object that is given away, as rmcp has it.
    pub from_value: fn(Value) -> bool,
    /// From text.
    pub from_str: fn(&str) -> bool,
}

/// Everything that is measured; the first is the baseline.
pub const ALL: &[Subject] = &[
    Subject {
        name: "bare serde",
        from_value: bare::from_value,
        from_str: bare::from_str,
    },
    Subject {
        name: "safe_tool",
        from_value: safe::from_value,
        from_str: safe::from_str,
    },
    Subject {
        name: "hand-written",
        from_value: hand::from_value,
        from_str: hand::from_str,
    },
    Subject {
        name: "nutype",
        from_value: nut::from_value,
        from_str: nut::from_str,
    },
    Subject {
        name: "garde",
        from_value: garded::from_value,
        from_str: garded::from_str,
    },
    Subject {
        name: "validator",
        from_value: validated::from_value,
        from_str: validated::from_str,
    },
    Subject {
        name: "jsonschema",
        from_value: schema::from_value,
        from_str: schema::from_str,
    },
];

fn yes() -> bool {
    true
}

/// `from_value` and `from_str` of a type whose `Deserialize` is the whole check, or of
/// one that needs `$validate` after it.
macro_rules! entry_points {
    ($type:ty) => {
        entry_points!($type, |_value: &$type| true);
    };
    ($type:ty, $validate:expr) => {
        pub fn from_value(value: Value) -> bool {
            accepted(serde_json::from_value(value))
        }
        pub fn from_str(text: &str) -> bool {
            accepted(serde_json::from_str(text))
        }
        fn accepted(parsed: serde_json::Result<$type>) -> bool {
            let validate = $validate;
            // The value is made and dropped like any other, not optimised away.
            std::hint::black_box(parsed).is_ok_and(|value| validate(&value))
        }
    };
}

/// No check at all.
mod bare {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only made")]
    struct Search {
        query: String,
        max_results: u32,
        #[serde(default = "yes")]
        safe_mode: bool,
    }
    entry_points!(Search);
}

/// All defaults on: every control and every invisible character is refused.
mod safe {
    use super::*;

    #[safe_tool::safe_tool]
    #[allow(dead_code, reason = "only made")]
    struct Search {
        /// Words to look for.
        #[min_len(1)]
        #[max_len(200)]
        query: String,
        /// How many hits to return.
        #[range(1, 50)]
        max_results: u32,
        /// Leave out adult content.
        #[default(true)]
        safe_mode: bool,
    }
    entry_points!(Search);
}

/// What one writes without a framework: a visitor per checked field.
mod hand {
    use super::*;
    use serde::de::{Deserializer, Error, Visitor};
    use std::fmt;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only made")]
    struct Search {
        #[serde(deserialize_with = "query")]
        query: String,
        #[serde(deserialize_with = "max_results")]
        max_results: u32,
        #[serde(default = "yes")]
        safe_mode: bool,
    }
    entry_points!(Search);

    fn query<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
        input.deserialize_string(Query)
    }

    struct Query;

    fn check<E: Error>(text: &str) -> Result<(), E> {
        if !(1..=200).contains(&text.chars().count()) {
            return Err(E::custom("query must be 1 to 200 characters long"));
        }
        if text.chars().any(char::is_control) {
            return Err(E::custom("query must not contain control characters"));
        }
        Ok(())
    }

    impl Visitor<'_> for Query {
        type Value = String;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
            check(text).map(|()| text.to_owned())
        }

        fn visit_string<E: Error>(self, text: String) -> Result<String, E> {
            check(&text).map(|()| text)
        }
    }

    fn max_results<'de, D: Deserializer<'de>>(input: D) -> Result<u32, D::Error> {
        let value = serde::Deserialize::deserialize(input)?;
        if !(1..=50).contains(&value) {
            return Err(D::Error::custom("max_results must be between 1 and 50"));
        }
        Ok(value)
    }
}

mod nut {
    use super::*;

    #[nutype::nutype(
        validate(
            len_char_min = 1,
            len_char_max = 200,
            predicate = |text: &str| !text.chars().any(char::is_control),
        ),
        derive(Deserialize)
    )]
    struct Query(String);

    #[nutype::nutype(
        validate(greater_or_equal = 1, less_or_equal = 50),
        derive(Deserialize)
    )]
    struct MaxResults(u32);

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only made")]
    struct Search {
        query: Query,
        max_results: MaxResults,
        #[serde(default = "yes")]
        safe_mode: bool,
    }
    entry_points!(Search);
}

mod garded {
    use super::*;
    use garde::Validate;

    #[derive(serde::Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Search {
        #[garde(length(chars, min = 1, max = 200), custom(no_control))]
        query: String,
        #[garde(range(min = 1, max = 50))]
        max_results: u32,
        #[garde(skip)]
        #[serde(default = "yes")]
        #[allow(dead_code, reason = "only made")]
        safe_mode: bool,
    }
    entry_points!(Search, |value: &Search| std::hint::black_box(
        value.validate()
    )
    .is_ok());

    fn no_control(text: &str, _: &()) -> garde::Result {
        match text.chars().any(char::is_control) {
            true => Err(garde::Error::new("must not contain control characters")),
            false => Ok(()),
        }
    }
}

mod validated {
    use super::*;
    use validator::{Validate, ValidationError};

    #[derive(serde::Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Search {
        #[validate(length(min = 1, max = 200), custom(function = "no_control"))]
        query: String,
        #[validate(range(min = 1, max = 50))]
        max_results: u32,
        #[serde(default = "yes")]
        #[allow(dead_code, reason = "only made")]
        safe_mode: bool,
    }
    entry_points!(Search, |value: &Search| std::hint::black_box(
        value.validate()
    )
    .is_ok());

    fn no_control(text: &str) -> Result<(), ValidationError> {
        match text.chars().any(char::is_control) {
            true => Err(ValidationError::new("control_chars")),
            false => Ok(()),
        }
    }
}

/// The schema is compiled once; each call is checked as a `Value`, then deserialised.
mod schema {
    use super::*;
    use std::sync::LazyLock;

    #[derive(serde::Deserialize)]
    #[allow(dead_code, reason = "only made")]
    struct Search {
        query: String,
        max_results: u32,
        #[serde(default = "yes")]
        safe_mode: bool,
    }

    static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
        let schema = serde_json::json!({
            "type": "object",
            "properties": {
                "query": {
                    "type": "string", "minLength": 1, "maxLength": 200,
                    "pattern": r"^[^\u0000-\u001f\u007f-\u009f]*$",
                },
                "max_results": { "type": "integer", "minimum": 1, "maximum": 50 },
                "safe_mode": { "type": "boolean", "default": true },
            },
            "required": ["query", "max_results"],
            "additionalProperties": false,
        });
        jsonschema::validator_for(&schema).expect("the schema is valid")
    });

    pub fn from_value(value: Value) -> bool {
        // `validate`, not `is_valid`: the others also say what is wrong.
        match std::hint::black_box(SCHEMA.validate(&value)) {
            Ok(()) => {}
            Err(_) => return false,
        }
        std::hint::black_box(serde_json::from_value::<Search>(value)).is_ok()
    }

    pub fn from_str(text: &str) -> bool {
        serde_json::from_str(text).is_ok_and(from_value)
    }
}
