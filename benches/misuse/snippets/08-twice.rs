//! Twice, and contradictory

//# given_twice, option_given_twice: the same rule with two values
//? {"field": "abcdef"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(5)] //~
    #[max_len(6)] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(max = 5))] //~
    #[garde(length(max = 6))] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(max = 5))] //~
    #[validate(length(max = 6))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length = 5)] //~
    #[validate(max_length = 6)] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_max = 5, len_char_max = 6), //~
)]
struct Field(String);

//# bounded_and_unbounded: a rule and the opt-out of rules on one field
//? {"field": "abcdef"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(5)] //~
    #[unbounded] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(max = 5))] //~
    #[garde(skip)] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(max = 5))] //~
    #[validate(skip)] //~
    field: String,
}
//@ n/a: serde_valid, nutype

//# one_name_for_two_fields: two fields with one name in JSON (where it compiles, rustc warns of an unreachable pattern)
//? {"first": 1}
//@ safe_tool
#[safe_tool]
struct Arguments {
    first: u32, //~
    #[serde(rename = "first")] //~
    second: u32, //~
}
//@ garde
#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
struct Arguments {
    first: u32, //~
    #[serde(rename = "first")] //~
    second: u32, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    first: u32, //~
    #[serde(rename = "first")] //~
    second: u32, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    first: u32, //~
    #[serde(rename = "first")] //~
    second: u32, //~
}
//@ n/a: nutype

//# rename_twice, serde_given_twice: a field that is renamed twice
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[serde(rename = "one")] //~
    #[serde(rename = "two")] //~
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
struct Arguments {
    #[serde(rename = "one")] //~
    #[serde(rename = "two")] //~
    field: u32,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[serde(rename = "one")] //~
    #[serde(rename = "two")] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[serde(rename = "one")] //~
    #[serde(rename = "two")] //~
    field: u32,
}
//@ n/a: nutype

//# tag_is_a_field: a field with the name of the enum's tag
//@ safe_tool
#[safe_tool(tag = "kind")] //~
enum Arguments {
    Move { kind: u32 }, //~
}
//@ garde
#[derive(Deserialize, Validate)]
#[serde(tag = "kind")] //~
#[garde(allow_unvalidated)]
enum Arguments {
    Move { kind: u32 }, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
#[serde(tag = "kind")] //~
enum Arguments {
    Move { kind: u32 }, //~
}
//@ n/a: validator, nutype

//# two_tags: two tags for one enum
//@ safe_tool
#[safe_tool(tag = "kind")] //~
#[serde(tag = "type")] //~
enum Arguments {
    Move { steps: u32 },
}
//@ garde
#[derive(Deserialize, Validate)]
#[serde(tag = "kind")] //~
#[serde(tag = "type")] //~
#[garde(allow_unvalidated)]
enum Arguments {
    Move { steps: u32 },
}
//@ serde_valid
#[derive(Deserialize, Validate)]
#[serde(tag = "kind")] //~
#[serde(tag = "type")] //~
enum Arguments {
    Move { steps: u32 },
}
//@ n/a: validator, nutype

//# many_at_once: three mistakes of spelling in one struct, each with its error in the same compile
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_lem(5)] //~ 1
    first: String,
    #[rang(1, 5)] //~ 2
    second: u32,
    #[max_len()] //~ 3
    third: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(lenght(max = 5))] //~ 1
    first: String,
    #[garde(range(mix = 1))] //~ 2
    second: u32,
    #[garde(length(max = 5, max = 6))] //~ 3
    third: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(lenght(max = 5))] //~ 1
    first: String,
    #[validate(range(mix = 1))] //~ 2
    second: u32,
    #[validate(length(max = 5, max = 6))] //~ 3
    third: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_lenght = 5)] //~ 1
    first: String,
    #[validate(minimun = 1)] //~ 2
    second: u32,
    #[validate(max_length)] //~ 3
    third: String,
}
//@ nutype
#[nutype(
    derive(Deserialise), //~ 1
    sanitize(trim, trimm), //~ 2
    validate(len_char_mix = 5), //~ 3
)]
struct Field(String);

//# many_kinds_at_once: three mistakes of three kinds (spelling, value, type) in one struct, likewise
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_lem(5)] //~ 1
    first: String,
    #[range(50, 1)] //~ 2
    second: u32,
    #[max_len(5)] //~ 3
    third: u32, //~ 3
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(lenght(max = 5))] //~ 1
    first: String,
    #[garde(length(min = 9, max = 3))] //~ 2
    second: String,
    #[garde(length(max = 5))] //~ 3
    third: u32, //~ 3
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(lenght(max = 5))] //~ 1
    first: String,
    #[validate(length())] //~ 2
    second: String,
    #[validate(length(max = 5))] //~ 3
    third: u32, //~ 3
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_lenght = 5)] //~ 1
    first: String,
    #[validate(max_length)] //~ 2
    second: String,
    #[validate(max_length = 5)] //~ 3
    third: u32, //~ 3
}
//@ nutype
#[nutype(
    sanitize(trimm), //~ 1
    validate(len_char_max = "5"), //~ 2
    derive(Copy), //~ 3
)]
struct Field(String); //~ 3
