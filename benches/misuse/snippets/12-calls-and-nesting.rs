//! Custom checks and nesting

//# check_unknown: a check that does not exist
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[check(no_such_function)] //~
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(custom(no_such_function))] //~
    field: u32,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(custom(function = "no_such_function"))] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(custom = no_such_function)] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(predicate = no_such_function), //~
)]
struct Field(u32);

//# check_wrong_argument: a check of another type
//@ safe_tool
fn short(_: &str) -> Result<(), String> {
    Ok(())
}
#[safe_tool]
struct Arguments {
    #[check(short)] //~
    field: u32,
}
//@ garde
fn short(_: &str, _: &()) -> garde::Result {
    Ok(())
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(custom(short))] //~
    field: u32,
}
//@ validator
fn short(_: &str) -> Result<(), validator::ValidationError> {
    Ok(())
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(custom(function = "short"))] //~
    field: u32,
}
//@ serde_valid
fn short(_: &str) -> Result<(), serde_valid::validation::Error> {
    Ok(())
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(custom = short)] //~
    field: u32,
}
//@ nutype
fn short(_: &str) -> bool {
    true
}
#[nutype(
    derive(Deserialize),
    validate(predicate = short), //~
)]
struct Field(u32);

//# check_wrong_result, check_wrong_result_struct, check_async, check_wrong_error: a check that returns something else
//@ safe_tool
fn even(value: &u32) -> bool {
    value % 2 == 0
}
#[safe_tool]
struct Arguments {
    #[check(even)] //~
    field: u32,
}
//@ garde
fn even(value: &u32, _: &()) -> bool {
    value % 2 == 0
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(custom(even))] //~
    field: u32,
}
//@ validator
fn even(value: u32) -> bool {
    value % 2 == 0
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(custom(function = "even"))] //~
    field: u32,
}
//@ serde_valid
fn even(value: &u32) -> bool {
    value % 2 == 0
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(custom = even)] //~
    field: u32,
}
//@ nutype
fn even(value: &u32) -> Result<(), String> {
    Ok(())
}
#[nutype(
    derive(Deserialize),
    validate(predicate = even), //~
)]
struct Field(u32);

//# check_on_c_like_enum: a check across fields on an enum that has none
//@ safe_tool
#[safe_tool(
    check = check, //~
)]
enum Arguments {
    Newest,
}
fn check(_: &Arguments) -> Result<(), String> {
    Ok(())
}
//@ n/a: garde, validator, serde_valid, nutype

//# nested_unchecked: a nested struct that is not itself checked
//? {"field": {"name": "LONG"}}
//@ safe_tool
struct Inner {
    name: String,
}
#[safe_tool]
struct Arguments {
    #[nested] //~
    field: Inner, //~
}
//@ garde
#[derive(Deserialize)]
struct Inner {
    name: String,
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(dive)] //~
    field: Inner, //~
}
//@ validator
#[derive(Deserialize)]
struct Inner {
    name: String,
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(nested)] //~
    field: Inner, //~
}
//@ serde_valid
#[derive(Deserialize)]
struct Inner {
    name: String,
}
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate] //~
    field: Inner, //~
}
//@ n/a: nutype

//# nested_forgotten: a nested struct with rules, and nothing that asks for them
//? {"field": {"name": "LONG"}}
//@ garde
#[derive(Deserialize, Validate)]
struct Inner {
    #[garde(length(max = 5))]
    name: String,
}
#[derive(Deserialize, Validate)]
struct Arguments {
    field: Inner, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Inner {
    #[validate(length(max = 5))]
    name: String,
}
#[derive(Deserialize, Validate)]
struct Arguments {
    field: Inner, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Inner {
    #[validate(max_length = 5)]
    name: String,
}
#[derive(Deserialize, Validate)]
struct Arguments {
    field: Inner, //~
}
//@ n/a: safe_tool, nutype
