//! Numbers

//# inverted_integer_range: an integer from 50 to 1
//? {"field": 0}
//? {"field": 25}
//? {"field": 99}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(50, 1)] //~
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = 50, max = 1))] //~
    field: u32,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = 50, max = 1))] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = 50)] //~
    #[validate(maximum = 1)] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(greater_or_equal = 50, less_or_equal = 1), //~
)]
struct Field(u32);

//# inverted_float_range: a float from 1.0 to -0.5
//? {"field": -2.0}
//? {"field": 0.0}
//? {"field": 2.0}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1.0..=-0.5)] //~
    field: f64,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = 1.0, max = -0.5))] //~
    field: f64,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = 1.0, max = -0.5))] //~
    field: f64,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = 1.0)] //~
    #[validate(maximum = -0.5)] //~
    field: f64,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(greater_or_equal = 1.0, less_or_equal = -0.5), //~
)]
struct Field(f64);

//# range_outside_type: a maximum of 300 on a `u8`
//? {"field": 1}
//? {"field": 255}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(1, 300)] //~
    field: u8,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = 1, max = 300))] //~
    field: u8,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = 1, max = 300))] //~
    field: u8,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = 1)]
    #[validate(maximum = 300)] //~
    field: u8,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(greater_or_equal = 1, less_or_equal = 300), //~
)]
struct Field(u8);

//# range_negative_unsigned: a minimum of -1 on a `u32`
//? {"field": 0}
//? {"field": 5}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(-1, 5)] //~
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = -1, max = 5))] //~
    field: u32,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = -1, max = 5))] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = -1)] //~
    #[validate(maximum = 5)]
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(greater_or_equal = -1, less_or_equal = 5), //~
)]
struct Field(u32);

//# range_fraction_on_integer: a minimum of 0.5 on a `u32`
//? {"field": 0}
//? {"field": 1}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[range(0.5, 3)] //~
    field: u32,
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(range(min = 0.5, max = 3))] //~
    field: u32,
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(range(min = 0.5, max = 3))] //~
    field: u32,
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = 0.5)] //~
    field: u32,
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(greater_or_equal = 0.5), //~
)]
struct Field(u32);
