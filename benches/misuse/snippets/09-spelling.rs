//! Spelling and punctuation

//# misspelt, serde_rename_all_misspelt: a rule with a letter wrong; the error names the right one
//@ safe_tool
//= max_len
#[safe_tool]
struct Arguments {
    #[max_lem(5)] //~
    field: String,
}
//@ garde
//= `length`
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(lenght(max = 5))] //~
    field: String,
}
//@ validator
//= `length`
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(lenght(max = 5))] //~
    field: String,
}
//@ serde_valid
//= max_length
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_lenght = 5)] //~
    field: String,
}
//@ nutype
//= len_char_max
#[nutype(
    derive(Deserialize),
    validate(len_char_mex = 5), //~
)]
struct Field(String);

//# misnamed: a rule under another library's name; the error names the right one
//@ safe_tool
//= max_len`
#[safe_tool]
struct Arguments {
    #[max_length(5)] //~
    field: String,
}
//@ garde
//= `length`
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(max_length(5))] //~
    field: String,
}
//@ validator
//= `length`
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length(5))] //~
    field: String,
}
//@ serde_valid
//= max_length
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_len = 5)] //~
    field: String,
}
//@ nutype
//= len_char_max
#[nutype(
    derive(Deserialize),
    validate(max_len = 5), //~
)]
struct Field(String);

//# misspelt_inside_each: a misspelt rule for the items of a list
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_items(3)]
    #[each(max_lem(5))] //~
    field: Vec<String>,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(inner(lenght(max = 5)))] //~
    field: Vec<String>,
}
//@ n/a: validator, serde_valid, nutype

//# without_its_value: a maximum length without its value
//? {"field": "LONG"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length)] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length)] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length)] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_max), //~
)]
struct Field(String);

//# with_empty_value: a length with empty parentheses
//? {"field": "LONG"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len()] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length())] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length())] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length())] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_max()), //~
)]
struct Field(String);

//# with_equals_sign: the other of `= 5` and `(5)`
//? {"field": "LONG"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len = 5] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length = 5)] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length = 5)] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length(5))] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_max(5)), //~
)]
struct Field(String);

//# with_a_value_it_does_not_take: a value where none is taken
//? {"field": "a"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(5)]
    #[trim(true)] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(ascii(true))] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(non_control_character(5))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(unique_items(true))] //~
    field: Vec<String>,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    sanitize(trim(true)), //~
)]
struct Field(String);

//# name_empty: a field whose name in JSON is empty
//? {"": 1}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[serde(rename = "")] //~
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
struct Arguments {
    #[serde(rename = "")] //~
    field: u32,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[serde(rename = "")] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[serde(rename = "")] //~
    field: u32,
}
//@ n/a: nutype
