//! A bound is missing

//# unbounded_string, unbounded_option: a `String` of any length
//? {"field": "LONG"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    field: String, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    field: String, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    field: String, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    field: String, //~
}
//@ nutype
#[nutype(derive(Deserialize))]
struct Field(String); //~

//# unbounded_alias: the same behind `type Name = String`
//? {"field": "LONG"}
//@ safe_tool
type Name = String;
#[safe_tool]
struct Arguments {
    field: Name, //~
}
//@ garde
type Name = String;
#[derive(Deserialize, Validate)]
struct Arguments {
    field: Name, //~
}
//@ validator
type Name = String;
#[derive(Deserialize, Validate)]
struct Arguments {
    field: Name, //~
}
//@ serde_valid
type Name = String;
#[derive(Deserialize, Validate)]
struct Arguments {
    field: Name, //~
}
//@ nutype
type Name = String;
#[nutype(derive(Deserialize))]
struct Field(Name); //~

//# pattern_without_max_len: a pattern, but no length
//? {"field": "LONG"}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[pattern("^[a-z]+$")] //~
    field: String, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(pattern("^[a-z]+$"))] //~
    field: String, //~
}
//@ validator
static WORD: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new("^[a-z]+$").unwrap());
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(regex(path = *WORD))] //~
    field: String, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(pattern = "^[a-z]+$")] //~
    field: String, //~
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(regex = "^[a-z]+$"), //~
)]
struct Field(String); //~

//# unbounded_list: a list of any number of items
//? {"field": [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9]}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[each(range(1, 9))] //~
    field: Vec<u32>, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(inner(range(min = 1, max = 9)))] //~
    field: Vec<u32>, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(minimum = 1)] //~
    #[validate(maximum = 9)] //~
    field: Vec<u32>, //~
}
//@ nutype
#[nutype(derive(Deserialize), validate(less_or_equal = 9))]
struct Item(u32);
#[derive(Deserialize)]
struct Arguments {
    field: Vec<Item>, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    field: Vec<u32>, //~
}

//# unbounded_items: a list of at most 3 strings, each of any length
//? {"field": ["LONG"]}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_items(3)] //~
    field: Vec<String>, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(max = 3))] //~
    field: Vec<String>, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(max = 3))] //~
    field: Vec<String>, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_items = 3)] //~
    field: Vec<String>, //~
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(predicate = |items| items.len() <= 3), //~
)]
struct Field(Vec<String>); //~

//# unbounded_map: a map of any number of entries
//? {"field": {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8}}
//@ safe_tool
#[safe_tool]
struct Arguments {
    field: std::collections::HashMap<String, u32>, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    field: std::collections::HashMap<String, u32>, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    field: std::collections::HashMap<String, u32>, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    field: std::collections::HashMap<String, u32>, //~
}
//@ nutype
#[nutype(derive(Deserialize))]
struct Field(std::collections::HashMap<String, u32>); //~

//# unbounded_keys: a map of at most 3 entries, its keys of any length
//? {"field": {"LONG": 1}}
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_items(3)] //~
    field: std::collections::HashMap<String, u32>, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    #[garde(length(max = 3))] //~
    field: std::collections::HashMap<String, u32>, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(length(max = 3))] //~
    field: std::collections::HashMap<String, u32>, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    #[validate(max_properties = 3)] //~
    field: std::collections::HashMap<String, u32>, //~
}
//@ nutype
#[nutype(
    derive(Deserialize),
    validate(predicate = |map| map.len() <= 3), //~
)]
struct Field(std::collections::HashMap<String, u32>); //~

//# unbounded_json: a `serde_json::Value` of any size
//? {"field": ["LONG"]}
//@ safe_tool
#[safe_tool]
struct Arguments {
    field: serde_json::Value, //~
}
//@ garde
#[derive(Deserialize, Validate)]
struct Arguments {
    field: serde_json::Value, //~
}
//@ validator
#[derive(Deserialize, Validate)]
struct Arguments {
    field: serde_json::Value, //~
}
//@ serde_valid
#[derive(Deserialize, Validate)]
struct Arguments {
    field: serde_json::Value, //~
}
//@ nutype
#[nutype(derive(Deserialize))]
struct Field(serde_json::Value); //~
