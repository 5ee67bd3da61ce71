//! A rule on what it does not fit

//# max_len_on_integer: a length on a `u32`
//? {"field": 1}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(5)] //~
    field: u32, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(max = 5))] //~
    field: u32, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(max = 5))] //~
    field: u32, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length = 5)] //~
    field: u32, //~
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_max = 5), //~
)]
struct Field(u32); //~

//# range_on_string: a numeric range on a `String`
//? {"field": "a"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1, 50)] //~
    field: String, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = 1, max = 50))] //~
    field: String, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = 1, max = 50))] //~
    field: String, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(maximum = 50)] //~
    field: String, //~
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(less_or_equal = 50), //~
)]
struct Field(String); //~

//# max_len_on_list: the length of a text on a list of texts
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(5)] //~
    field: Vec<String>, //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# items_on_text, max_items_on_text: a number of items on a `String`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_items(5)] //~
    field: String, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_items = 5)] //~
    field: String, //~
}
//@ n/a: garde, validator, nutype

//# trim_on_bool: trimming a `bool`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[trim] //~
    field: bool, //~
}
//@ nutype
#[nutype(
    derive(Deserialize),
    sanitize(trim), //~
)]
struct Field(bool); //~
//@ n/a: garde, validator, serde_valid

//# unbounded_integer: an opt-out of bounds on a `u32`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[unbounded] //~
    field: u32, //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# annotation_on_type: a field's rule on the type
//@ safe_tool
#[safe_tool]
#[max_len(5)] //~
struct Arguments {
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
#[garde(length(max = 5))] //~
struct Arguments {
    #[garde(skip)]
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
#[validate(length(max = 5))] //~
struct Arguments {
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
#[validate(max_length = 5)] //~
struct Arguments {
    field: String,
}
//@ n/a: nutype

//# annotation_on_variant: a field's rule on a variant
//@ safe_tool
#[safe_tool]
enum Arguments {
    #[max_len(5)] //~
    Newest,
}
//@ garde
#[derive(Deserialize, Validate)]
enum Arguments {
    #[garde(length(max = 5))] //~
    Newest,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
enum Arguments {
    #[validate(max_length = 5)] //~
    Newest,
}
//@ n/a: validator, nutype

//# character: a `char`, of which JSON has none
//@ safe_tool
#[safe_tool]
struct Arguments {
    field: char, //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# map_keys_not_text: a map whose keys are integers
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_items(3)]
    field: std::collections::HashMap<u32, bool>, //~
}
//@ n/a: garde, validator, serde_valid, nutype
