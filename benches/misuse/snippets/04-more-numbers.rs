//! Numbers

//# range_infinite_float: a maximum of 1e39 on an `f32`, which is infinity
//? {"field": 3e38}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(0, 1e39)] //~
    field: f32,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = 0.0, max = 1e39))] //~
    field: f32,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = 0.0, max = 1e39))] //~
    field: f32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(maximum = 1e39)] //~
    field: f32,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(less_or_equal = 1e39), //~
)]
struct Field(f32);

//# range_nan, range_not_finite: a minimum that is not a number
//? {"field": -5.0}
//? {"field": 0.5}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(f64::NAN, 1.0)] //~
    field: f64,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = f64::NAN, max = 1.0))] //~
    field: f64,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = f64::NAN, max = 1.0))] //~
    field: f64,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = f64::NAN)] //~
    field: f64,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(greater_or_equal = f64::NAN, less_or_equal = 1.0), //~
)]
struct Field(f64);

//# range_of_constant: bounds that are constants, the greater one first (safe_tool takes no constants at all)
//? {"field": 0}
//? {"field": 25}
//? {"field": 99}
//@ safe_tool
const MAX: u32 = 50;
#[safe_tool]
struct Arguments {
    #[range(MAX, 1)] //~
    field: u32,
}
//@ garde
const MAX: u32 = 50;
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = MAX, max = 1))] //~
    field: u32,
}
//@ validator
const MAX: u32 = 50;
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = MAX, max = 1))] //~
    field: u32,
}
//@ nutype
const MAX: u32 = 50;
#[nutype(
    derive(Deserialize),
    validate(greater_or_equal = MAX, less_or_equal = 1), //~
)]
struct Field(u32);
//@ n/a: serde_valid

//# range_half_open: a half-open range, `1..5`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1..5)] //~
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# multiple_of_zero: multiples of zero
//? {"field": 0}
//? {"field": 5}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[multiple_of(0)] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(multiple_of = 0)] //~
    field: u32,
}
//@ n/a: garde, validator, nutype

//# range_without_multiple: multiples of 5 between 11 and 14
//? {"field": 10}
//? {"field": 12}
//? {"field": 15}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(11, 14)] //~
    #[multiple_of(5)] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = 11)] //~
    #[validate(maximum = 14)] //~
    #[validate(multiple_of = 5)] //~
    field: u32,
}
//@ n/a: garde, validator, nutype

//# range_beyond_json: a maximum below what JSON's integers are read with
//? {"field": 0}
//? {"field": -9223372036854775808}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(..=-9223372036854775809)] //~
    field: i128,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(max = -9223372036854775809))] //~
    field: i128,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(max = -9223372036854775809))] //~
    field: i128,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(maximum = -9223372036854775809)] //~
    field: i128,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(less_or_equal = -9223372036854775809), //~
)]
struct Field(i128);
