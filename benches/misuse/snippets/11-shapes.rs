//! Shapes that are not supported

//# tuple_struct: a struct of two fields without names
//@ safe_tool
#[safe_tool]
struct Arguments(u32, u32); //~
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments(u32, u32); //~
//@ nutype
#[nutype(derive(Deserialize))]
struct Arguments(u32, u32); //~
//@ n/a: garde, serde_valid

//# newtype_not_transparent: a newtype that does not say it is one
//@ safe_tool
#[safe_tool]
struct Arguments(u32); //~
//@ n/a: garde, validator, serde_valid, nutype

//# unit_struct: a unit struct
//@ safe_tool
#[safe_tool]
struct Arguments; //~
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments; //~
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments; //~
//@ nutype
#[nutype(derive(Deserialize))]
struct Arguments; //~
//@ n/a: garde

//# union: a union
//@ safe_tool
#[safe_tool]
union Arguments { //~
    integer: u32,
    float: f32,
}
//@ garde
#[derive(Validate)]
union Arguments { //~
    integer: u32,
    float: f32,
}
//@ validator
#[derive(Validate)]
union Arguments { //~
    integer: u32,
    float: f32,
}
//@ serde_valid
#[derive(Validate)]
union Arguments { //~
    integer: u32,
    float: f32,
}
//@ nutype
#[nutype()]
union Arguments { //~
    integer: u32,
    float: f32,
}

//# enum_without_tag: an enum; with safe_tool, one with fields and without a tag
//@ safe_tool
#[safe_tool]
enum Arguments { //~
    Nothing,
    Move { steps: u32 }, //~
}
//@ validator
#[derive(Deserialize, Validate)]
enum Arguments { //~
    Nothing,
    Move { steps: u32 }, //~
}
//@ nutype
#[nutype(derive(Deserialize))]
enum Arguments { //~
    Nothing,
    Move { steps: u32 }, //~
}
//@ n/a: garde, serde_valid

//# enum_tuple_variant: an enum whose variants have fields without names
//@ safe_tool
#[safe_tool(tag = "kind")]
enum Arguments {
    Move(u32), //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# function: a function
//@ safe_tool
#[safe_tool] //~
fn search(_query: String) {} //~
//@ nutype
#[nutype(derive(Deserialize))] //~
fn search(_query: String) {} //~
//@ n/a: garde, validator, serde_valid

//# lifetime: a lifetime parameter
//@ safe_tool
#[safe_tool]
struct Arguments<'a> { //~
    #[max_len(5)]
    field: std::borrow::Cow<'a, str>,
}
//@ n/a: garde, validator, serde_valid, nutype

//# reference: a reference
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_len(5)]
    field: &'static str, //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# option_behind_alias: an `Option` behind an alias
//@ safe_tool
type Maybe = Option<String>;
#[safe_tool]
struct Arguments {
    #[max_len(3)]
    field: Maybe, //~
}
//@ n/a: garde, validator, serde_valid, nutype
