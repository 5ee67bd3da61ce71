//! Defaults

//# default_outside_range: a default of 51 where 1 to 50 are allowed
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    #[default(51)] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize, Default),
    validate(less_or_equal = 50),
    default = 51, //~
)]
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# default_too_long, default_not_listed, default_of_each_type, default_inside_some, default_list_outside_rules, default_one_character: a default that is longer than allowed, or not an allowed value
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(3)]
    #[default("long")] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize, Default),
    validate(len_char_max = 3),
    default = "long", //~
)]
struct Field(String);
//@ n/a: garde, validator, serde_valid

//# default_against_pattern, default_breaks_pattern, default_breaks_character_rules, default_not_trimmed: a default that the pattern refuses
//? {}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(3)]
    #[pattern("^x$")]
    #[default("a")] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize, Default),
    validate(regex = "^x$"),
    default = "a", //~
)]
struct Field(String);
#[derive(Deserialize)]
struct Arguments {
    #[serde(default)]
    field: Field,
}
//@ n/a: garde, validator, serde_valid

//# default_expression: a default that is an expression, and outside its rules
//? {}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    #[default(50 + 1)] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize, Default),
    validate(less_or_equal = 50),
    default = 50 + 1, //~
)]
struct Field(u32);
#[derive(Deserialize)]
struct Arguments {
    #[serde(default)]
    field: Field,
}
//@ n/a: garde, validator, serde_valid

//# default_outside_type: a default of -1 on a `u32`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[default(-1)] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize, Default),
    default = -1, //~
)]
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# default_wrong_type, default_list_as_array: a default of `"5"` on a `u32`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[default("5")] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize, Default),
    default = "5", //~
)]
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# default_of_type_outside_rules: the type's own default, where the rules refuse it
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1, 50)]
    #[default] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize, Default), //~
    validate(greater_or_equal = 1),
)]
struct Field(u32);
//@ n/a: garde, validator, serde_valid

//# transparent_default: a default on the field of a newtype, which is never missing
//@ safe_tool
#[safe_tool(transparent)]
struct Arguments(#[default(5)] u32); //~
//@ n/a: garde, validator, serde_valid, nutype
