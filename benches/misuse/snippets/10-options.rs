//! What stands on the whole type

//# option_unknown, option_misspelt, output_part_unknown: an option that does not exist
//@ safe_tool
#[safe_tool(
    retries = 3, //~
)]
struct Arguments {
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
#[garde(allow_unvalidate)] //~
struct Arguments {
    #[garde(skip)]
    field: u32,
}
//@ validator
#[derive(Deserialize, Validate)]
#[validate(shema(function = "check"))] //~
struct Arguments {
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
#[validate(custm = check)] //~
struct Arguments {
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validates(less = 5), //~
)]
struct Field(u32);

//# option_is_annotation: a field's rule among the options
//@ safe_tool
#[safe_tool(
    max_len(60), //~
)]
struct Arguments {
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    len_char_max = 60, //~
)]
struct Field(String);
//@ n/a: garde, validator, serde_valid

//# derive_deserialize: `derive(Deserialize)` beside it, which would not check
//? {"field": 99}
//@ safe_tool
#[safe_tool]
#[derive(Clone, serde::Deserialize)] //~
struct Arguments {
    #[range(1, 50)]
    field: u32,
}
//@ nutype
#[nutype(validate(less_or_equal = 50))]
#[derive(Clone, Deserialize)] //~
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# derive_default: `derive(Default)` beside it, which would not check
//@ safe_tool
#[safe_tool]
#[derive(Clone, Default)] //~
struct Arguments {
    #[range(1, 50)]
    field: u32,
}
//@ nutype
#[nutype(validate(greater_or_equal = 1))]
#[derive(Clone, Default)] //~
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# derive_debug: `derive(Debug)` beside it, which would show a secret
//@ safe_tool
#[safe_tool]
#[derive(Clone, Debug)] //~
struct Arguments {
    #[redact]
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# derive_json_schema: `derive(JsonSchema)` beside it, which would not know the rules
//@ safe_tool
#[safe_tool]
#[derive(Clone, schemars::JsonSchema)] //~
struct Arguments {
    #[range(1, 50)]
    field: u32,
}
//@ nutype
#[nutype(validate(less_or_equal = 50))]
#[derive(Clone, schemars::JsonSchema)] //~
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# derive_deserialize_above: `derive(Deserialize)` above it, which is expanded first
//? {"field": 99}
//@ safe_tool
#[derive(Clone, serde::Deserialize)] //~
#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    field: u32,
}
//@ nutype
#[derive(Clone, Deserialize)] //~
#[nutype(validate(less_or_equal = 50))]
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# derive_default_above: `derive(Default)` above it, which is expanded first
//@ safe_tool
#[derive(Clone, Default)] //~
#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    field: u32,
}
//@ nutype
#[derive(Clone, Default)] //~
#[nutype(validate(greater_or_equal = 1))]
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# serde_default: `serde(default)`, which fills in a value that was not checked
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    #[serde(default)] //~
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# serde_deserialize_with, serde_other, serde_on_type: `serde(deserialize_with = "…")`, which bypasses the rule
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[serde(deserialize_with = "read")] //~
    #[max_len(5)]
    field: String,
}
//@ n/a: garde, validator, serde_valid, nutype

//# serde_flatten: `serde(flatten)`, which switches off the check for unknown fields
//@ safe_tool
#[safe_tool]
struct Inner {}
#[safe_tool]
struct Arguments {
    #[serde(flatten)] //~
    field: Inner,
}
//@ n/a: garde, validator, serde_valid, nutype

//# cfg_attr_annotation, cfg_attr_derive, cfg_attr_serde: a rule inside `cfg_attr`, so that some builds go without
//? {"field": "LONG"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[cfg_attr(windows, max_len(5))] //~
    field: String, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[cfg_attr(windows, garde(length(max = 5)))] //~
    field: String, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[cfg_attr(windows, validate(length(max = 5)))] //~
    field: String, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[cfg_attr(windows, validate(max_length = 5))] //~
    field: String, //~
}
//@ nutype
#[nutype(
    derive(Deserialize),
    cfg_attr(windows, validate(len_char_max = 5)), //~
)]
struct Field(String); //~

//# cfg_field: a field inside `cfg`, so that the tool has two schemas
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[cfg(unix)] //~
    #[max_len(5)]
    field: String, //~
}
//@ n/a: garde, validator, serde_valid, nutype
