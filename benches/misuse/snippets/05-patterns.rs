//! Patterns

//# pattern_bad, pattern_too_large: a regular expression that does not compile
//? {"field": "abc"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[pattern("^[a-z+$")] //~
    #[max_len(9)]
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(pattern("^[a-z+$"))] //~
    field: String,
}
//@ validator
static WORD: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new("^[a-z+$").unwrap()); //~
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(regex(path = *WORD))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(pattern = "^[a-z+$")] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(regex = "^[a-z+$"), //~
)]
struct Field(String);

//# pattern_look_around: look-around, which Rust's `regex` does not have
//? {"field": "ab"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[pattern("^(?=a)b$")] //~
    #[max_len(9)]
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(pattern("^(?=a)b$"))] //~
    field: String,
}
//@ validator
static WORD: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new("^(?=a)b$").unwrap()); //~
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(regex(path = *WORD))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(pattern = "^(?=a)b$")] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(regex = "^(?=a)b$"), //~
)]
struct Field(String);

//# pattern_rust_only: syntax that JSON Schema's regular expressions lack, `(?i)\Aabc\z`
//? {"field": "ABC"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[pattern(r"(?i)\Aabc\z")] //~
    #[max_len(9)]
    field: String,
}
//@ garde
#[derive(Deserialize, Validate, schemars::JsonSchema)]
struct Arguments {
    #[garde(pattern(r"(?i)\Aabc\z"))] //~
    field: String,
}
//@ validator
static WORD: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new(r"(?i)\Aabc\z").unwrap()); //~
#[derive(Deserialize, Validate, schemars::JsonSchema)]
struct Arguments {
    #[validate(regex(path = *WORD))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(pattern = r"(?i)\Aabc\z")] //~
    field: String,
}
//@ n/a: nutype

//# pattern_read_differently, pattern_classes, pattern_groups, pattern_positions, pattern_properties, pattern_quantifiers: syntax that JSON Schema reads as something else, `[a-z&&[^b]]`
//? {"field": "a"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[pattern("^[a-z&&[^b]]$")] //~
    #[max_len(9)]
    field: String,
}
//@ garde
#[derive(Deserialize, Validate, schemars::JsonSchema)]
struct Arguments {
    #[garde(pattern("^[a-z&&[^b]]$"))] //~
    field: String,
}
//@ validator
static WORD: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new("^[a-z&&[^b]]$").unwrap()); //~
#[derive(Deserialize, Validate, schemars::JsonSchema)]
struct Arguments {
    #[validate(regex(path = *WORD))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(pattern = "^[a-z&&[^b]]$")] //~
    field: String,
}
//@ n/a: nutype

//# pattern_escape, pattern_escapes, pattern_lone_brackets: an escape that JSON Schema's regular expressions refuse, `a\-b`
//? {"field": "a-b"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[pattern(r"a\-b")] //~
    #[max_len(9)]
    field: String,
}
//@ garde
#[derive(Deserialize, Validate, schemars::JsonSchema)]
struct Arguments {
    #[garde(pattern(r"a\-b"))] //~
    field: String,
}
//@ validator
static WORD: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new(r"a\-b").unwrap()); //~
#[derive(Deserialize, Validate, schemars::JsonSchema)]
struct Arguments {
    #[validate(regex(path = *WORD))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(pattern = r"a\-b")] //~
    field: String,
}
//@ n/a: nutype
