//! Lengths, numbers of items, lists of values

//# inverted_len: a text of at least 9 and at most 3 characters
//? {"field": "ab"}
//? {"field": "abcdef"}
//? {"field": "abcdefghijkl"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[min_len(9)] //~
    #[max_len(3)] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(min = 9, max = 3))] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(min = 9, max = 3))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(min_length = 9)] //~
    #[validate(max_length = 3)] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_min = 9, len_char_max = 3), //~
)]
struct Field(String);

//# inverted_items: a list of at least 9 and at most 3 items
//? {"field": [1]}
//? {"field": [1, 2, 3, 4, 5, 6]}
//? {"field": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[min_items(9)] //~
    #[max_items(3)] //~
    field: Vec<u8>,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(min = 9, max = 3))] //~
    field: Vec<u8>,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(min = 9, max = 3))] //~
    field: Vec<u8>,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(min_items = 9)] //~
    #[validate(max_items = 3)] //~
    field: Vec<u8>,
}
//@ n/a: nutype

//# negative_length: a maximum of -5 characters
//? {"field": ""}
//? {"field": "abc"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(-5)] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(max = -5))] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(max = -5))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length = -5)] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_max = -5), //~
)]
struct Field(String);

//# one_of_empty: a list of allowed values that is empty
//? {"field": "a"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[one_of()] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(r#enum = [])] //~
    field: String,
}
//@ n/a: garde, validator, nutype

//# one_of_duplicate: an allowed value that is listed twice
//? {"field": "a"}
//? {"field": "c"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[one_of("a", "b", "a")] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(r#enum = ["a", "b", "a"])] //~
    field: String,
}
//@ n/a: garde, validator, nutype

//# one_of_breaks_max_len, one_of_breaks_min_len, one_of_not_trimmed: an allowed value that the maximum length refuses
//? {"field": "a"}
//? {"field": "long"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[one_of("a", "long")] //~
    #[max_len(3)] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(r#enum = ["a", "long"])] //~
    #[validate(max_length = 3)] //~
    field: String,
}
//@ n/a: garde, validator, nutype

//# one_of_breaks_pattern: an allowed value that the pattern refuses
//? {"field": "x"}
//? {"field": "long"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[one_of("x", "long")] //~
    #[pattern("^x$")] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(r#enum = ["x", "long"])] //~
    #[validate(pattern = "^x$")] //~
    field: String,
}
//@ n/a: garde, validator, nutype

//# room_for_nothing: a maximum length of 0
//? {"field": ""}
//? {"field": "a"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(0)] //~
    field: String,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(max = 0))] //~
    field: String,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(max = 0))] //~
    field: String,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_length = 0)] //~
    field: String,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(len_char_max = 0), //~
)]
struct Field(String);
