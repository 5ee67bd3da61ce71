//! Written by `tests/schema_agreement_generate.rs`: change that, not this.
#![allow(dead_code, reason = "arguments that no tool reads")]

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    net::{IpAddr, Ipv4Addr},
    num::NonZeroU8,
    sync::Arc,
};

use safe_tool::{CommandArg, SandboxRoot, SandboxedPath, SqlIdent, SqlParam, safe_tool};
use serde_json::{Map, Value};

use super::checks::{unlucky, unlucky_struct};

static ROOT: SandboxRoot = SandboxRoot::unset();

/// A type that checks itself.
#[safe_tool]
struct Point {
    x: i16,
}

/// A C-like enum.
#[safe_tool]
#[serde(rename_all = "lowercase")]
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Level {
    Low,
    High,
    #[serde(rename = "Level 13")]
    Thirteenth13,
}

/// An enum with a tag.
#[safe_tool(tag = "kind")]
#[serde(rename_all = "snake_case")]
enum Step {
    Stay,
    Go {
        #[range(1..=13)]
        by: u8,
    },
}

/// A newtype.
#[safe_tool(transparent)]
struct Ratio(#[range(0.0, 1.0)] f64);

/// Two annotations on text.
#[safe_tool]
struct TextPairs1 {
    #[max_len(3)]
    #[min_len(0)]
    max_len_min_len: String,
    #[max_len(3)]
    #[pattern(r"\w")]
    max_len_pattern: Option<String>,
    #[max_len(3)]
    #[one_of("aaa", "aab", "é𝄞a")]
    max_len_one_of: String,
    #[max_len(3)]
    #[trim]
    max_len_trim: Box<str>,
    #[max_len(4)]
    #[multiline]
    max_len_multiline: Option<String>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs2 {
    #[max_len(4)]
    #[allow_control_chars]
    max_len_allow_control_chars: String,
    #[max_len(4)]
    #[allow_format_chars]
    max_len_allow_format_chars: Arc<str>,
    #[max_len(4)]
    #[allow_redaction_marker]
    max_len_allow_redaction_marker: Option<String>,
    #[max_len(8)]
    #[check(unlucky)]
    max_len_check: String,
    #[max_len(8)]
    #[default("aaa")]
    max_len_default: Cow<'static, str>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs3 {
    #[max_len(8)]
    #[redact]
    max_len_redact: Option<String>,
    #[min_len(3)]
    #[pattern(r"^(?:a|b|\p{Lu})*$")]
    #[max_len(8)]
    min_len_pattern: String,
    #[min_len(0)]
    #[one_of("aaa", "aab", "é𝄞a")]
    min_len_one_of: String,
    #[min_len(1)]
    #[trim]
    #[max_len(40)]
    min_len_trim: Option<String>,
    #[min_len(2)]
    #[multiline]
    #[max_len(40)]
    min_len_multiline: String,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs4 {
    #[min_len(3)]
    #[allow_control_chars]
    #[max_len(40)]
    min_len_allow_control_chars: Box<str>,
    #[min_len(0)]
    #[allow_format_chars]
    #[max_len(3)]
    min_len_allow_format_chars: Option<String>,
    #[min_len(1)]
    #[allow_redaction_marker]
    #[max_len(3)]
    min_len_allow_redaction_marker: String,
    #[min_len(2)]
    #[check(unlucky)]
    #[max_len(3)]
    min_len_check: Arc<str>,
    #[min_len(3)]
    #[default("aaa")]
    #[max_len(3)]
    min_len_default: String,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs5 {
    #[min_len(0)]
    #[redact]
    #[max_len(4)]
    min_len_redact: String,
    #[min_len(1)]
    #[unbounded]
    min_len_unbounded: Cow<'static, str>,
    #[pattern(r"\w")]
    #[one_of("aaa", "aab", "aba")]
    pattern_one_of: Option<String>,
    #[pattern(r"^\S*$")]
    #[trim]
    #[max_len(4)]
    pattern_trim: String,
    #[pattern(r"^[^\d\s]*$")]
    #[multiline]
    #[max_len(8)]
    pattern_multiline: String,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs6 {
    #[pattern(r"^(?:a|b|\p{Lu})*$")]
    #[allow_control_chars]
    #[max_len(8)]
    pattern_allow_control_chars: Option<String>,
    #[pattern("^.*$")]
    #[allow_format_chars]
    #[max_len(8)]
    pattern_allow_format_chars: String,
    #[pattern(r"^a[\s\S]*\D$")]
    #[allow_redaction_marker]
    #[max_len(8)]
    pattern_allow_redaction_marker: Box<str>,
    #[pattern("^[a-z]+$")]
    #[check(unlucky)]
    #[max_len(40)]
    pattern_check: Option<String>,
    #[pattern(r"\w")]
    #[default("aaa")]
    #[max_len(40)]
    pattern_default: String,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs7 {
    #[pattern(r"^\S*$")]
    #[redact]
    #[max_len(40)]
    pattern_redact: Arc<str>,
    #[pattern(r"^[^\d\s]*$")]
    #[unbounded]
    pattern_unbounded: Option<String>,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[trim]
    one_of_trim: String,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[multiline]
    one_of_multiline: Cow<'static, str>,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[allow_control_chars]
    one_of_allow_control_chars: Option<String>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs8 {
    #[one_of("aaa", "aab", "é𝄞a")]
    #[allow_format_chars]
    one_of_allow_format_chars: String,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[allow_redaction_marker]
    one_of_allow_redaction_marker: String,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[check(unlucky)]
    one_of_check: Option<String>,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[default("aaa")]
    one_of_default: String,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[redact]
    one_of_redact: Box<str>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs9 {
    #[trim]
    #[multiline]
    #[max_len(8)]
    trim_multiline: Option<String>,
    #[trim]
    #[allow_control_chars]
    #[max_len(8)]
    trim_allow_control_chars: String,
    #[trim]
    #[allow_format_chars]
    #[max_len(8)]
    trim_allow_format_chars: Arc<str>,
    #[trim]
    #[allow_redaction_marker]
    #[max_len(8)]
    trim_allow_redaction_marker: Option<String>,
    #[trim]
    #[check(unlucky)]
    #[max_len(40)]
    trim_check: String,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs10 {
    #[trim]
    #[default("aaa")]
    #[max_len(40)]
    trim_default: Cow<'static, str>,
    #[trim]
    #[redact]
    #[max_len(40)]
    trim_redact: Option<String>,
    #[trim]
    #[unbounded]
    trim_unbounded: String,
    #[multiline]
    #[allow_control_chars]
    #[max_len(3)]
    multiline_allow_control_chars: String,
    #[multiline]
    #[allow_format_chars]
    #[max_len(3)]
    multiline_allow_format_chars: Option<String>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs11 {
    #[multiline]
    #[allow_redaction_marker]
    #[max_len(3)]
    multiline_allow_redaction_marker: String,
    #[multiline]
    #[check(unlucky)]
    #[max_len(3)]
    multiline_check: Box<str>,
    #[multiline]
    #[default("aaa")]
    #[max_len(4)]
    multiline_default: String,
    #[multiline]
    #[redact]
    #[max_len(4)]
    multiline_redact: String,
    #[multiline]
    #[unbounded]
    multiline_unbounded: Arc<str>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs12 {
    #[allow_control_chars]
    #[allow_format_chars]
    #[max_len(4)]
    allow_control_chars_allow_format_chars: Option<String>,
    #[allow_control_chars]
    #[allow_redaction_marker]
    #[max_len(8)]
    allow_control_chars_allow_redaction_marker: String,
    #[allow_control_chars]
    #[check(unlucky)]
    #[max_len(8)]
    allow_control_chars_check: Cow<'static, str>,
    #[allow_control_chars]
    #[default("aaa")]
    #[max_len(8)]
    allow_control_chars_default: String,
    #[allow_control_chars]
    #[redact]
    #[max_len(8)]
    allow_control_chars_redact: String,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs13 {
    #[allow_control_chars]
    #[unbounded]
    allow_control_chars_unbounded: String,
    #[allow_format_chars]
    #[allow_redaction_marker]
    #[max_len(40)]
    allow_format_chars_allow_redaction_marker: Option<String>,
    #[allow_format_chars]
    #[check(unlucky)]
    #[max_len(40)]
    allow_format_chars_check: String,
    #[allow_format_chars]
    #[default("aaa")]
    #[max_len(40)]
    allow_format_chars_default: Box<str>,
    #[allow_format_chars]
    #[redact]
    #[max_len(3)]
    allow_format_chars_redact: Option<String>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs14 {
    #[allow_format_chars]
    #[unbounded]
    allow_format_chars_unbounded: String,
    #[allow_redaction_marker]
    #[check(unlucky)]
    #[max_len(3)]
    allow_redaction_marker_check: Arc<str>,
    #[allow_redaction_marker]
    #[default("aaa")]
    #[max_len(3)]
    allow_redaction_marker_default: String,
    #[allow_redaction_marker]
    #[redact]
    #[max_len(4)]
    allow_redaction_marker_redact: String,
    #[allow_redaction_marker]
    #[unbounded]
    allow_redaction_marker_unbounded: Cow<'static, str>,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs15 {
    #[check(unlucky)]
    #[default("aaa")]
    #[max_len(4)]
    check_default: String,
    #[check(unlucky)]
    #[redact]
    #[max_len(4)]
    check_redact: String,
    #[check(unlucky)]
    #[unbounded]
    check_unbounded: String,
    #[default("aaa")]
    #[redact]
    #[max_len(8)]
    default_redact: String,
    #[default("aaa")]
    #[unbounded]
    default_unbounded: String,
}

/// Two annotations on text.
#[safe_tool]
struct TextPairs16 {
    #[redact]
    #[unbounded]
    redact_unbounded: Box<str>,
}

/// Two annotations on integer.
#[safe_tool]
struct IntegerPairs1 {
    #[range(0, 50)]
    #[multiple_of(1)]
    range_multiple_of: u8,
    #[range(1..=120)]
    #[lenient]
    range_lenient: Option<i16>,
    #[range(3..)]
    #[check(unlucky)]
    range_check: u32,
    #[range(..=100)]
    #[default(-9223372036854775808)]
    range_default: i64,
    #[range(0..=15)]
    #[redact]
    range_redact: Option<u64>,
}

/// Two annotations on integer.
#[safe_tool]
struct IntegerPairs2 {
    #[multiple_of(5)]
    #[lenient]
    multiple_of_lenient: i128,
    #[multiple_of(1)]
    #[check(unlucky)]
    multiple_of_check: i8,
    #[multiple_of(3)]
    #[default(0)]
    multiple_of_default: u16,
    #[multiple_of(5)]
    #[redact]
    multiple_of_redact: i32,
    #[lenient]
    #[check(unlucky)]
    lenient_check: usize,
}

/// Two annotations on integer.
#[safe_tool]
struct IntegerPairs3 {
    #[lenient]
    #[default(0)]
    lenient_default: u128,
    #[lenient]
    #[redact]
    lenient_redact: isize,
    #[check(unlucky)]
    #[default(0)]
    check_default: u8,
    #[check(unlucky)]
    #[redact]
    check_redact: Option<i16>,
    #[default(0)]
    #[redact]
    default_redact: u32,
}

/// Two annotations on float.
#[safe_tool]
struct FloatPairs1 {
    #[range(0.5..=2.5)]
    #[lenient]
    range_lenient: f64,
    #[range(-1.0, 1.0)]
    #[check(unlucky)]
    range_check: Option<f64>,
    #[range(0..)]
    #[default(0.0)]
    range_default: f64,
    #[range(..=1e30)]
    #[redact]
    range_redact: f64,
    #[lenient]
    #[check(unlucky)]
    lenient_check: Option<f64>,
}

/// Two annotations on float.
#[safe_tool]
struct FloatPairs2 {
    #[lenient]
    #[default(-1e38)]
    lenient_default: f32,
    #[lenient]
    #[redact]
    lenient_redact: f32,
    #[check(unlucky)]
    #[default(-1e38)]
    check_default: f32,
    #[check(unlucky)]
    #[redact]
    check_redact: f32,
    #[default(-1e38)]
    #[redact]
    default_redact: f32,
}

/// Two annotations on bool.
#[safe_tool]
struct BoolPairs1 {
    #[lenient]
    #[check(unlucky)]
    lenient_check: bool,
    #[lenient]
    #[default(true)]
    lenient_default: bool,
    #[lenient]
    #[redact]
    lenient_redact: bool,
    #[check(unlucky)]
    #[default(true)]
    check_default: bool,
    #[check(unlucky)]
    #[redact]
    check_redact: Option<bool>,
}

/// Two annotations on bool.
#[safe_tool]
struct BoolPairs2 {
    #[default(true)]
    #[redact]
    default_redact: bool,
}

/// Two annotations on list.
#[safe_tool]
struct ListPairs1 {
    #[max_items(2)]
    #[min_items(0)]
    max_items_min_items: Vec<i64>,
    #[max_items(4)]
    #[each(range(0, 9))]
    max_items_each: Option<Vec<u8>>,
    #[max_items(10)]
    #[lenient]
    max_items_lenient: Vec<Level>,
    #[max_items(2)]
    #[check(unlucky)]
    max_items_check: HashSet<i64>,
    #[max_items(4)]
    #[default]
    max_items_default: HashSet<bool>,
}

/// Two annotations on list.
#[safe_tool]
struct ListPairs2 {
    #[max_items(10)]
    #[redact]
    max_items_redact: HashSet<Level>,
    #[max_items(2)]
    #[min_items(0)]
    #[each(max_len(3))]
    min_items_each: VecDeque<String>,
    #[max_items(4)]
    #[min_items(1)]
    #[lenient]
    min_items_lenient: Option<VecDeque<bool>>,
    #[max_items(10)]
    #[min_items(0)]
    #[check(unlucky)]
    min_items_check: VecDeque<Level>,
    #[max_items(2)]
    #[min_items(1)]
    #[default(From::from([1]))]
    min_items_default: BTreeSet<i64>,
}

/// Two annotations on list.
#[safe_tool]
struct ListPairs3 {
    #[max_items(4)]
    #[min_items(0)]
    #[redact]
    min_items_redact: Option<BTreeSet<bool>>,
    #[min_items(1)]
    #[unbounded]
    min_items_unbounded: BTreeSet<Level>,
    #[max_items(2)]
    #[each(max_len(3))]
    #[lenient]
    each_lenient: Vec<String>,
    #[max_items(4)]
    #[each(range(0, 9))]
    #[check(unlucky)]
    each_check: Option<Vec<u8>>,
    #[max_items(10)]
    #[each(max_items(2))]
    #[default]
    each_default: Vec<Vec<bool>>,
}

/// Two annotations on list.
#[safe_tool]
struct ListPairs4 {
    #[max_items(2)]
    #[each(max_len(3))]
    #[redact]
    each_redact: HashSet<String>,
    #[each(range(0, 9))]
    #[unbounded]
    each_unbounded: Option<HashSet<u8>>,
    #[max_items(10)]
    #[lenient]
    #[check(unlucky)]
    lenient_check: HashSet<Level>,
    #[max_items(2)]
    #[lenient]
    #[default]
    lenient_default: VecDeque<i64>,
    #[max_items(4)]
    #[lenient]
    #[redact]
    lenient_redact: Option<VecDeque<bool>>,
}

/// Two annotations on list.
#[safe_tool]
struct ListPairs5 {
    #[lenient]
    #[unbounded]
    lenient_unbounded: VecDeque<Level>,
    #[max_items(2)]
    #[check(unlucky)]
    #[default]
    check_default: BTreeSet<i64>,
    #[max_items(4)]
    #[check(unlucky)]
    #[redact]
    check_redact: Option<BTreeSet<bool>>,
    #[check(unlucky)]
    #[unbounded]
    check_unbounded: BTreeSet<Level>,
    #[max_items(2)]
    #[default]
    #[redact]
    default_redact: Vec<i64>,
}

/// Two annotations on list.
#[safe_tool]
struct ListPairs6 {
    #[default]
    #[unbounded]
    default_unbounded: Vec<bool>,
    #[redact]
    #[unbounded]
    redact_unbounded: Vec<Level>,
}

/// Two annotations on map.
#[safe_tool]
struct MapPairs1 {
    #[max_items(2)]
    #[min_items(0)]
    #[keys(max_len(4))]
    max_items_min_items: HashMap<String, i64>,
    #[max_items(4)]
    #[keys(pattern("^[a-z]+$"), max_len(4))]
    max_items_keys: Option<BTreeMap<String, bool>>,
    #[max_items(10)]
    #[each(max_items(2))]
    #[keys(max_len(4))]
    max_items_each: HashMap<String, Vec<bool>>,
    #[max_items(2)]
    #[lenient]
    max_items_lenient: BTreeMap<Level, i64>,
    #[max_items(4)]
    #[check(unlucky)]
    #[keys(max_len(4))]
    max_items_check: Option<HashMap<String, bool>>,
}

/// Two annotations on map.
#[safe_tool]
struct MapPairs2 {
    #[max_items(10)]
    #[default]
    #[keys(max_len(4))]
    max_items_default: BTreeMap<String, Level>,
    #[max_items(2)]
    #[redact]
    #[keys(max_len(4))]
    max_items_redact: HashMap<String, i64>,
    #[max_items(4)]
    #[min_items(1)]
    #[keys(trim, max_len(5))]
    min_items_keys: Option<BTreeMap<String, bool>>,
    #[max_items(10)]
    #[min_items(0)]
    #[each(max_items(2))]
    #[keys(max_len(4))]
    min_items_each: HashMap<String, Vec<bool>>,
    #[max_items(2)]
    #[min_items(1)]
    #[lenient]
    #[keys(max_len(4))]
    min_items_lenient: BTreeMap<String, i64>,
}

/// Two annotations on map.
#[safe_tool]
struct MapPairs3 {
    #[max_items(4)]
    #[min_items(0)]
    #[check(unlucky)]
    #[keys(max_len(4))]
    min_items_check: Option<HashMap<String, bool>>,
    #[max_items(10)]
    #[min_items(1)]
    #[default(From::from([(Level::High, Level::Low)]))]
    min_items_default: BTreeMap<Level, Level>,
    #[max_items(2)]
    #[min_items(0)]
    #[redact]
    #[keys(max_len(4))]
    min_items_redact: HashMap<String, i64>,
    #[min_items(1)]
    #[unbounded]
    min_items_unbounded: Option<BTreeMap<String, bool>>,
    #[max_items(10)]
    #[keys(one_of("low", "high"))]
    #[each(max_items(2))]
    keys_each: HashMap<String, Vec<bool>>,
}

/// Two annotations on map.
#[safe_tool]
struct MapPairs4 {
    #[max_items(2)]
    #[keys(trim, max_len(5))]
    #[lenient]
    keys_lenient: BTreeMap<String, i64>,
    #[max_items(4)]
    #[keys(min_len(1), max_len(4))]
    #[check(unlucky)]
    keys_check: Option<HashMap<String, bool>>,
    #[max_items(10)]
    #[keys(pattern("^[a-z]+$"), max_len(4))]
    #[default]
    keys_default: BTreeMap<String, Level>,
    #[max_items(2)]
    #[keys(one_of("low", "high"))]
    #[redact]
    keys_redact: HashMap<String, i64>,
    #[keys(trim, max_len(5))]
    #[unbounded]
    keys_unbounded: Option<BTreeMap<String, bool>>,
}

/// Two annotations on map.
#[safe_tool]
struct MapPairs5 {
    #[max_items(10)]
    #[each(max_items(2))]
    #[lenient]
    #[keys(max_len(4))]
    each_lenient: HashMap<String, Vec<bool>>,
    #[max_items(2)]
    #[each(max_len(3))]
    #[check(unlucky)]
    #[keys(max_len(4))]
    each_check: BTreeMap<String, String>,
    #[max_items(4)]
    #[each(range(0, 9))]
    #[default]
    #[keys(max_len(4))]
    each_default: HashMap<String, u8>,
    #[max_items(10)]
    #[each(max_items(2))]
    #[redact]
    each_redact: BTreeMap<Level, Vec<bool>>,
    #[each(max_len(3))]
    #[unbounded]
    each_unbounded: HashMap<String, String>,
}

/// Two annotations on map.
#[safe_tool]
struct MapPairs6 {
    #[max_items(4)]
    #[lenient]
    #[check(unlucky)]
    #[keys(max_len(4))]
    lenient_check: Option<BTreeMap<String, bool>>,
    #[max_items(10)]
    #[lenient]
    #[default]
    #[keys(max_len(4))]
    lenient_default: HashMap<String, Level>,
    #[max_items(2)]
    #[lenient]
    #[redact]
    lenient_redact: BTreeMap<Level, i64>,
    #[lenient]
    #[unbounded]
    lenient_unbounded: Option<HashMap<String, bool>>,
    #[max_items(10)]
    #[check(unlucky)]
    #[default]
    #[keys(max_len(4))]
    check_default: BTreeMap<String, Level>,
}

/// Two annotations on map.
#[safe_tool]
struct MapPairs7 {
    #[max_items(2)]
    #[check(unlucky)]
    #[redact]
    #[keys(max_len(4))]
    check_redact: HashMap<String, i64>,
    #[check(unlucky)]
    #[unbounded]
    check_unbounded: Option<BTreeMap<Level, bool>>,
    #[max_items(10)]
    #[default]
    #[redact]
    #[keys(max_len(4))]
    default_redact: HashMap<String, Level>,
    #[default]
    #[unbounded]
    default_unbounded: BTreeMap<String, i64>,
    #[redact]
    #[unbounded]
    redact_unbounded: Option<HashMap<String, bool>>,
}

/// Two annotations on json.
#[safe_tool]
struct JsonPairs1 {
    #[max_json_bytes(20)]
    #[allow_control_chars]
    max_json_bytes_allow_control_chars: Value,
    #[max_json_bytes(40)]
    #[allow_format_chars]
    max_json_bytes_allow_format_chars: Option<Value>,
    #[max_json_bytes(1000)]
    #[allow_redaction_marker]
    max_json_bytes_allow_redaction_marker: Value,
    #[max_json_bytes(20)]
    #[check(unlucky)]
    max_json_bytes_check: Value,
    #[max_json_bytes(40)]
    #[default]
    max_json_bytes_default: Value,
}

/// Two annotations on json.
#[safe_tool]
struct JsonPairs2 {
    #[max_json_bytes(1000)]
    #[redact]
    max_json_bytes_redact: Value,
    #[max_json_bytes(20)]
    #[allow_control_chars]
    #[allow_format_chars]
    allow_control_chars_allow_format_chars: Value,
    #[max_json_bytes(40)]
    #[allow_control_chars]
    #[allow_redaction_marker]
    allow_control_chars_allow_redaction_marker: Option<Value>,
    #[max_json_bytes(1000)]
    #[allow_control_chars]
    #[check(unlucky)]
    allow_control_chars_check: Value,
    #[max_json_bytes(20)]
    #[allow_control_chars]
    #[default]
    allow_control_chars_default: Value,
}

/// Two annotations on json.
#[safe_tool]
struct JsonPairs3 {
    #[max_json_bytes(40)]
    #[allow_control_chars]
    #[redact]
    allow_control_chars_redact: Option<Value>,
    #[allow_control_chars]
    #[unbounded]
    allow_control_chars_unbounded: Value,
    #[max_json_bytes(20)]
    #[allow_format_chars]
    #[allow_redaction_marker]
    allow_format_chars_allow_redaction_marker: Value,
    #[max_json_bytes(40)]
    #[allow_format_chars]
    #[check(unlucky)]
    allow_format_chars_check: Option<Value>,
    #[max_json_bytes(1000)]
    #[allow_format_chars]
    #[default]
    allow_format_chars_default: Value,
}

/// Two annotations on json.
#[safe_tool]
struct JsonPairs4 {
    #[max_json_bytes(20)]
    #[allow_format_chars]
    #[redact]
    allow_format_chars_redact: Value,
    #[allow_format_chars]
    #[unbounded]
    allow_format_chars_unbounded: Option<Value>,
    #[max_json_bytes(1000)]
    #[allow_redaction_marker]
    #[check(unlucky)]
    allow_redaction_marker_check: Value,
    #[max_json_bytes(20)]
    #[allow_redaction_marker]
    #[default]
    allow_redaction_marker_default: Value,
    #[max_json_bytes(40)]
    #[allow_redaction_marker]
    #[redact]
    allow_redaction_marker_redact: Option<Value>,
}

/// Two annotations on json.
#[safe_tool]
struct JsonPairs5 {
    #[allow_redaction_marker]
    #[unbounded]
    allow_redaction_marker_unbounded: Value,
    #[max_json_bytes(20)]
    #[check(unlucky)]
    #[default]
    check_default: Value,
    #[max_json_bytes(40)]
    #[check(unlucky)]
    #[redact]
    check_redact: Option<Value>,
    #[check(unlucky)]
    #[unbounded]
    check_unbounded: Value,
    #[max_json_bytes(20)]
    #[default]
    #[redact]
    default_redact: Value,
}

/// Two annotations on json.
#[safe_tool]
struct JsonPairs6 {
    #[default]
    #[unbounded]
    default_unbounded: Value,
    #[redact]
    #[unbounded]
    redact_unbounded: Value,
}

/// Two annotations on commandarg.
#[safe_tool]
struct CommandArgPairs1 {
    #[max_len(3)]
    #[min_len(0)]
    max_len_min_len: CommandArg,
    #[max_len(3)]
    #[pattern(r"\w")]
    max_len_pattern: Option<CommandArg>,
    #[max_len(3)]
    #[one_of("aaa", "aab", "é𝄞a")]
    max_len_one_of: CommandArg,
    #[max_len(3)]
    #[allow_dash]
    max_len_allow_dash: CommandArg,
    #[max_len(4)]
    #[check(unlucky)]
    max_len_check: Option<CommandArg>,
}

/// Two annotations on commandarg.
#[safe_tool]
struct CommandArgPairs2 {
    #[max_len(4)]
    #[redact]
    max_len_redact: CommandArg,
    #[min_len(2)]
    #[pattern(r"^a[\s\S]*\D$")]
    #[max_len(4)]
    min_len_pattern: CommandArg,
    #[min_len(3)]
    #[one_of("aaa", "aab", "é𝄞a")]
    min_len_one_of: Option<CommandArg>,
    #[min_len(0)]
    #[allow_dash]
    #[max_len(8)]
    min_len_allow_dash: CommandArg,
    #[min_len(1)]
    #[check(unlucky)]
    #[max_len(8)]
    min_len_check: CommandArg,
}

/// Two annotations on commandarg.
#[safe_tool]
struct CommandArgPairs3 {
    #[min_len(2)]
    #[redact]
    #[max_len(8)]
    min_len_redact: Option<CommandArg>,
    #[pattern(r"^(?:a|b|\p{Lu})*$")]
    #[one_of("aaa", "aab", "aba")]
    pattern_one_of: CommandArg,
    #[pattern("^.*$")]
    #[allow_dash]
    #[max_len(40)]
    pattern_allow_dash: CommandArg,
    #[pattern(r"^a[\s\S]*\D$")]
    #[check(unlucky)]
    #[max_len(40)]
    pattern_check: Option<CommandArg>,
    #[pattern("^[a-z]+$")]
    #[redact]
    #[max_len(40)]
    pattern_redact: CommandArg,
}

/// Two annotations on commandarg.
#[safe_tool]
struct CommandArgPairs4 {
    #[one_of("aaa", "aab", "é𝄞a")]
    #[allow_dash]
    one_of_allow_dash: CommandArg,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[check(unlucky)]
    one_of_check: Option<CommandArg>,
    #[one_of("aaa", "aab", "é𝄞a")]
    #[redact]
    one_of_redact: CommandArg,
    #[allow_dash]
    #[check(unlucky)]
    #[max_len(3)]
    allow_dash_check: CommandArg,
    #[allow_dash]
    #[redact]
    #[max_len(3)]
    allow_dash_redact: Option<CommandArg>,
}

/// Two annotations on commandarg.
#[safe_tool]
struct CommandArgPairs5 {
    #[check(unlucky)]
    #[redact]
    #[max_len(4)]
    check_redact: CommandArg,
}

/// Two annotations on path.
#[safe_tool]
struct PathPairs1 {
    #[sandboxed_path("/data/safe")]
    #[check(unlucky)]
    sandboxed_path_check: SandboxedPath,
    #[sandboxed_path(env = "SAFE_TOOL_TEST_ROOT", default = "/data/safe")]
    #[redact]
    sandboxed_path_redact: Option<SandboxedPath>,
    #[sandboxed_path(root = ROOT, extensions("txt", "md"), no_hidden, max_depth = 3)]
    #[check(unlucky)]
    #[redact]
    check_redact: SandboxedPath,
}

/// Two annotations on ident.
#[safe_tool]
struct IdentPairs1 {
    #[one_of("name", "users.created_at")]
    #[check(unlucky)]
    one_of_check: SqlIdent,
    #[one_of("name", "users.created_at")]
    #[default("name")]
    one_of_default: SqlIdent,
    #[one_of("name", "users.created_at")]
    #[redact]
    one_of_redact: SqlIdent,
    #[one_of("name", "users.created_at")]
    #[check(unlucky)]
    #[default("name")]
    check_default: SqlIdent,
    #[one_of("name", "users.created_at")]
    #[check(unlucky)]
    #[redact]
    check_redact: Option<SqlIdent>,
}

/// Two annotations on ident.
#[safe_tool]
struct IdentPairs2 {
    #[one_of("name", "users.created_at")]
    #[default("name")]
    #[redact]
    default_redact: SqlIdent,
}

/// Two annotations on own.
#[safe_tool]
struct OwnPairs1 {
    #[nested]
    #[lenient]
    nested_lenient: Point,
    #[nested]
    #[check(unlucky)]
    nested_check: Option<Level>,
    #[nested]
    #[default(Step::Stay)]
    nested_default: Step,
    #[nested]
    #[redact]
    nested_redact: Ratio,
    #[lenient]
    #[check(unlucky)]
    lenient_check: Option<Point>,
}

/// Two annotations on own.
#[safe_tool]
struct OwnPairs2 {
    #[lenient]
    #[default(Level::Low)]
    lenient_default: Level,
    #[lenient]
    #[redact]
    lenient_redact: Step,
    #[unbounded]
    #[allow_redaction_marker]
    #[check(unlucky)]
    allow_redaction_marker_check: Option<Ipv4Addr>,
    #[unbounded]
    #[allow_redaction_marker]
    #[default(NonZeroU8::MIN)]
    allow_redaction_marker_default: NonZeroU8,
    #[unbounded]
    #[allow_redaction_marker]
    #[redact]
    allow_redaction_marker_redact: IpAddr,
}

/// Two annotations on own.
#[safe_tool]
struct OwnPairs3 {
    #[allow_redaction_marker]
    #[unbounded]
    allow_redaction_marker_unbounded: Option<Ipv4Addr>,
    #[check(unlucky)]
    #[default(Ratio(0.5))]
    check_default: Ratio,
    #[check(unlucky)]
    #[redact]
    check_redact: Point,
    #[check(unlucky)]
    #[unbounded]
    check_unbounded: Option<Ipv4Addr>,
    #[default(Step::Stay)]
    #[redact]
    default_redact: Step,
}

/// Two annotations on own.
#[safe_tool]
struct OwnPairs4 {
    #[default(IpAddr::from([0; 4]))]
    #[unbounded]
    default_unbounded: IpAddr,
    #[redact]
    #[unbounded]
    redact_unbounded: Option<Ipv4Addr>,
}

/// Inside something else: text.
#[safe_tool]
struct TextInside1 {
    #[max_items(2)]
    #[each(max_len(3))]
    max_len_in_list: Vec<String>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_len(3))]
    max_len_in_map: HashMap<String, String>,
    #[max_items(2)]
    #[each(min_len(2), max_len(3))]
    min_len_in_set: HashSet<String>,
    #[min_len(3)]
    #[max_len(3)]
    min_len_in_option: Option<Box<str>>,
    #[max_items(2)]
    #[each(pattern(r"^(?:a|b|\p{Lu})*$"), max_len(4))]
    pattern_in_options: VecDeque<Option<String>>,
}

/// Inside something else: text.
#[safe_tool]
struct TextInside2 {
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(pattern("^.*$"), max_len(4)))]
    pattern_in_lists: BTreeMap<String, Vec<String>>,
    #[max_items(2)]
    #[each(max_items(2), keys(max_len(3)), each(one_of("aaa", "aab", "é𝄞a")))]
    one_of_in_maps: Option<Vec<BTreeMap<String, Arc<str>>>>,
    #[max_items(2)]
    #[each(one_of("aaa", "aab", "é𝄞a"))]
    one_of_in_list: Vec<String>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(trim, max_len(8))]
    trim_in_map: HashMap<String, String>,
    #[max_items(2)]
    #[each(trim, max_len(8))]
    trim_in_set: HashSet<Cow<'static, str>>,
}

/// Inside something else: text.
#[safe_tool]
struct TextInside3 {
    #[multiline]
    #[max_len(8)]
    multiline_in_option: Option<String>,
    #[max_items(2)]
    #[each(multiline, max_len(8))]
    multiline_in_options: VecDeque<Option<String>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(allow_control_chars, max_len(40)))]
    allow_control_chars_in_lists: BTreeMap<String, Vec<String>>,
    #[max_items(2)]
    #[each(max_items(2), keys(max_len(3)), each(allow_control_chars, max_len(40)))]
    allow_control_chars_in_maps: Option<Vec<BTreeMap<String, String>>>,
    #[max_items(2)]
    #[each(allow_format_chars, max_len(40))]
    allow_format_chars_in_list: Vec<String>,
}

/// Inside something else: text.
#[safe_tool]
struct TextInside4 {
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(allow_format_chars, max_len(40))]
    allow_format_chars_in_map: HashMap<String, Box<str>>,
    #[max_items(2)]
    #[each(allow_redaction_marker, max_len(3))]
    allow_redaction_marker_in_set: HashSet<String>,
    #[allow_redaction_marker]
    #[max_len(3)]
    allow_redaction_marker_in_option: Option<String>,
    #[max_items(2)]
    #[each(check(unlucky), max_len(3))]
    check_in_options: VecDeque<Option<Arc<str>>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(check(unlucky), max_len(3)))]
    check_in_lists: BTreeMap<String, Vec<String>>,
}

/// Inside something else: text.
#[safe_tool]
struct TextInside5 {
    #[unbounded]
    unbounded_in_option: Option<String>,
    #[max_items(2)]
    #[each(unbounded)]
    unbounded_in_options: VecDeque<Option<Cow<'static, str>>>,
}

/// Inside something else: integer.
#[safe_tool]
struct IntegerInside1 {
    #[max_items(2)]
    #[each(range(0, 50))]
    range_in_list: Vec<u8>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(range(1..=120))]
    range_in_map: HashMap<String, i16>,
    #[max_items(2)]
    #[each(multiple_of(5))]
    multiple_of_in_set: HashSet<u32>,
    #[multiple_of(1)]
    multiple_of_in_option: Option<i64>,
    #[max_items(2)]
    #[each(max_items(2), keys(max_len(3)), each(check(unlucky)))]
    check_in_maps: Option<Vec<BTreeMap<String, u64>>>,
}

/// Inside something else: integer.
#[safe_tool]
struct IntegerInside2 {
    #[max_items(2)]
    #[each(check(unlucky))]
    check_in_list: Vec<i128>,
}

/// Inside something else: float.
#[safe_tool]
struct FloatInside1 {
    #[max_items(2)]
    #[each(range(0.5..=2.5))]
    range_in_list: Vec<f64>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(range(-1.0, 1.0))]
    range_in_map: HashMap<String, f64>,
    #[max_items(2)]
    #[each(check(unlucky))]
    check_in_options: VecDeque<Option<f64>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(check(unlucky)))]
    check_in_lists: BTreeMap<String, Vec<f64>>,
}

/// Inside something else: bool.
#[safe_tool]
struct BoolInside1 {
    #[max_items(2)]
    #[each(check(unlucky))]
    check_in_set: HashSet<bool>,
    #[check(unlucky)]
    check_in_option: Option<bool>,
}

/// Inside something else: list.
#[safe_tool]
struct ListInside1 {
    #[max_items(2)]
    #[each(max_items(2))]
    max_items_in_list: Vec<Vec<i64>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(4))]
    max_items_in_map: HashMap<String, Vec<bool>>,
    #[max_items(2)]
    #[each(max_items(10), min_items(0))]
    min_items_in_set: BTreeSet<Vec<Level>>,
    #[max_items(2)]
    #[min_items(1)]
    min_items_in_option: Option<HashSet<i64>>,
    #[max_items(2)]
    #[each(max_items(4), each(range(0, 9)))]
    each_in_options: VecDeque<Option<HashSet<u8>>>,
}

/// Inside something else: list.
#[safe_tool]
struct ListInside2 {
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(max_items(10), each(max_items(2))))]
    each_in_lists: BTreeMap<String, Vec<HashSet<Vec<bool>>>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), check(unlucky))]
    check_in_map: HashMap<String, VecDeque<i64>>,
    #[max_items(2)]
    #[each(max_items(4), check(unlucky))]
    check_in_set: BTreeSet<VecDeque<bool>>,
    #[max_items(2)]
    #[each(unbounded)]
    unbounded_in_list: Vec<VecDeque<Level>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(unbounded)]
    unbounded_in_map: HashMap<String, BTreeSet<i64>>,
}

/// Inside something else: map.
#[safe_tool]
struct MapInside1 {
    #[max_items(2)]
    #[each(max_items(2), keys(max_len(4)))]
    max_items_in_list: Vec<HashMap<String, i64>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(4), keys(max_len(4)))]
    max_items_in_map: HashMap<String, BTreeMap<String, bool>>,
    #[max_items(2)]
    #[each(max_items(10), min_items(0), keys(max_len(4)))]
    min_items_in_set: Vec<HashMap<String, Level>>,
    #[max_items(2)]
    #[min_items(1)]
    min_items_in_option: Option<BTreeMap<Level, i64>>,
    #[max_items(2)]
    #[each(max_items(4), keys(min_len(1), max_len(4)))]
    keys_in_options: VecDeque<Option<HashMap<String, bool>>>,
}

/// Inside something else: map.
#[safe_tool]
struct MapInside2 {
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(
        max_items(2),
        each(max_items(10), keys(pattern("^[a-z]+$"), max_len(4)))
    )]
    keys_in_lists: BTreeMap<String, Vec<BTreeMap<String, Level>>>,
    #[max_items(2)]
    #[each(
        max_items(2),
        keys(max_len(3)),
        each(max_items(2), each(max_len(3)), keys(max_len(4)))
    )]
    each_in_maps: Option<Vec<BTreeMap<String, HashMap<String, String>>>>,
    #[max_items(2)]
    #[each(max_items(4), each(range(0, 9)))]
    each_in_list: Vec<BTreeMap<Level, u8>>,
    #[max_items(10)]
    #[check(unlucky)]
    #[keys(max_len(4))]
    check_in_option: Option<HashMap<String, Level>>,
    #[max_items(2)]
    #[each(max_items(2), check(unlucky), keys(max_len(4)))]
    check_in_options: VecDeque<Option<BTreeMap<String, i64>>>,
}

/// Inside something else: map.
#[safe_tool]
struct MapInside3 {
    #[max_items(2)]
    #[each(unbounded)]
    unbounded_in_set: Vec<HashMap<String, bool>>,
    #[unbounded]
    unbounded_in_option: Option<BTreeMap<Level, Level>>,
}

/// Inside something else: json.
#[safe_tool]
struct JsonInside1 {
    #[max_items(2)]
    #[each(max_json_bytes(20))]
    max_json_bytes_in_list: Vec<Value>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_json_bytes(40))]
    max_json_bytes_in_map: HashMap<String, Value>,
    #[max_items(2)]
    #[each(max_json_bytes(1000), allow_control_chars)]
    allow_control_chars_in_set: Vec<Value>,
    #[max_json_bytes(20)]
    #[allow_control_chars]
    allow_control_chars_in_option: Option<Value>,
    #[max_items(2)]
    #[each(max_json_bytes(40), allow_format_chars)]
    allow_format_chars_in_options: VecDeque<Option<Value>>,
}

/// Inside something else: json.
#[safe_tool]
struct JsonInside2 {
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(max_json_bytes(1000), allow_format_chars))]
    allow_format_chars_in_lists: BTreeMap<String, Vec<Value>>,
    #[max_items(2)]
    #[each(
        max_items(2),
        keys(max_len(3)),
        each(max_json_bytes(20), allow_redaction_marker)
    )]
    allow_redaction_marker_in_maps: Option<Vec<BTreeMap<String, Value>>>,
    #[max_items(2)]
    #[each(max_json_bytes(40), allow_redaction_marker)]
    allow_redaction_marker_in_list: Vec<Value>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_json_bytes(1000), check(unlucky))]
    check_in_map: HashMap<String, Value>,
    #[max_items(2)]
    #[each(max_json_bytes(20), check(unlucky))]
    check_in_set: Vec<Value>,
}

/// Inside something else: json.
#[safe_tool]
struct JsonInside3 {
    #[max_items(2)]
    #[each(unbounded)]
    unbounded_in_list: Vec<Value>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(unbounded)]
    unbounded_in_map: HashMap<String, Value>,
}

/// Inside something else: commandarg.
#[safe_tool]
struct CommandArgInside1 {
    #[max_items(2)]
    #[each(max_len(3))]
    max_len_in_list: Vec<CommandArg>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_len(3))]
    max_len_in_map: HashMap<String, CommandArg>,
    #[max_items(2)]
    #[each(min_len(2), max_len(3))]
    min_len_in_set: Vec<CommandArg>,
    #[min_len(3)]
    #[max_len(3)]
    min_len_in_option: Option<CommandArg>,
    #[max_items(2)]
    #[each(pattern(r"^(?:a|b|\p{Lu})*$"), max_len(4))]
    pattern_in_options: VecDeque<Option<CommandArg>>,
}

/// Inside something else: commandarg.
#[safe_tool]
struct CommandArgInside2 {
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(pattern("^.*$"), max_len(4)))]
    pattern_in_lists: BTreeMap<String, Vec<CommandArg>>,
    #[max_items(2)]
    #[each(max_items(2), keys(max_len(3)), each(one_of("aaa", "aab", "é𝄞a")))]
    one_of_in_maps: Option<Vec<BTreeMap<String, CommandArg>>>,
    #[max_items(2)]
    #[each(one_of("aaa", "aab", "é𝄞a"))]
    one_of_in_list: Vec<CommandArg>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(allow_dash, max_len(8))]
    allow_dash_in_map: HashMap<String, CommandArg>,
    #[max_items(2)]
    #[each(allow_dash, max_len(8))]
    allow_dash_in_set: Vec<CommandArg>,
}

/// Inside something else: commandarg.
#[safe_tool]
struct CommandArgInside3 {
    #[check(unlucky)]
    #[max_len(8)]
    check_in_option: Option<CommandArg>,
    #[max_items(2)]
    #[each(check(unlucky), max_len(8))]
    check_in_options: VecDeque<Option<CommandArg>>,
}

/// Inside something else: path.
#[safe_tool]
struct PathInside1 {
    #[max_items(2)]
    #[each(sandboxed_path("/data/safe"))]
    sandboxed_path_in_list: Vec<SandboxedPath>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(sandboxed_path(env = "SAFE_TOOL_TEST_ROOT", default = "/data/safe"))]
    sandboxed_path_in_map: HashMap<String, SandboxedPath>,
    #[max_items(2)]
    #[each(
        sandboxed_path(root = ROOT, extensions("txt", "md"), no_hidden, max_depth = 3),
        check(unlucky)
    )]
    check_in_set: Vec<SandboxedPath>,
    #[sandboxed_path("/data/safe")]
    #[check(unlucky)]
    check_in_option: Option<SandboxedPath>,
}

/// Inside something else: ident.
#[safe_tool]
struct IdentInside1 {
    #[max_items(2)]
    #[each(one_of("name", "users.created_at"))]
    one_of_in_list: Vec<SqlIdent>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(one_of("name", "users.created_at"))]
    one_of_in_map: HashMap<String, SqlIdent>,
    #[max_items(2)]
    #[each(one_of("name", "users.created_at"), check(unlucky))]
    check_in_set: HashSet<SqlIdent>,
    #[one_of("name", "users.created_at")]
    #[check(unlucky)]
    check_in_option: Option<SqlIdent>,
}

/// Inside something else: own.
#[safe_tool]
struct OwnInside1 {
    #[max_items(2)]
    #[each(nested)]
    nested_in_list: Vec<Point>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(nested)]
    nested_in_map: HashMap<String, Level>,
    #[max_items(2)]
    #[each(unbounded, allow_redaction_marker)]
    allow_redaction_marker_in_options: VecDeque<Option<NonZeroU8>>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(unbounded, allow_redaction_marker))]
    allow_redaction_marker_in_lists: BTreeMap<String, Vec<IpAddr>>,
    #[max_items(2)]
    #[each(max_items(2), keys(max_len(3)), each(check(unlucky)))]
    check_in_maps: Option<Vec<BTreeMap<String, Point>>>,
}

/// Inside something else: own.
#[safe_tool]
struct OwnInside2 {
    #[max_items(2)]
    #[each(check(unlucky))]
    check_in_list: Vec<Level>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(2), each(unbounded))]
    unbounded_in_lists: BTreeMap<String, Vec<IpAddr>>,
    #[max_items(2)]
    #[each(max_items(2), keys(max_len(3)), each(unbounded))]
    unbounded_in_maps: Option<Vec<BTreeMap<String, Ipv4Addr>>>,
}

/// Lengths from nothing on.
#[safe_tool]
struct TextBounds {
    #[min_len(0)]
    #[max_len(5)]
    a: String,
    #[min_len(0)]
    #[max_len(1)]
    b: String,
    #[min_len(1)]
    #[max_len(1)]
    c: String,
    #[min_len(1)]
    #[max_len(2)]
    d: String,
    #[min_len(3)]
    #[max_len(3)]
    e: String,
}

/// Lengths beyond a block of the scanners.
#[safe_tool]
struct LongTexts {
    #[min_len(300)]
    #[max_len(301)]
    a: String,
    #[trim]
    #[min_len(64)]
    #[max_len(66)]
    b: String,
    #[min_len(33)]
    #[unbounded]
    c: String,
}

/// No rule but the type's own.
#[safe_tool]
struct IntegerTypes {
    a: u8,
    b: i16,
    c: u32,
    d: i64,
    e: u64,
    f: i128,
}

/// No rule but the type's own.
#[safe_tool]
struct OtherIntegerTypes {
    a: i8,
    b: u16,
    c: i32,
    d: usize,
    e: u128,
    f: isize,
}

/// No rule but the type's own.
#[safe_tool]
struct IntegerOptions {
    a: Option<u8>,
    b: Option<i16>,
    c: Option<u32>,
    d: Option<i64>,
    e: Option<u64>,
    f: Option<i128>,
}

/// No rule but the type's own.
#[safe_tool]
struct OtherIntegerOptions {
    a: Option<i8>,
    b: Option<u16>,
    c: Option<i32>,
    d: Option<usize>,
    e: Option<u128>,
    f: Option<isize>,
}

/// Where floats stop to hold every integer.
#[safe_tool]
struct AroundTwoToThe53 {
    #[range(..=9007199254740991)]
    a: u64,
    #[range(..=9007199254740992)]
    b: u64,
    #[range(..=9007199254740993)]
    c: i64,
    #[range(-9007199254740992..=0)]
    d: i64,
    #[range(-9007199254740993..=0)]
    e: i128,
}

/// At the limits of 64 bits and beyond.
#[safe_tool]
struct LargeIntegers {
    #[range(0, 18446744073709551615)]
    a: u64,
    #[range(-9223372036854775808..=-1)]
    b: i64,
    #[range(-18446744073709551616..=36893488147419103230)]
    c: i128,
    #[range(1..=170141183460469231731687303715884105727)]
    d: u128,
    #[range(..=170141183460469231731687303715884105727)]
    e: i128,
}

/// Multiples of one, of much, and below nothing.
#[safe_tool]
struct Steps {
    #[multiple_of(1)]
    a: u8,
    #[multiple_of(255)]
    b: u8,
    #[multiple_of(7)]
    #[range(-14..=-7)]
    c: i32,
    #[multiple_of(4503599627370496)]
    d: i64,
    #[multiple_of(9007199254740991)]
    e: u64,
}

/// Zero, its neighbours, and the far ends.
#[safe_tool]
struct FloatBounds {
    #[range(0, 0)]
    a: f64,
    #[range(-0.0..=1e-300)]
    b: f64,
    #[range(0.1..=0.30000000000000004)]
    c: f64,
    #[range(-1.7976931348623157e308..=0)]
    d: f64,
    e: f64,
}

/// The same of `f32`, which is judged before it is rounded.
#[safe_tool]
struct NarrowFloatBounds {
    #[range(0.1, 1)]
    a: f32,
    #[range(..=3.0e38)]
    b: f32,
    #[range(1e-40..)]
    c: f32,
    d: f32,
}

/// Numbers of items from nothing on.
#[safe_tool]
struct ItemBounds {
    #[min_items(0)]
    #[max_items(2)]
    a: Vec<u8>,
    #[min_items(0)]
    #[max_items(1)]
    b: HashSet<u64>,
    #[min_items(1)]
    #[max_items(1)]
    c: BTreeSet<i8>,
    #[min_items(2)]
    #[max_items(3)]
    d: VecDeque<u16>,
    #[min_items(0)]
    #[max_items(20)]
    e: Vec<i128>,
    #[min_items(1)]
    #[max_items(1)]
    #[keys(min_len(0), max_len(1))]
    f: HashMap<String, u8>,
}

/// Sizes of free-form JSON from one byte on.
#[safe_tool]
struct JsonBounds {
    #[max_json_bytes(1)]
    a: Value,
    #[max_json_bytes(2)]
    b: Value,
    #[max_json_bytes(4)]
    c: Value,
    #[max_json_bytes(300)]
    d: Value,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_json_bytes(9))]
    e: Map<String, Value>,
}

/// A newtype.
#[safe_tool(transparent)]
struct TextNewtype(
    #[max_len(3)]
    #[check(unlucky)]
    String,
);

/// A newtype.
#[safe_tool(transparent)]
struct IntegerNewtype(
    #[range(1..=120)]
    #[check(unlucky)]
    i16,
);

/// A newtype.
#[safe_tool(transparent)]
struct FloatNewtype(
    #[range(0..)]
    #[check(unlucky)]
    f64,
);

/// A newtype.
#[safe_tool(transparent)]
struct BoolNewtype(
    #[lenient]
    #[check(unlucky)]
    bool,
);

/// A newtype.
#[safe_tool(transparent)]
struct ListNewtype(
    #[max_items(4)]
    #[check(unlucky)]
    HashSet<bool>,
);

/// A newtype.
#[safe_tool(transparent)]
struct MapNewtype(
    #[max_items(10)]
    #[check(unlucky)]
    #[keys(max_len(4))]
    BTreeMap<String, Level>,
);

/// A newtype.
#[safe_tool(transparent)]
struct JsonNewtype(
    #[max_json_bytes(20)]
    #[check(unlucky)]
    Value,
);

/// A newtype.
#[safe_tool(transparent)]
struct CommandArgNewtype(
    #[max_len(4)]
    #[check(unlucky)]
    CommandArg,
);

/// A newtype.
#[safe_tool(transparent)]
struct PathNewtype(
    #[sandboxed_path(root = ROOT, extensions("txt", "md"), no_hidden, max_depth = 3)]
    #[check(unlucky)]
    SandboxedPath,
);

/// A newtype.
#[safe_tool(transparent)]
struct IdentNewtype(
    #[one_of("name", "users.created_at")]
    #[check(unlucky)]
    SqlIdent,
);

/// A newtype.
#[safe_tool(transparent)]
struct OwnNewtype(
    #[nested]
    #[check(unlucky)]
    Step,
);

/// A newtype.
#[safe_tool(transparent)]
struct RedactedNewtype(
    #[max_len(4)]
    #[redact]
    String,
);

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum TextVariants {
    Nothing,
    Variant0 {
        #[max_len(3)]
        max_len_alone: String,
        #[min_len(0)]
        #[max_len(3)]
        min_len_alone: String,
        #[pattern("^[a-z]+$")]
        #[max_len(3)]
        pattern_alone: String,
    },
    Variant1 {
        #[one_of("aaa", "aab", "é𝄞a")]
        one_of_alone: String,
        #[trim]
        #[max_len(3)]
        trim_alone: String,
        #[multiline]
        #[max_len(3)]
        multiline_alone: String,
    },
    Variant2 {
        #[allow_control_chars]
        #[max_len(3)]
        allow_control_chars_alone: String,
        #[allow_format_chars]
        #[max_len(3)]
        allow_format_chars_alone: String,
        #[allow_redaction_marker]
        #[max_len(3)]
        allow_redaction_marker_alone: String,
    },
    Variant3 {
        #[check(unlucky)]
        #[max_len(3)]
        check_alone: Box<str>,
        #[default("aaa")]
        #[max_len(3)]
        default_alone: Box<str>,
        #[redact]
        #[max_len(3)]
        redact_alone: Box<str>,
    },
    Variant4 {
        #[unbounded]
        unbounded_alone: String,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum IntegerVariants {
    Nothing,
    Variant0 {
        #[range(0, 50)]
        range_alone: u8,
        #[multiple_of(1)]
        multiple_of_alone: u8,
        #[lenient]
        lenient_alone: u8,
    },
    Variant1 {
        #[check(unlucky)]
        check_alone: i16,
        #[default(-32768)]
        default_alone: i16,
        #[redact]
        redact_alone: i16,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum FloatVariants {
    Nothing,
    Variant0 {
        #[range(0.5..=2.5)]
        range_alone: f64,
        #[lenient]
        lenient_alone: f64,
        #[check(unlucky)]
        check_alone: f64,
    },
    Variant1 {
        #[default(-1e38)]
        default_alone: f64,
        #[redact]
        redact_alone: f64,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum BoolVariants {
    Nothing,
    Variant0 {
        #[lenient]
        lenient_alone: bool,
        #[check(unlucky)]
        check_alone: bool,
        #[default(true)]
        default_alone: bool,
    },
    Variant1 {
        #[redact]
        redact_alone: bool,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum ListVariants {
    Nothing,
    Variant0 {
        #[max_items(2)]
        max_items_alone: Vec<i64>,
        #[max_items(2)]
        #[min_items(0)]
        min_items_alone: Vec<i64>,
        #[max_items(2)]
        #[each(max_len(3))]
        each_alone: Vec<String>,
    },
    Variant1 {
        #[max_items(4)]
        #[lenient]
        lenient_alone: Vec<bool>,
        #[max_items(4)]
        #[check(unlucky)]
        check_alone: Vec<bool>,
        #[max_items(4)]
        #[default]
        default_alone: Vec<bool>,
    },
    Variant2 {
        #[max_items(10)]
        #[redact]
        redact_alone: Vec<Level>,
        #[unbounded]
        unbounded_alone: Vec<Level>,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum MapVariants {
    Nothing,
    Variant0 {
        #[max_items(2)]
        #[keys(max_len(4))]
        max_items_alone: HashMap<String, i64>,
        #[max_items(2)]
        #[min_items(0)]
        #[keys(max_len(4))]
        min_items_alone: HashMap<String, i64>,
        #[max_items(2)]
        #[keys(min_len(1), max_len(4))]
        keys_alone: HashMap<String, i64>,
    },
    Variant1 {
        #[max_items(4)]
        #[each(range(0, 9))]
        #[keys(max_len(4))]
        each_alone: BTreeMap<String, u8>,
        #[max_items(4)]
        #[lenient]
        #[keys(max_len(4))]
        lenient_alone: BTreeMap<String, bool>,
        #[max_items(4)]
        #[check(unlucky)]
        #[keys(max_len(4))]
        check_alone: BTreeMap<String, bool>,
    },
    Variant2 {
        #[max_items(10)]
        #[default]
        #[keys(max_len(4))]
        default_alone: HashMap<String, Level>,
        #[max_items(10)]
        #[redact]
        #[keys(max_len(4))]
        redact_alone: HashMap<String, Level>,
        #[unbounded]
        unbounded_alone: HashMap<String, Level>,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum JsonVariants {
    Nothing,
    Variant0 {
        #[max_json_bytes(20)]
        max_json_bytes_alone: Value,
        #[max_json_bytes(20)]
        #[allow_control_chars]
        allow_control_chars_alone: Value,
        #[max_json_bytes(20)]
        #[allow_format_chars]
        allow_format_chars_alone: Value,
    },
    Variant1 {
        #[max_json_bytes(40)]
        #[allow_redaction_marker]
        allow_redaction_marker_alone: Value,
        #[max_json_bytes(40)]
        #[check(unlucky)]
        check_alone: Value,
        #[max_json_bytes(40)]
        #[default]
        default_alone: Value,
    },
    Variant2 {
        #[max_json_bytes(1000)]
        #[redact]
        redact_alone: Value,
        #[unbounded]
        unbounded_alone: Value,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum CommandArgVariants {
    Nothing,
    Variant0 {
        #[max_len(3)]
        max_len_alone: CommandArg,
        #[min_len(0)]
        #[max_len(3)]
        min_len_alone: CommandArg,
        #[pattern("^[a-z]+$")]
        #[max_len(3)]
        pattern_alone: CommandArg,
    },
    Variant1 {
        #[one_of("aaa", "aab", "é𝄞a")]
        one_of_alone: CommandArg,
        #[allow_dash]
        #[max_len(3)]
        allow_dash_alone: CommandArg,
        #[check(unlucky)]
        #[max_len(3)]
        check_alone: CommandArg,
    },
    Variant2 {
        #[redact]
        #[max_len(3)]
        redact_alone: CommandArg,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum PathVariants {
    Nothing,
    Variant0 {
        #[sandboxed_path("/data/safe")]
        sandboxed_path_alone: SandboxedPath,
        #[sandboxed_path("/data/safe")]
        #[check(unlucky)]
        check_alone: SandboxedPath,
        #[sandboxed_path("/data/safe")]
        #[redact]
        redact_alone: SandboxedPath,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum IdentVariants {
    Nothing,
    Variant0 {
        #[one_of("name", "users.created_at")]
        one_of_alone: SqlIdent,
        #[one_of("name", "users.created_at")]
        #[check(unlucky)]
        check_alone: SqlIdent,
        #[one_of("name", "users.created_at")]
        #[default("name")]
        default_alone: SqlIdent,
    },
    Variant1 {
        #[one_of("name", "users.created_at")]
        #[redact]
        redact_alone: SqlIdent,
    },
}

/// Variants with fields of every kind.
#[safe_tool(tag = "type")]
enum OwnVariants {
    Nothing,
    Variant0 {
        #[nested]
        nested_alone: Point,
        #[lenient]
        lenient_alone: Point,
        #[unbounded]
        #[allow_redaction_marker]
        allow_redaction_marker_alone: IpAddr,
    },
    Variant1 {
        #[check(unlucky)]
        check_alone: Level,
        #[default(Level::Low)]
        default_alone: Level,
        #[redact]
        redact_alone: Level,
    },
    Variant2 {
        #[unbounded]
        unbounded_alone: NonZeroU8,
    },
}

/// Types inside types.
#[safe_tool]
struct Nested {
    boxed_point: Box<Point>,
    #[max_items(2)]
    point_list: Vec<Point>,
    #[max_items(2)]
    #[keys(max_len(3))]
    point_map: Option<HashMap<String, Point>>,
    boxed_level: Box<Level>,
    #[max_items(2)]
    level_list: Vec<Level>,
    #[max_items(2)]
    #[keys(max_len(3))]
    level_map: Option<HashMap<String, Level>>,
    boxed_step: Box<Step>,
    #[max_items(2)]
    step_list: Vec<Step>,
    #[max_items(2)]
    #[keys(max_len(3))]
    step_map: Option<HashMap<String, Step>>,
    boxed_ratio: Box<Ratio>,
    #[max_items(2)]
    ratio_list: Vec<Ratio>,
    #[max_items(2)]
    #[keys(max_len(3))]
    ratio_map: Option<HashMap<String, Ratio>>,
}

/// A type with parameters.
#[safe_tool]
struct Pair<A, B> {
    first: A,
    #[max_items(2)]
    rest: Vec<B>,
    last: Option<Box<A>>,
}

/// An enum with a parameter.
#[safe_tool(tag = "is")]
enum Either<T> {
    One {
        one: T,
    },
    Many {
        #[max_items(3)]
        many: Vec<T>,
    },
}

/// Parameters: text.
#[safe_tool]
struct TextParameters {
    #[max_len(3)]
    bound_max_len: SqlParam<String>,
    #[min_len(1)]
    #[max_len(3)]
    bound_min_len: Option<SqlParam<String>>,
    #[max_items(2)]
    #[each(pattern(r"^\S*$"), max_len(3))]
    bound_pattern: Vec<SqlParam<String>>,
    #[one_of("aaa", "aab", "é𝄞a")]
    bound_one_of: SqlParam<Box<str>>,
    #[trim]
    #[max_len(4)]
    bound_trim: SqlParam<String>,
    #[multiline]
    #[max_len(4)]
    bound_multiline: Option<SqlParam<String>>,
    #[max_items(2)]
    #[each(allow_control_chars, max_len(4))]
    bound_allow_control_chars: Vec<SqlParam<Arc<str>>>,
    #[allow_format_chars]
    #[max_len(4)]
    bound_allow_format_chars: SqlParam<String>,
    #[allow_redaction_marker]
    #[max_len(8)]
    bound_allow_redaction_marker: SqlParam<String>,
    #[check(unlucky)]
    #[max_len(8)]
    bound_check: Option<SqlParam<Cow<'static, str>>>,
    #[default("aaa")]
    #[max_len(8)]
    bound_default: SqlParam<String>,
    #[redact]
    #[max_len(8)]
    bound_redact: SqlParam<String>,
    #[unbounded]
    bound_unbounded: SqlParam<String>,
}

/// Parameters: integer.
#[safe_tool]
struct IntegerParameters {
    #[range(0, 50)]
    bound_range: SqlParam<u8>,
    #[multiple_of(3)]
    bound_multiple_of: Option<SqlParam<i16>>,
    #[lenient]
    bound_lenient: SqlParam<u32>,
    #[check(unlucky)]
    bound_check: SqlParam<i64>,
    #[default(0)]
    bound_default: SqlParam<u64>,
    #[redact]
    bound_redact: Option<SqlParam<i128>>,
}

/// Parameters: float.
#[safe_tool]
struct FloatParameters {
    #[range(0.5..=2.5)]
    bound_range: SqlParam<f64>,
    #[lenient]
    bound_lenient: Option<SqlParam<f64>>,
    #[max_items(2)]
    #[each(check(unlucky))]
    bound_check: Vec<SqlParam<f64>>,
    #[default(-1e38)]
    bound_default: SqlParam<f64>,
    #[redact]
    bound_redact: SqlParam<f64>,
}

/// Parameters: bool.
#[safe_tool]
struct BoolParameters {
    #[lenient]
    bound_lenient: SqlParam<bool>,
    #[check(unlucky)]
    bound_check: Option<SqlParam<bool>>,
    #[default(true)]
    bound_default: SqlParam<bool>,
    #[redact]
    bound_redact: SqlParam<bool>,
}

/// Parameters: list.
#[safe_tool]
struct ListParameters {
    #[max_items(2)]
    bound_max_items: SqlParam<Vec<i64>>,
    #[max_items(4)]
    #[min_items(1)]
    bound_min_items: Option<SqlParam<Vec<bool>>>,
    #[max_items(2)]
    #[each(max_items(10), each(max_items(2)))]
    bound_each: Vec<SqlParam<Vec<Vec<bool>>>>,
    #[max_items(2)]
    #[lenient]
    bound_lenient: SqlParam<HashSet<i64>>,
    #[max_items(4)]
    #[check(unlucky)]
    bound_check: SqlParam<HashSet<bool>>,
    #[max_items(10)]
    #[redact]
    bound_redact: Option<SqlParam<HashSet<Level>>>,
    #[max_items(2)]
    #[each(unbounded)]
    bound_unbounded: Vec<SqlParam<VecDeque<i64>>>,
}

/// Parameters: json.
#[safe_tool]
struct JsonParameters {
    #[max_json_bytes(20)]
    bound_max_json_bytes: SqlParam<Value>,
    #[max_json_bytes(40)]
    #[allow_control_chars]
    bound_allow_control_chars: Option<SqlParam<Value>>,
    #[max_items(2)]
    #[each(max_json_bytes(1000), allow_format_chars)]
    bound_allow_format_chars: Vec<SqlParam<Value>>,
    #[max_json_bytes(20)]
    #[allow_redaction_marker]
    bound_allow_redaction_marker: SqlParam<Value>,
    #[max_json_bytes(40)]
    #[check(unlucky)]
    bound_check: SqlParam<Value>,
    #[max_json_bytes(1000)]
    #[redact]
    bound_redact: Option<SqlParam<Value>>,
    #[max_items(2)]
    #[each(unbounded)]
    bound_unbounded: Vec<SqlParam<Value>>,
}

/// Parameters: own.
#[safe_tool]
struct OwnParameters {
    #[nested]
    bound_nested: SqlParam<Point>,
    #[lenient]
    bound_lenient: Option<SqlParam<Level>>,
    #[max_items(2)]
    #[each(unbounded, allow_redaction_marker)]
    bound_allow_redaction_marker: Vec<SqlParam<NonZeroU8>>,
    #[check(unlucky)]
    bound_check: SqlParam<Ratio>,
    #[redact]
    bound_redact: SqlParam<Point>,
    #[unbounded]
    bound_unbounded: Option<SqlParam<NonZeroU8>>,
}

/// Fields renamed.
#[safe_tool]
#[serde(rename_all = "lowercase")]
struct LowercaseStruct {
    first_name2: bool,
    #[serde(rename = "x y")]
    other: Option<u8>,
}

/// Variants renamed.
#[safe_tool]
#[serde(rename_all = "UPPERCASE")]
enum UppercaseNames {
    TwoWords,
    #[serde(rename = ".")]
    Other,
}

/// Variants and their fields renamed.
#[safe_tool(tag = "of kind")]
#[serde(rename_all = "PascalCase")]
enum PascalcaseVariants {
    #[serde(rename_all = "PascalCase")]
    TwoWords {
        first_name2: bool,
    },
    Plain {
        first_name2: Option<bool>,
    },
    #[serde(rename = "of kind")]
    Other,
}

/// Fields renamed.
#[safe_tool]
#[serde(rename_all = "camelCase")]
struct CamelcaseStruct {
    first_name2: bool,
    #[serde(rename = "x y")]
    other: Option<u8>,
}

/// Variants renamed.
#[safe_tool]
#[serde(rename_all = "snake_case")]
enum SnakecaseNames {
    TwoWords,
    #[serde(rename = ".")]
    Other,
}

/// Variants and their fields renamed.
#[safe_tool(tag = "of kind")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum ScreamingsnakecaseVariants {
    #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
    TwoWords {
        first_name2: bool,
    },
    Plain {
        first_name2: Option<bool>,
    },
    #[serde(rename = "of kind")]
    Other,
}

/// Fields renamed.
#[safe_tool]
#[serde(rename_all = "kebab-case")]
struct KebabcaseStruct {
    first_name2: bool,
    #[serde(rename = "x y")]
    other: Option<u8>,
}

/// Variants renamed.
#[safe_tool]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
enum ScreamingkebabcaseNames {
    TwoWords,
    #[serde(rename = ".")]
    Other,
}

/// Names that mean something elsewhere.
#[safe_tool]
struct OddNames {
    r#type: u8,
    #[serde(rename = "$ref")]
    reference: Option<u8>,
    properties: Option<u8>,
    #[serde(rename = "additionalProperties")]
    additional: Option<u8>,
    #[serde(rename = "a/b~c")]
    pointer: Option<u8>,
    #[serde(rename = ".")]
    nothing: Option<u8>,
    #[serde(rename = "ключ 𝄞")]
    letters: Option<u8>,
}

/// No fields at all.
#[safe_tool]
struct Nothing {}

/// What the schema says about the tool, and not about its arguments.
#[safe_tool(
    rate_limit(10, per = "1m", burst = 3),
    timeout = "10s",
    output(source = "{query}", max_chars = 100)
)]
struct Policy {
    #[max_len(3)]
    query: String,
}

/// A check of a field, and one of them all.
#[safe_tool(check = unlucky_struct)]
struct Checked {
    #[check(unlucky)]
    low: u16,
    high: Option<u16>,
}

/// A check of every variant.
#[safe_tool(tag = "kind", check = unlucky)]
enum CheckedVariants {
    Idle,
    Wait { seconds: u16 },
}

/// Variants with more fields than are known.
#[safe_tool(tag = "kind", unknown = "ignore")]
enum IgnoringVariants {
    Idle,
    Wait { seconds: u16 },
}

/// An open type in a closed one.
#[safe_tool]
struct IgnoringInside {
    open: IgnoringVariants,
    point: Option<Point>,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringText {
    #[max_len(3)]
    max_len_here: String,
    #[min_len(1)]
    #[max_len(3)]
    min_len_here: String,
    #[pattern(r"^\S*$")]
    #[max_len(3)]
    pattern_here: String,
    #[one_of("aaa", "aab", "é𝄞a")]
    one_of_here: Box<str>,
    #[trim]
    #[max_len(4)]
    trim_here: String,
    #[multiline]
    #[max_len(4)]
    multiline_here: String,
    #[allow_control_chars]
    #[max_len(4)]
    allow_control_chars_here: Arc<str>,
    #[allow_format_chars]
    #[max_len(4)]
    allow_format_chars_here: String,
    #[allow_redaction_marker]
    #[max_len(8)]
    allow_redaction_marker_here: String,
    #[check(unlucky)]
    #[max_len(8)]
    check_here: Cow<'static, str>,
    #[default("aaa")]
    #[max_len(8)]
    default_here: String,
    #[redact]
    #[max_len(8)]
    redact_here: String,
    #[unbounded]
    unbounded_here: String,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringInteger {
    #[range(0, 50)]
    range_here: u8,
    #[multiple_of(3)]
    multiple_of_here: i16,
    #[lenient]
    lenient_here: u32,
    #[check(unlucky)]
    check_here: i64,
    #[default(0)]
    default_here: u64,
    #[redact]
    redact_here: i128,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringFloat {
    #[range(0.5..=2.5)]
    range_here: f64,
    #[lenient]
    lenient_here: f64,
    #[check(unlucky)]
    check_here: f64,
    #[default(-1e38)]
    default_here: f64,
    #[redact]
    redact_here: f64,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringBool {
    #[lenient]
    lenient_here: bool,
    #[check(unlucky)]
    check_here: bool,
    #[default(true)]
    default_here: bool,
    #[redact]
    redact_here: bool,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringList {
    #[max_items(2)]
    max_items_here: Vec<i64>,
    #[max_items(4)]
    #[min_items(1)]
    min_items_here: Vec<bool>,
    #[max_items(10)]
    #[each(max_items(2))]
    each_here: Vec<Vec<bool>>,
    #[max_items(2)]
    #[lenient]
    lenient_here: HashSet<i64>,
    #[max_items(4)]
    #[check(unlucky)]
    check_here: HashSet<bool>,
    #[max_items(10)]
    #[default]
    default_here: HashSet<Level>,
    #[max_items(2)]
    #[redact]
    redact_here: VecDeque<i64>,
    #[unbounded]
    unbounded_here: VecDeque<bool>,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringMap {
    #[max_items(2)]
    #[keys(max_len(4))]
    max_items_here: HashMap<String, i64>,
    #[max_items(4)]
    #[min_items(1)]
    #[keys(max_len(4))]
    min_items_here: BTreeMap<String, bool>,
    #[max_items(10)]
    #[keys(one_of("low", "high"))]
    keys_here: HashMap<String, Level>,
    #[max_items(2)]
    #[each(max_len(3))]
    each_here: BTreeMap<Level, String>,
    #[max_items(4)]
    #[lenient]
    #[keys(max_len(4))]
    lenient_here: HashMap<String, bool>,
    #[max_items(10)]
    #[check(unlucky)]
    #[keys(max_len(4))]
    check_here: BTreeMap<String, Level>,
    #[max_items(2)]
    #[default]
    #[keys(max_len(4))]
    default_here: HashMap<String, i64>,
    #[max_items(4)]
    #[redact]
    redact_here: BTreeMap<Level, bool>,
    #[unbounded]
    unbounded_here: HashMap<String, Level>,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringJson {
    #[max_json_bytes(20)]
    max_json_bytes_here: Value,
    #[max_json_bytes(40)]
    #[allow_control_chars]
    allow_control_chars_here: Value,
    #[max_json_bytes(1000)]
    #[allow_format_chars]
    allow_format_chars_here: Value,
    #[max_json_bytes(20)]
    #[allow_redaction_marker]
    allow_redaction_marker_here: Value,
    #[max_json_bytes(40)]
    #[check(unlucky)]
    check_here: Value,
    #[max_json_bytes(1000)]
    #[default]
    default_here: Value,
    #[max_json_bytes(20)]
    #[redact]
    redact_here: Value,
    #[unbounded]
    unbounded_here: Value,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringCommandArg {
    #[max_len(3)]
    max_len_here: CommandArg,
    #[min_len(1)]
    #[max_len(3)]
    min_len_here: CommandArg,
    #[pattern(r"^\S*$")]
    #[max_len(3)]
    pattern_here: CommandArg,
    #[one_of("aaa", "aab", "é𝄞a")]
    one_of_here: CommandArg,
    #[allow_dash]
    #[max_len(4)]
    allow_dash_here: CommandArg,
    #[check(unlucky)]
    #[max_len(4)]
    check_here: CommandArg,
    #[redact]
    #[max_len(4)]
    redact_here: CommandArg,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringPath {
    #[sandboxed_path("/data/safe")]
    sandboxed_path_here: SandboxedPath,
    #[sandboxed_path(env = "SAFE_TOOL_TEST_ROOT", default = "/data/safe")]
    #[check(unlucky)]
    check_here: SandboxedPath,
    #[sandboxed_path(root = ROOT, extensions("txt", "md"), no_hidden, max_depth = 3)]
    #[redact]
    redact_here: SandboxedPath,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringIdent {
    #[one_of("name", "users.created_at")]
    one_of_here: SqlIdent,
    #[one_of("name", "users.created_at")]
    #[check(unlucky)]
    check_here: SqlIdent,
    #[one_of("name", "users.created_at")]
    #[default("name")]
    default_here: SqlIdent,
    #[one_of("name", "users.created_at")]
    #[redact]
    redact_here: SqlIdent,
}

/// An option of the struct.
#[safe_tool(unknown = "ignore")]
struct IgnoringOwn {
    #[nested]
    nested_here: Point,
    #[lenient]
    lenient_here: Level,
    #[unbounded]
    #[allow_redaction_marker]
    allow_redaction_marker_here: NonZeroU8,
    #[check(unlucky)]
    check_here: Ratio,
    #[default(Point { x: 1 })]
    default_here: Point,
    #[redact]
    redact_here: Level,
    #[unbounded]
    unbounded_here: IpAddr,
}

/// An option of the struct.
#[safe_tool(lenient)]
struct LenientInteger {
    #[range(0, 50)]
    range_here: u8,
    #[multiple_of(3)]
    multiple_of_here: i16,
    #[check(unlucky)]
    check_here: i64,
    #[default(0)]
    default_here: u64,
    #[redact]
    redact_here: i128,
}

/// An option of the struct.
#[safe_tool(lenient)]
struct LenientFloat {
    #[range(0.5..=2.5)]
    range_here: f64,
    #[check(unlucky)]
    check_here: f64,
    #[default(-1e38)]
    default_here: f64,
    #[redact]
    redact_here: f64,
}

/// An option of the struct.
#[safe_tool(lenient)]
struct LenientBool {
    #[check(unlucky)]
    check_here: bool,
    #[default(true)]
    default_here: bool,
    #[redact]
    redact_here: bool,
}

/// An option of the struct.
#[safe_tool(lenient)]
struct LenientList {
    #[max_items(2)]
    max_items_here: Vec<i64>,
    #[max_items(4)]
    #[min_items(1)]
    min_items_here: Vec<bool>,
    #[max_items(10)]
    #[each(max_items(2))]
    each_here: Vec<Vec<bool>>,
    #[max_items(4)]
    #[check(unlucky)]
    check_here: HashSet<bool>,
    #[max_items(10)]
    #[default]
    default_here: HashSet<Level>,
    #[max_items(2)]
    #[redact]
    redact_here: VecDeque<i64>,
}

/// An option of the struct.
#[safe_tool(lenient)]
struct LenientMap {
    #[max_items(2)]
    #[keys(max_len(4))]
    max_items_here: HashMap<String, i64>,
    #[max_items(4)]
    #[min_items(1)]
    #[keys(max_len(4))]
    min_items_here: BTreeMap<String, bool>,
    #[max_items(10)]
    #[keys(one_of("low", "high"))]
    keys_here: HashMap<String, Level>,
    #[max_items(2)]
    #[each(max_len(3))]
    each_here: BTreeMap<Level, String>,
    #[max_items(10)]
    #[check(unlucky)]
    #[keys(max_len(4))]
    check_here: BTreeMap<String, Level>,
    #[max_items(2)]
    #[default]
    #[keys(max_len(4))]
    default_here: HashMap<String, i64>,
    #[max_items(4)]
    #[redact]
    redact_here: BTreeMap<Level, bool>,
}

/// An option of the struct.
#[safe_tool(lenient)]
struct LenientOwn {
    #[nested]
    nested_here: Point,
    #[unbounded]
    #[allow_redaction_marker]
    allow_redaction_marker_here: NonZeroU8,
    #[check(unlucky)]
    check_here: Ratio,
    #[default(Point { x: 1 })]
    default_here: Point,
    #[redact]
    redact_here: Level,
}

/// What was written as text, at every depth.
#[safe_tool(lenient)]
struct LenientInside {
    #[max_items(3)]
    numbers: Vec<u8>,
    #[max_items(2)]
    #[each(max_items(2))]
    lists: Vec<Vec<bool>>,
    #[max_items(2)]
    options: Vec<Option<i64>>,
    #[max_items(2)]
    #[keys(max_len(4))]
    map: HashMap<String, f64>,
    point: Option<Point>,
    #[max_items(3)]
    set: BTreeSet<i32>,
}

/// Options together.
#[safe_tool(lenient, unknown = "ignore", check = unlucky)]
struct Combined {
    #[default(3)]
    #[multiple_of(3)]
    #[range(0..=30)]
    number: u8,
    #[trim]
    #[min_len(1)]
    #[max_len(6)]
    #[multiline]
    text: String,
    #[redact]
    flag: Option<bool>,
}

super::subjects! {
    Point {
        lenient: [],
        open: false,
        r##"{"x":1}"##,
        r##"{"x":-2}"##,
        r##"{"x":1}"##,
        r##"{"x":-2}"##,
    }
    Level {
        lenient: [],
        open: false,
        r##""low""##,
        r##""Level 13""##,
    }
    Step {
        lenient: [],
        open: false,
        r##"{"kind":"stay"}"##,
        r##"{"by":13,"kind":"go"}"##,
    }
    Ratio {
        lenient: [],
        open: false,
        r##"0"##,
        r##"0.5"##,
        r##"1.0"##,
    }
    TextPairs1 {
        lenient: [],
        open: false,
        r##"{"max_len_min_len":"aaa","max_len_multiline":"aaa","max_len_one_of":"aaa","max_len_pattern":"aaa","max_len_trim":"aaa"}"##,
        r##"{"max_len_min_len":"aab","max_len_one_of":"aab","max_len_trim":"aab"}"##,
        r##"{"max_len_min_len":"aba","max_len_multiline":"abab","max_len_one_of":"aaa","max_len_pattern":"aba","max_len_trim":"aba"}"##,
        r##"{"max_len_min_len":"aaa","max_len_multiline":null,"max_len_one_of":"aab","max_len_pattern":null,"max_len_trim":"aaa"}"##,
    }
    TextPairs2 {
        lenient: [],
        open: false,
        r##"{"max_len_allow_control_chars":"aaa","max_len_allow_format_chars":"aaa","max_len_check":"aaa","max_len_default":"aaa"}"##,
        r##"{"max_len_allow_control_chars":"aab","max_len_allow_format_chars":"aab","max_len_allow_redaction_marker":"aab","max_len_check":"aab"}"##,
        r##"{"max_len_allow_control_chars":"abab","max_len_allow_format_chars":"abab","max_len_allow_redaction_marker":"abab","max_len_check":"abababab","max_len_default":"abababab"}"##,
        r##"{"max_len_allow_control_chars":"aaa","max_len_allow_format_chars":"aaa","max_len_check":"aaa","max_len_default":"aaa"}"##,
    }
    TextPairs3 {
        lenient: [],
        open: false,
        r##"{"max_len_redact":"aaa","min_len_multiline":"aaa","min_len_one_of":"aaa","min_len_pattern":"aaa","min_len_trim":"aaa"}"##,
        r##"{"max_len_redact":"aab","min_len_multiline":"aab","min_len_one_of":"aab","min_len_pattern":"aab","min_len_trim":"aab"}"##,
        r##"{"min_len_multiline":"abababababababababababababababababababab","min_len_one_of":"aaa","min_len_pattern":"abababab"}"##,
        r##"{"max_len_redact":null,"min_len_multiline":"aaa","min_len_one_of":"aab","min_len_pattern":"aaa","min_len_trim":null}"##,
    }
    TextPairs4 {
        lenient: [],
        open: false,
        r##"{"min_len_allow_control_chars":"aaa","min_len_allow_format_chars":"aaa","min_len_allow_redaction_marker":"aaa","min_len_check":"aaa","min_len_default":"aaa"}"##,
        r##"{"min_len_allow_control_chars":"aab","min_len_allow_redaction_marker":"aab","min_len_check":"aab"}"##,
        r##"{"min_len_allow_control_chars":"abababababababababababababababababababab","min_len_allow_format_chars":"aba","min_len_allow_redaction_marker":"aba","min_len_check":"aba","min_len_default":"aba"}"##,
        r##"{"min_len_allow_control_chars":"aaa","min_len_allow_format_chars":null,"min_len_allow_redaction_marker":"aaa","min_len_check":"aaa","min_len_default":"aaa"}"##,
    }
    TextPairs5 {
        lenient: [],
        open: false,
        r##"{"min_len_redact":"aaa","min_len_unbounded":"aaa","pattern_multiline":"aaa","pattern_trim":"aaa"}"##,
        r##"{"min_len_redact":"aab","min_len_unbounded":"aab","pattern_multiline":"aab","pattern_one_of":"aab","pattern_trim":"aab"}"##,
        r##"{"min_len_redact":"abab","min_len_unbounded":"abab","pattern_multiline":"abababab","pattern_one_of":null,"pattern_trim":"abab"}"##,
        r##"{"min_len_redact":"aaa","min_len_unbounded":"aaa","pattern_multiline":"aaa","pattern_trim":"aaa"}"##,
    }
    TextPairs6 {
        lenient: [],
        open: false,
        r##"{"pattern_allow_control_chars":"aaa","pattern_allow_format_chars":"aaa","pattern_allow_redaction_marker":"aaa","pattern_check":"aaa","pattern_default":"aaa"}"##,
        r##"{"pattern_allow_control_chars":"aab","pattern_allow_format_chars":"aab","pattern_allow_redaction_marker":"aab","pattern_check":"aab"}"##,
        r##"{"pattern_allow_format_chars":"abababab","pattern_allow_redaction_marker":"abababab","pattern_default":"abababababababababababababababababababab"}"##,
        r##"{"pattern_allow_control_chars":null,"pattern_allow_format_chars":"aaa","pattern_allow_redaction_marker":"aaa","pattern_check":null,"pattern_default":"aaa"}"##,
    }
    TextPairs7 {
        lenient: [],
        open: false,
        r##"{"one_of_allow_control_chars":"aaa","one_of_multiline":"aaa","one_of_trim":"aaa","pattern_redact":"aaa","pattern_unbounded":"aaa"}"##,
        r##"{"one_of_multiline":"aab","one_of_trim":"aab","pattern_redact":"aab"}"##,
        r##"{"one_of_allow_control_chars":null,"one_of_multiline":"aaa","one_of_trim":"aaa","pattern_redact":"abababababababababababababababababababab","pattern_unbounded":"abababababababababababababababababababab"}"##,
        r##"{"one_of_allow_control_chars":"aaa","one_of_multiline":"aab","one_of_trim":"aab","pattern_redact":"aaa","pattern_unbounded":null}"##,
    }
    TextPairs8 {
        lenient: [],
        open: false,
        r##"{"one_of_allow_format_chars":"aaa","one_of_allow_redaction_marker":"aaa","one_of_default":"aaa","one_of_redact":"aaa"}"##,
        r##"{"one_of_allow_format_chars":"aab","one_of_allow_redaction_marker":"aab","one_of_check":"aab","one_of_default":"aab","one_of_redact":"aab"}"##,
        r##"{"one_of_allow_format_chars":"aaa","one_of_allow_redaction_marker":"aaa","one_of_check":null,"one_of_redact":"aaa"}"##,
        r##"{"one_of_allow_format_chars":"aab","one_of_allow_redaction_marker":"aab","one_of_default":"aab","one_of_redact":"aab"}"##,
    }
    TextPairs9 {
        lenient: [],
        open: false,
        r##"{"trim_allow_control_chars":"aaa","trim_allow_format_chars":"aaa","trim_allow_redaction_marker":"aaa","trim_check":"aaa","trim_multiline":"aaa"}"##,
        r##"{"trim_allow_control_chars":"aab","trim_allow_format_chars":"aab","trim_allow_redaction_marker":"aab","trim_check":"aab","trim_multiline":"aab"}"##,
        r##"{"trim_allow_control_chars":"abababab","trim_allow_format_chars":"abababab","trim_check":"abababababababababababababababababababab"}"##,
        r##"{"trim_allow_control_chars":"aaa","trim_allow_format_chars":"aaa","trim_allow_redaction_marker":null,"trim_check":"aaa","trim_multiline":null}"##,
    }
    TextPairs10 {
        lenient: [],
        open: false,
        r##"{"multiline_allow_control_chars":"aaa","multiline_allow_format_chars":"aaa","trim_default":"aaa","trim_redact":"aaa","trim_unbounded":"aaa"}"##,
        r##"{"multiline_allow_control_chars":"aab","trim_default":"aab","trim_unbounded":"aab"}"##,
        r##"{"multiline_allow_control_chars":"aba","multiline_allow_format_chars":"aba","trim_redact":"abababababababababababababababababababab","trim_unbounded":"abababababababababababababababababababab"}"##,
        r##"{"multiline_allow_control_chars":"aaa","multiline_allow_format_chars":null,"trim_default":"aaa","trim_redact":null,"trim_unbounded":"aaa"}"##,
    }
    TextPairs11 {
        lenient: [],
        open: false,
        r##"{"multiline_allow_redaction_marker":"aaa","multiline_check":"aaa","multiline_redact":"aaa","multiline_unbounded":"aaa"}"##,
        r##"{"multiline_allow_redaction_marker":"aab","multiline_check":"aab","multiline_default":"aab","multiline_redact":"aab","multiline_unbounded":"aab"}"##,
        r##"{"multiline_allow_redaction_marker":"aba","multiline_check":"aba","multiline_default":"abab","multiline_redact":"abab","multiline_unbounded":"abab"}"##,
        r##"{"multiline_allow_redaction_marker":"aaa","multiline_check":"aaa","multiline_redact":"aaa","multiline_unbounded":"aaa"}"##,
    }
    TextPairs12 {
        lenient: [],
        open: false,
        r##"{"allow_control_chars_allow_format_chars":"aaa","allow_control_chars_allow_redaction_marker":"aaa","allow_control_chars_check":"aaa","allow_control_chars_default":"aaa","allow_control_chars_redact":"aaa"}"##,
        r##"{"allow_control_chars_allow_format_chars":"aab","allow_control_chars_allow_redaction_marker":"aab","allow_control_chars_check":"aab","allow_control_chars_default":"aab","allow_control_chars_redact":"aab"}"##,
        r##"{"allow_control_chars_allow_redaction_marker":"abababab","allow_control_chars_check":"abababab","allow_control_chars_redact":"abababab"}"##,
        r##"{"allow_control_chars_allow_format_chars":null,"allow_control_chars_allow_redaction_marker":"aaa","allow_control_chars_check":"aaa","allow_control_chars_default":"aaa","allow_control_chars_redact":"aaa"}"##,
    }
    TextPairs13 {
        lenient: [],
        open: false,
        r##"{"allow_control_chars_unbounded":"aaa","allow_format_chars_allow_redaction_marker":"aaa","allow_format_chars_check":"aaa","allow_format_chars_default":"aaa","allow_format_chars_redact":"aaa"}"##,
        r##"{"allow_control_chars_unbounded":"aab","allow_format_chars_check":"aab","allow_format_chars_default":"aab"}"##,
        r##"{"allow_control_chars_unbounded":"abababababababababababababababababababab","allow_format_chars_allow_redaction_marker":"abababababababababababababababababababab","allow_format_chars_check":"abababababababababababababababababababab","allow_format_chars_redact":"aba"}"##,
        r##"{"allow_control_chars_unbounded":"aaa","allow_format_chars_allow_redaction_marker":null,"allow_format_chars_check":"aaa","allow_format_chars_default":"aaa","allow_format_chars_redact":null}"##,
    }
    TextPairs14 {
        lenient: [],
        open: false,
        r##"{"allow_format_chars_unbounded":"aaa","allow_redaction_marker_check":"aaa","allow_redaction_marker_redact":"aaa","allow_redaction_marker_unbounded":"aaa"}"##,
        r##"{"allow_format_chars_unbounded":"aab","allow_redaction_marker_check":"aab","allow_redaction_marker_default":"aab","allow_redaction_marker_redact":"aab","allow_redaction_marker_unbounded":"aab"}"##,
        r##"{"allow_format_chars_unbounded":"aba","allow_redaction_marker_check":"aba","allow_redaction_marker_default":"aba","allow_redaction_marker_redact":"abab","allow_redaction_marker_unbounded":"abab"}"##,
        r##"{"allow_format_chars_unbounded":"aaa","allow_redaction_marker_check":"aaa","allow_redaction_marker_redact":"aaa","allow_redaction_marker_unbounded":"aaa"}"##,
    }
    TextPairs15 {
        lenient: [],
        open: false,
        r##"{"check_default":"aaa","check_redact":"aaa","check_unbounded":"aaa","default_redact":"aaa","default_unbounded":"aaa"}"##,
        r##"{"check_default":"aab","check_redact":"aab","check_unbounded":"aab","default_redact":"aab"}"##,
        r##"{"check_redact":"abab","check_unbounded":"abababab","default_unbounded":"abababab"}"##,
        r##"{"check_default":"aaa","check_redact":"aaa","check_unbounded":"aaa","default_redact":"aaa","default_unbounded":"aaa"}"##,
    }
    TextPairs16 {
        lenient: [],
        open: false,
        r##"{"redact_unbounded":"aaa"}"##,
        r##"{"redact_unbounded":"aab"}"##,
        r##"{"redact_unbounded":"abababab"}"##,
        r##"{"redact_unbounded":"aaa"}"##,
    }
    IntegerPairs1 {
        lenient: ["range_lenient"],
        open: false,
        r##"{"range_check":3,"range_default":-9223372036854775808,"range_lenient":1,"range_multiple_of":0,"range_redact":0}"##,
        r##"{"range_check":4294967295,"range_default":100,"range_multiple_of":50}"##,
        r##"{"range_check":3,"range_lenient":null,"range_multiple_of":0,"range_redact":null}"##,
        r##"{"range_check":4294967295,"range_default":100,"range_lenient":1,"range_multiple_of":50,"range_redact":0}"##,
    }
    IntegerPairs2 {
        lenient: ["multiple_of_lenient", "lenient_check"],
        open: false,
        r##"{"lenient_check":0,"multiple_of_check":-128,"multiple_of_lenient":-9223372036854775805,"multiple_of_redact":-2147483645}"##,
        r##"{"lenient_check":18446744073709551615,"multiple_of_check":127,"multiple_of_default":65535,"multiple_of_lenient":18446744073709551615,"multiple_of_redact":2147483645}"##,
        r##"{"lenient_check":0,"multiple_of_check":-128,"multiple_of_default":0,"multiple_of_lenient":-9223372036854775805,"multiple_of_redact":-2147483645}"##,
        r##"{"lenient_check":18446744073709551615,"multiple_of_check":127,"multiple_of_lenient":18446744073709551615,"multiple_of_redact":2147483645}"##,
    }
    IntegerPairs3 {
        lenient: ["lenient_default", "lenient_redact"],
        open: false,
        r##"{"check_redact":-32768,"default_redact":0,"lenient_default":0,"lenient_redact":-9223372036854775808}"##,
        r##"{"check_default":255,"check_redact":32767,"lenient_default":18446744073709551615,"lenient_redact":9223372036854775807}"##,
        r##"{"check_default":0,"default_redact":0,"lenient_redact":-9223372036854775808}"##,
        r##"{"check_redact":-32768,"default_redact":4294967295,"lenient_default":18446744073709551615,"lenient_redact":9223372036854775807}"##,
    }
    FloatPairs1 {
        lenient: ["range_lenient", "lenient_check"],
        open: false,
        r##"{"lenient_check":-1e+38,"range_check":-1.0,"range_lenient":0.5,"range_redact":-1e+38}"##,
        r##"{"range_default":1e+38,"range_lenient":2.5,"range_redact":1e+30}"##,
        r##"{"lenient_check":null,"range_check":null,"range_default":0.0,"range_lenient":0.5,"range_redact":-1e+38}"##,
        r##"{"lenient_check":-1e+38,"range_check":-1.0,"range_lenient":2.5,"range_redact":1e+30}"##,
    }
    FloatPairs2 {
        lenient: ["lenient_default", "lenient_redact"],
        open: false,
        r##"{"check_redact":-1e+38,"default_redact":-1e+38,"lenient_default":-1e+38,"lenient_redact":-1e+38}"##,
        r##"{"check_default":1e+38,"check_redact":1e+38,"lenient_default":1e+38,"lenient_redact":1e+38}"##,
        r##"{"check_default":-1e+38,"check_redact":-1e+38,"default_redact":-1e+38,"lenient_redact":-1e+38}"##,
        r##"{"check_redact":1e+38,"default_redact":1e+38,"lenient_default":1e+38,"lenient_redact":1e+38}"##,
    }
    BoolPairs1 {
        lenient: ["lenient_check", "lenient_default", "lenient_redact"],
        open: false,
        r##"{"check_default":true,"check_redact":true,"lenient_check":true,"lenient_default":true,"lenient_redact":true}"##,
        r##"{"check_default":false,"lenient_check":false,"lenient_redact":false}"##,
        r##"{"check_redact":null,"lenient_check":true,"lenient_default":true,"lenient_redact":true}"##,
        r##"{"check_default":false,"check_redact":true,"lenient_check":false,"lenient_default":false,"lenient_redact":false}"##,
    }
    BoolPairs2 {
        lenient: [],
        open: false,
        r##"{"default_redact":true}"##,
        r##"{"default_redact":false}"##,
        r##"{}"##,
        r##"{"default_redact":false}"##,
    }
    ListPairs1 {
        lenient: ["max_items_lenient"],
        open: false,
        r##"{"max_items_check":[-9223372036854775808],"max_items_default":[true],"max_items_each":[0],"max_items_lenient":["low"],"max_items_min_items":[-9223372036854775808]}"##,
        r##"{"max_items_check":[1,-9223372036854775808],"max_items_lenient":["high","low"],"max_items_min_items":[1,-9223372036854775808]}"##,
        r##"{"max_items_check":[-9223372036854775808],"max_items_default":[true],"max_items_each":null,"max_items_lenient":["low"],"max_items_min_items":[-9223372036854775808]}"##,
        r##"{"max_items_check":[1,-9223372036854775808],"max_items_default":[false,true],"max_items_each":[0],"max_items_lenient":["high","low"],"max_items_min_items":[1,-9223372036854775808]}"##,
    }
    ListPairs2 {
        lenient: ["min_items_lenient"],
        open: false,
        r##"{"max_items_redact":["low"],"min_items_check":["low"],"min_items_default":[-9223372036854775808],"min_items_each":["a"]}"##,
        r##"{"max_items_redact":["high","low"],"min_items_check":["high","low"],"min_items_each":["bcd","a"],"min_items_lenient":[false,true]}"##,
        r##"{"max_items_redact":["low"],"min_items_check":["low"],"min_items_default":[-9223372036854775808],"min_items_each":["a"],"min_items_lenient":null}"##,
        r##"{"max_items_redact":["high","low"],"min_items_check":["high","low"],"min_items_default":[1,-9223372036854775808],"min_items_each":["bcd","a"]}"##,
    }
    ListPairs3 {
        lenient: ["each_lenient"],
        open: false,
        r##"{"each_check":[0],"each_default":[[]],"each_lenient":["a"],"min_items_redact":[true],"min_items_unbounded":["low"]}"##,
        r##"{"each_check":[9,0],"each_lenient":["bcd","a"],"min_items_redact":[false,true],"min_items_unbounded":["high","low"]}"##,
        r##"{"each_default":[[]],"each_lenient":["a"],"min_items_unbounded":["low"]}"##,
        r##"{"each_check":[0],"each_default":[[true,false],[]],"each_lenient":["bcd","a"],"min_items_redact":[true],"min_items_unbounded":["high","low"]}"##,
    }
    ListPairs4 {
        lenient: ["lenient_check", "lenient_default", "lenient_redact"],
        open: false,
        r##"{"each_redact":["a"],"each_unbounded":[0],"lenient_check":["low"],"lenient_default":[-9223372036854775808],"lenient_redact":[true]}"##,
        r##"{"each_redact":["bcd","a"],"lenient_check":["high","low"],"lenient_default":[1,-9223372036854775808]}"##,
        r##"{"each_redact":["a"],"each_unbounded":null,"lenient_check":["low"],"lenient_redact":null}"##,
        r##"{"each_redact":["bcd","a"],"each_unbounded":[0],"lenient_check":["high","low"],"lenient_default":[1,-9223372036854775808],"lenient_redact":[true]}"##,
    }
    ListPairs5 {
        lenient: ["lenient_unbounded"],
        open: false,
        r##"{"check_default":[-9223372036854775808],"check_unbounded":["low"],"default_redact":[-9223372036854775808],"lenient_unbounded":["low"]}"##,
        r##"{"check_redact":[false,true],"check_unbounded":["high","low"],"lenient_unbounded":["high","low"]}"##,
        r##"{"check_default":[-9223372036854775808],"check_redact":null,"check_unbounded":["low"],"default_redact":[-9223372036854775808],"lenient_unbounded":["low"]}"##,
        r##"{"check_default":[1,-9223372036854775808],"check_unbounded":["high","low"],"default_redact":[1,-9223372036854775808],"lenient_unbounded":["high","low"]}"##,
    }
    ListPairs6 {
        lenient: [],
        open: false,
        r##"{"default_unbounded":[true],"redact_unbounded":["low"]}"##,
        r##"{"default_unbounded":[false,true],"redact_unbounded":["high","low"]}"##,
        r##"{"redact_unbounded":["low"]}"##,
        r##"{"default_unbounded":[false,true],"redact_unbounded":["high","low"]}"##,
    }
    MapPairs1 {
        lenient: ["max_items_lenient"],
        open: false,
        r##"{"max_items_check":{"low":true},"max_items_each":{"low":[]},"max_items_keys":{"low":true},"max_items_lenient":{"low":-9223372036854775808},"max_items_min_items":{"low":-9223372036854775808}}"##,
        r##"{"max_items_each":{"high":[],"low":[true,false]},"max_items_lenient":{"high":-9223372036854775808,"low":1},"max_items_min_items":{"high":-9223372036854775808,"low":1}}"##,
        r##"{"max_items_check":null,"max_items_each":{"low":[]},"max_items_keys":null,"max_items_lenient":{"low":-9223372036854775808},"max_items_min_items":{"low":-9223372036854775808}}"##,
        r##"{"max_items_check":{"low":true},"max_items_each":{"high":[],"low":[true,false]},"max_items_keys":{"low":true},"max_items_lenient":{"high":-9223372036854775808,"low":1},"max_items_min_items":{"high":-9223372036854775808,"low":1}}"##,
    }
    MapPairs2 {
        lenient: ["min_items_lenient"],
        open: false,
        r##"{"max_items_default":{"low":"low"},"max_items_redact":{"low":-9223372036854775808},"min_items_each":{"low":[]},"min_items_lenient":{"low":-9223372036854775808}}"##,
        r##"{"max_items_default":{"high":"low","low":"high"},"max_items_redact":{"high":-9223372036854775808,"low":1},"min_items_each":{"high":[],"low":[true,false]},"min_items_keys":{"high":true,"low":false},"min_items_lenient":{"high":-9223372036854775808,"low":1}}"##,
        r##"{"max_items_redact":{"low":-9223372036854775808},"min_items_each":{"low":[]},"min_items_keys":null,"min_items_lenient":{"low":-9223372036854775808}}"##,
        r##"{"max_items_default":{"high":"low","low":"high"},"max_items_redact":{"high":-9223372036854775808,"low":1},"min_items_each":{"high":[],"low":[true,false]},"min_items_lenient":{"high":-9223372036854775808,"low":1}}"##,
    }
    MapPairs3 {
        lenient: [],
        open: false,
        r##"{"keys_each":{"low":[]},"min_items_check":{"low":true},"min_items_default":{"low":"low"},"min_items_redact":{"low":-9223372036854775808},"min_items_unbounded":{"low":true}}"##,
        r##"{"keys_each":{"high":[],"low":[true,false]},"min_items_check":{"high":true,"low":false},"min_items_redact":{"high":-9223372036854775808,"low":1},"min_items_unbounded":{"high":true,"low":false}}"##,
        r##"{"keys_each":{"low":[]},"min_items_default":{"low":"low"},"min_items_redact":{"low":-9223372036854775808}}"##,
        r##"{"keys_each":{"high":[],"low":[true,false]},"min_items_check":{"low":true},"min_items_default":{"high":"low","low":"high"},"min_items_redact":{"high":-9223372036854775808,"low":1},"min_items_unbounded":{"low":true}}"##,
    }
    MapPairs4 {
        lenient: ["keys_lenient"],
        open: false,
        r##"{"keys_check":{"low":true},"keys_lenient":{"low":-9223372036854775808},"keys_redact":{"low":-9223372036854775808},"keys_unbounded":{"low":true}}"##,
        r##"{"keys_default":{"high":"low","low":"high"},"keys_lenient":{"high":-9223372036854775808,"low":1},"keys_redact":{"high":-9223372036854775808,"low":1}}"##,
        r##"{"keys_check":null,"keys_default":{"low":"low"},"keys_lenient":{"low":-9223372036854775808},"keys_redact":{"low":-9223372036854775808},"keys_unbounded":null}"##,
        r##"{"keys_check":{"low":true},"keys_lenient":{"high":-9223372036854775808,"low":1},"keys_redact":{"high":-9223372036854775808,"low":1},"keys_unbounded":{"low":true}}"##,
    }
    MapPairs5 {
        lenient: ["each_lenient"],
        open: false,
        r##"{"each_check":{"low":"a"},"each_lenient":{"low":[]},"each_redact":{"low":[]},"each_unbounded":{"low":"a"}}"##,
        r##"{"each_check":{"high":"a","low":"bcd"},"each_default":{"high":0,"low":9},"each_lenient":{"high":[],"low":[true,false]},"each_redact":{"high":[],"low":[true,false]},"each_unbounded":{"high":"a","low":"bcd"}}"##,
        r##"{"each_check":{"low":"a"},"each_default":{"low":0},"each_lenient":{"low":[]},"each_redact":{"low":[]},"each_unbounded":{"low":"a"}}"##,
        r##"{"each_check":{"high":"a","low":"bcd"},"each_lenient":{"high":[],"low":[true,false]},"each_redact":{"high":[],"low":[true,false]},"each_unbounded":{"high":"a","low":"bcd"}}"##,
    }
    MapPairs6 {
        lenient: ["lenient_check", "lenient_default", "lenient_redact", "lenient_unbounded"],
        open: false,
        r##"{"check_default":{"low":"low"},"lenient_check":{"low":true},"lenient_default":{"low":"low"},"lenient_redact":{"low":-9223372036854775808},"lenient_unbounded":{"low":true}}"##,
        r##"{"lenient_check":{"high":true,"low":false},"lenient_redact":{"high":-9223372036854775808,"low":1},"lenient_unbounded":{"high":true,"low":false}}"##,
        r##"{"check_default":{"low":"low"},"lenient_default":{"low":"low"},"lenient_redact":{"low":-9223372036854775808}}"##,
        r##"{"check_default":{"high":"low","low":"high"},"lenient_check":{"low":true},"lenient_default":{"high":"low","low":"high"},"lenient_redact":{"high":-9223372036854775808,"low":1},"lenient_unbounded":{"low":true}}"##,
    }
    MapPairs7 {
        lenient: [],
        open: false,
        r##"{"check_redact":{"low":-9223372036854775808},"check_unbounded":{"low":true},"default_unbounded":{"low":-9223372036854775808},"redact_unbounded":{"low":true}}"##,
        r##"{"check_redact":{"high":-9223372036854775808,"low":1},"default_redact":{"high":"low","low":"high"},"default_unbounded":{"high":-9223372036854775808,"low":1}}"##,
        r##"{"check_redact":{"low":-9223372036854775808},"check_unbounded":null,"default_redact":{"low":"low"},"redact_unbounded":null}"##,
        r##"{"check_redact":{"high":-9223372036854775808,"low":1},"check_unbounded":{"low":true},"default_unbounded":{"high":-9223372036854775808,"low":1},"redact_unbounded":{"low":true}}"##,
    }
    JsonPairs1 {
        lenient: [],
        open: false,
        r##"{"max_json_bytes_allow_control_chars":{"a":[1,null]},"max_json_bytes_allow_format_chars":{"a":[1,null]},"max_json_bytes_allow_redaction_marker":{"a":[1,null]},"max_json_bytes_check":{"a":[1,null]},"max_json_bytes_default":{"a":[1,null]}}"##,
        r##"{"max_json_bytes_allow_control_chars":"text","max_json_bytes_allow_redaction_marker":"text","max_json_bytes_check":"text"}"##,
        r##"{"max_json_bytes_allow_control_chars":0.5,"max_json_bytes_allow_format_chars":0.5,"max_json_bytes_allow_redaction_marker":0.5,"max_json_bytes_check":0.5,"max_json_bytes_default":0.5}"##,
        r##"{"max_json_bytes_allow_control_chars":{"a":[1,null]},"max_json_bytes_allow_format_chars":null,"max_json_bytes_allow_redaction_marker":{"a":[1,null]},"max_json_bytes_check":{"a":[1,null]},"max_json_bytes_default":{"a":[1,null]}}"##,
    }
    JsonPairs2 {
        lenient: [],
        open: false,
        r##"{"allow_control_chars_allow_format_chars":{"a":[1,null]},"allow_control_chars_check":{"a":[1,null]},"allow_control_chars_default":{"a":[1,null]},"max_json_bytes_redact":{"a":[1,null]}}"##,
        r##"{"allow_control_chars_allow_format_chars":"text","allow_control_chars_allow_redaction_marker":"text","allow_control_chars_check":"text","max_json_bytes_redact":"text"}"##,
        r##"{"allow_control_chars_allow_format_chars":0.5,"allow_control_chars_allow_redaction_marker":0.5,"allow_control_chars_check":0.5,"allow_control_chars_default":0.5,"max_json_bytes_redact":0.5}"##,
        r##"{"allow_control_chars_allow_format_chars":{"a":[1,null]},"allow_control_chars_check":{"a":[1,null]},"allow_control_chars_default":{"a":[1,null]},"max_json_bytes_redact":{"a":[1,null]}}"##,
    }
    JsonPairs3 {
        lenient: [],
        open: false,
        r##"{"allow_control_chars_redact":{"a":[1,null]},"allow_control_chars_unbounded":{"a":[1,null]},"allow_format_chars_allow_redaction_marker":{"a":[1,null]},"allow_format_chars_check":{"a":[1,null]},"allow_format_chars_default":{"a":[1,null]}}"##,
        r##"{"allow_control_chars_redact":"text","allow_control_chars_unbounded":"text","allow_format_chars_allow_redaction_marker":"text","allow_format_chars_check":"text"}"##,
        r##"{"allow_control_chars_unbounded":0.5,"allow_format_chars_allow_redaction_marker":0.5,"allow_format_chars_default":0.5}"##,
        r##"{"allow_control_chars_redact":null,"allow_control_chars_unbounded":{"a":[1,null]},"allow_format_chars_allow_redaction_marker":{"a":[1,null]},"allow_format_chars_check":null,"allow_format_chars_default":{"a":[1,null]}}"##,
    }
    JsonPairs4 {
        lenient: [],
        open: false,
        r##"{"allow_format_chars_redact":{"a":[1,null]},"allow_format_chars_unbounded":{"a":[1,null]},"allow_redaction_marker_check":{"a":[1,null]},"allow_redaction_marker_default":{"a":[1,null]},"allow_redaction_marker_redact":{"a":[1,null]}}"##,
        r##"{"allow_format_chars_redact":"text","allow_redaction_marker_check":"text","allow_redaction_marker_default":"text"}"##,
        r##"{"allow_format_chars_redact":0.5,"allow_format_chars_unbounded":0.5,"allow_redaction_marker_check":0.5,"allow_redaction_marker_redact":0.5}"##,
        r##"{"allow_format_chars_redact":{"a":[1,null]},"allow_format_chars_unbounded":null,"allow_redaction_marker_check":{"a":[1,null]},"allow_redaction_marker_default":{"a":[1,null]},"allow_redaction_marker_redact":null}"##,
    }
    JsonPairs5 {
        lenient: [],
        open: false,
        r##"{"allow_redaction_marker_unbounded":{"a":[1,null]},"check_default":{"a":[1,null]},"check_unbounded":{"a":[1,null]},"default_redact":{"a":[1,null]}}"##,
        r##"{"allow_redaction_marker_unbounded":"text","check_redact":"text","check_unbounded":"text"}"##,
        r##"{"allow_redaction_marker_unbounded":0.5,"check_default":0.5,"check_redact":0.5,"check_unbounded":0.5,"default_redact":0.5}"##,
        r##"{"allow_redaction_marker_unbounded":{"a":[1,null]},"check_default":{"a":[1,null]},"check_unbounded":{"a":[1,null]},"default_redact":{"a":[1,null]}}"##,
    }
    JsonPairs6 {
        lenient: [],
        open: false,
        r##"{"default_unbounded":{"a":[1,null]},"redact_unbounded":{"a":[1,null]}}"##,
        r##"{"default_unbounded":"text","redact_unbounded":"text"}"##,
        r##"{"redact_unbounded":0.5}"##,
        r##"{"default_unbounded":{"a":[1,null]},"redact_unbounded":{"a":[1,null]}}"##,
    }
    CommandArgPairs1 {
        lenient: [],
        open: false,
        r##"{"max_len_allow_dash":"aaa","max_len_check":"aaa","max_len_min_len":"aaa","max_len_one_of":"aaa","max_len_pattern":"aaa"}"##,
        r##"{"max_len_allow_dash":"aab","max_len_min_len":"aab","max_len_one_of":"aab"}"##,
        r##"{"max_len_allow_dash":"aba","max_len_check":"abab","max_len_min_len":"aba","max_len_one_of":"aaa","max_len_pattern":"aba"}"##,
        r##"{"max_len_allow_dash":"aaa","max_len_check":null,"max_len_min_len":"aaa","max_len_one_of":"aab","max_len_pattern":null}"##,
    }
    CommandArgPairs2 {
        lenient: [],
        open: false,
        r##"{"max_len_redact":"aaa","min_len_allow_dash":"aaa","min_len_check":"aaa","min_len_pattern":"aaa"}"##,
        r##"{"max_len_redact":"aab","min_len_allow_dash":"aab","min_len_check":"aab","min_len_one_of":"aab","min_len_pattern":"aab"}"##,
        r##"{"max_len_redact":"abab","min_len_allow_dash":"abababab","min_len_check":"abababab","min_len_one_of":null,"min_len_pattern":"abab"}"##,
        r##"{"max_len_redact":"aaa","min_len_allow_dash":"aaa","min_len_check":"aaa","min_len_pattern":"aaa"}"##,
    }
    CommandArgPairs3 {
        lenient: [],
        open: false,
        r##"{"min_len_redact":"aaa","pattern_allow_dash":"aaa","pattern_check":"aaa","pattern_one_of":"aaa","pattern_redact":"aaa"}"##,
        r##"{"min_len_redact":"aab","pattern_allow_dash":"aab","pattern_check":"aab","pattern_one_of":"aab","pattern_redact":"aab"}"##,
        r##"{"pattern_allow_dash":"abababababababababababababababababababab","pattern_one_of":"aaa","pattern_redact":"abababababababababababababababababababab"}"##,
        r##"{"min_len_redact":null,"pattern_allow_dash":"aaa","pattern_check":null,"pattern_one_of":"aab","pattern_redact":"aaa"}"##,
    }
    CommandArgPairs4 {
        lenient: [],
        open: false,
        r##"{"allow_dash_check":"aaa","allow_dash_redact":"aaa","one_of_allow_dash":"aaa","one_of_check":"aaa","one_of_redact":"aaa"}"##,
        r##"{"allow_dash_check":"aab","one_of_allow_dash":"aab","one_of_redact":"aab"}"##,
        r##"{"allow_dash_check":"aba","allow_dash_redact":"aba","one_of_allow_dash":"aaa","one_of_check":null,"one_of_redact":"aaa"}"##,
        r##"{"allow_dash_check":"aaa","allow_dash_redact":null,"one_of_allow_dash":"aab","one_of_check":"aaa","one_of_redact":"aab"}"##,
    }
    CommandArgPairs5 {
        lenient: [],
        open: false,
        r##"{"check_redact":"aaa"}"##,
        r##"{"check_redact":"aab"}"##,
        r##"{"check_redact":"abab"}"##,
        r##"{"check_redact":"aaa"}"##,
    }
    PathPairs1 {
        lenient: [],
        open: false,
        r##"{"check_redact":"a/b.txt","sandboxed_path_check":"a/b.txt","sandboxed_path_redact":"a/b.txt"}"##,
        r##"{"check_redact":"c.md","sandboxed_path_check":"notes"}"##,
        r##"{"check_redact":"a/b.txt","sandboxed_path_check":"a/b.txt","sandboxed_path_redact":null}"##,
        r##"{"check_redact":"c.md","sandboxed_path_check":"notes","sandboxed_path_redact":"a/b.txt"}"##,
    }
    IdentPairs1 {
        lenient: [],
        open: false,
        r##"{"check_default":"name","check_redact":"name","one_of_check":"name","one_of_default":"name","one_of_redact":"name"}"##,
        r##"{"check_default":"users.created_at","one_of_check":"users.created_at","one_of_redact":"users.created_at"}"##,
        r##"{"check_redact":null,"one_of_check":"name","one_of_default":"name","one_of_redact":"name"}"##,
        r##"{"check_default":"users.created_at","check_redact":"name","one_of_check":"users.created_at","one_of_default":"users.created_at","one_of_redact":"users.created_at"}"##,
    }
    IdentPairs2 {
        lenient: [],
        open: false,
        r##"{"default_redact":"name"}"##,
        r##"{"default_redact":"users.created_at"}"##,
        r##"{}"##,
        r##"{"default_redact":"users.created_at"}"##,
    }
    OwnPairs1 {
        lenient: ["nested_lenient", "lenient_check"],
        open: false,
        r##"{"lenient_check":{"x":1},"nested_check":"low","nested_lenient":{"x":1},"nested_redact":0.25}"##,
        r##"{"nested_default":{"by":3,"kind":"go"},"nested_lenient":{"x":-2},"nested_redact":1}"##,
        r##"{"lenient_check":null,"nested_check":null,"nested_default":{"kind":"stay"},"nested_lenient":{"x":1},"nested_redact":0.25}"##,
        r##"{"lenient_check":{"x":1},"nested_check":"low","nested_lenient":{"x":-2},"nested_redact":1}"##,
    }
    OwnPairs2 {
        lenient: ["lenient_default", "lenient_redact"],
        open: false,
        r##"{"allow_redaction_marker_default":1,"allow_redaction_marker_redact":"127.0.0.1","lenient_default":"low","lenient_redact":{"kind":"stay"}}"##,
        r##"{"allow_redaction_marker_check":"0.0.0.0","allow_redaction_marker_default":9,"allow_redaction_marker_redact":"::1","lenient_default":"high","lenient_redact":{"by":3,"kind":"go"}}"##,
        r##"{"allow_redaction_marker_check":null,"allow_redaction_marker_redact":"127.0.0.1","lenient_redact":{"kind":"stay"}}"##,
        r##"{"allow_redaction_marker_default":9,"allow_redaction_marker_redact":"::1","lenient_default":"high","lenient_redact":{"by":3,"kind":"go"}}"##,
    }
    OwnPairs3 {
        lenient: [],
        open: false,
        r##"{"allow_redaction_marker_unbounded":"10.0.0.1","check_default":0.25,"check_redact":{"x":1},"check_unbounded":"10.0.0.1","default_redact":{"kind":"stay"}}"##,
        r##"{"allow_redaction_marker_unbounded":"0.0.0.0","check_redact":{"x":-2},"check_unbounded":"0.0.0.0"}"##,
        r##"{"check_default":0.25,"check_redact":{"x":1},"default_redact":{"kind":"stay"}}"##,
        r##"{"allow_redaction_marker_unbounded":"10.0.0.1","check_default":1,"check_redact":{"x":-2},"check_unbounded":"10.0.0.1","default_redact":{"by":3,"kind":"go"}}"##,
    }
    OwnPairs4 {
        lenient: [],
        open: false,
        r##"{"default_unbounded":"127.0.0.1","redact_unbounded":"10.0.0.1"}"##,
        r##"{"default_unbounded":"::1"}"##,
        r##"{"redact_unbounded":null}"##,
        r##"{"default_unbounded":"::1","redact_unbounded":"10.0.0.1"}"##,
    }
    TextInside1 {
        lenient: [],
        open: false,
        r##"{"max_len_in_list":[],"max_len_in_map":{},"min_len_in_option":"aaa","min_len_in_set":[],"pattern_in_options":[]}"##,
        r##"{"max_len_in_list":["aaa"],"max_len_in_map":{"a":"aaa","b":"aab"},"min_len_in_option":"aab","min_len_in_set":["aaa"],"pattern_in_options":["aaa"]}"##,
        r##"{"max_len_in_list":[],"max_len_in_map":{},"min_len_in_set":[],"pattern_in_options":[]}"##,
        r##"{"max_len_in_list":["aaa"],"max_len_in_map":{"a":"aaa","b":"aab"},"min_len_in_option":null,"min_len_in_set":["aaa"],"pattern_in_options":["aaa"]}"##,
    }
    TextInside2 {
        lenient: [],
        open: false,
        r##"{"one_of_in_list":[],"one_of_in_maps":[],"pattern_in_lists":{},"trim_in_map":{},"trim_in_set":[]}"##,
        r##"{"one_of_in_list":["aaa"],"pattern_in_lists":{"a":[],"b":["aaa"]},"trim_in_map":{"a":"aaa","b":"aab"},"trim_in_set":["aaa"]}"##,
        r##"{"one_of_in_list":[],"one_of_in_maps":null,"pattern_in_lists":{},"trim_in_map":{},"trim_in_set":[]}"##,
        r##"{"one_of_in_list":["aaa"],"one_of_in_maps":[],"pattern_in_lists":{"a":[],"b":["aaa"]},"trim_in_map":{"a":"aaa","b":"aab"},"trim_in_set":["aaa"]}"##,
    }
    TextInside3 {
        lenient: [],
        open: false,
        r##"{"allow_control_chars_in_lists":{},"allow_control_chars_in_maps":[],"allow_format_chars_in_list":[],"multiline_in_option":"aaa","multiline_in_options":[]}"##,
        r##"{"allow_control_chars_in_lists":{"a":[],"b":["aaa"]},"allow_control_chars_in_maps":[{}],"allow_format_chars_in_list":["aaa"],"multiline_in_option":"aab","multiline_in_options":["aaa"]}"##,
        r##"{"allow_control_chars_in_lists":{},"allow_format_chars_in_list":[],"multiline_in_options":[]}"##,
        r##"{"allow_control_chars_in_lists":{"a":[],"b":["aaa"]},"allow_control_chars_in_maps":[],"allow_format_chars_in_list":["aaa"],"multiline_in_option":null,"multiline_in_options":["aaa"]}"##,
    }
    TextInside4 {
        lenient: [],
        open: false,
        r##"{"allow_format_chars_in_map":{},"allow_redaction_marker_in_set":[],"check_in_lists":{},"check_in_options":[]}"##,
        r##"{"allow_format_chars_in_map":{"a":"aaa","b":"aab"},"allow_redaction_marker_in_option":"aab","allow_redaction_marker_in_set":["aaa"],"check_in_lists":{"a":[],"b":["aaa"]},"check_in_options":["aaa"]}"##,
        r##"{"allow_format_chars_in_map":{},"allow_redaction_marker_in_option":"aba","allow_redaction_marker_in_set":[],"check_in_lists":{},"check_in_options":[]}"##,
        r##"{"allow_format_chars_in_map":{"a":"aaa","b":"aab"},"allow_redaction_marker_in_set":["aaa"],"check_in_lists":{"a":[],"b":["aaa"]},"check_in_options":["aaa"]}"##,
    }
    TextInside5 {
        lenient: [],
        open: false,
        r##"{"unbounded_in_option":"aaa","unbounded_in_options":[]}"##,
        r##"{"unbounded_in_option":"aab","unbounded_in_options":["aaa"]}"##,
        r##"{"unbounded_in_options":[]}"##,
        r##"{"unbounded_in_option":null,"unbounded_in_options":["aaa"]}"##,
    }
    IntegerInside1 {
        lenient: [],
        open: false,
        r##"{"check_in_maps":[],"multiple_of_in_option":-9223372036854775808,"multiple_of_in_set":[],"range_in_list":[],"range_in_map":{}}"##,
        r##"{"multiple_of_in_option":9223372036854775807,"multiple_of_in_set":[0],"range_in_list":[0],"range_in_map":{"a":1,"b":120}}"##,
        r##"{"check_in_maps":null,"multiple_of_in_set":[],"range_in_list":[],"range_in_map":{}}"##,
        r##"{"check_in_maps":[],"multiple_of_in_option":-9223372036854775808,"multiple_of_in_set":[0],"range_in_list":[0],"range_in_map":{"a":1,"b":120}}"##,
    }
    IntegerInside2 {
        lenient: [],
        open: false,
        r##"{"check_in_list":[]}"##,
        r##"{"check_in_list":[-9223372036854775808]}"##,
        r##"{"check_in_list":[]}"##,
        r##"{"check_in_list":[-9223372036854775808]}"##,
    }
    FloatInside1 {
        lenient: [],
        open: false,
        r##"{"check_in_lists":{},"check_in_options":[],"range_in_list":[],"range_in_map":{}}"##,
        r##"{"check_in_lists":{"a":[],"b":[-1e+38]},"check_in_options":[-1e+38],"range_in_list":[0.5],"range_in_map":{"a":-1.0,"b":1.0}}"##,
        r##"{"check_in_lists":{},"check_in_options":[],"range_in_list":[],"range_in_map":{}}"##,
        r##"{"check_in_lists":{"a":[],"b":[-1e+38]},"check_in_options":[-1e+38],"range_in_list":[0.5],"range_in_map":{"a":-1.0,"b":1.0}}"##,
    }
    BoolInside1 {
        lenient: [],
        open: false,
        r##"{"check_in_option":true,"check_in_set":[]}"##,
        r##"{"check_in_set":[true]}"##,
        r##"{"check_in_option":null,"check_in_set":[]}"##,
        r##"{"check_in_option":true,"check_in_set":[true]}"##,
    }
    ListInside1 {
        lenient: [],
        open: false,
        r##"{"each_in_options":[],"max_items_in_list":[],"max_items_in_map":{},"min_items_in_option":[-9223372036854775808],"min_items_in_set":[]}"##,
        r##"{"each_in_options":[[0]],"max_items_in_list":[[-9223372036854775808]],"max_items_in_map":{"a":[true],"b":[false,true]},"min_items_in_option":[1,-9223372036854775808],"min_items_in_set":[["low"]]}"##,
        r##"{"each_in_options":[],"max_items_in_list":[],"max_items_in_map":{},"min_items_in_set":[]}"##,
        r##"{"each_in_options":[[0]],"max_items_in_list":[[-9223372036854775808]],"max_items_in_map":{"a":[true],"b":[false,true]},"min_items_in_option":[-9223372036854775808],"min_items_in_set":[["low"]]}"##,
    }
    ListInside2 {
        lenient: [],
        open: false,
        r##"{"check_in_map":{},"check_in_set":[],"each_in_lists":{},"unbounded_in_list":[],"unbounded_in_map":{}}"##,
        r##"{"check_in_map":{"a":[-9223372036854775808],"b":[1,-9223372036854775808]},"check_in_set":[[true]],"each_in_lists":{"a":[],"b":[[[]]]},"unbounded_in_list":[["low"]],"unbounded_in_map":{"a":[-9223372036854775808],"b":[1,-9223372036854775808]}}"##,
        r##"{"check_in_map":{},"check_in_set":[],"each_in_lists":{},"unbounded_in_list":[],"unbounded_in_map":{}}"##,
        r##"{"check_in_map":{"a":[-9223372036854775808],"b":[1,-9223372036854775808]},"check_in_set":[[true]],"each_in_lists":{"a":[],"b":[[[]]]},"unbounded_in_list":[["low"]],"unbounded_in_map":{"a":[-9223372036854775808],"b":[1,-9223372036854775808]}}"##,
    }
    MapInside1 {
        lenient: [],
        open: false,
        r##"{"keys_in_options":[],"max_items_in_list":[],"max_items_in_map":{},"min_items_in_option":{"low":-9223372036854775808},"min_items_in_set":[]}"##,
        r##"{"keys_in_options":[{"low":true}],"max_items_in_list":[{"low":-9223372036854775808}],"max_items_in_map":{"a":{"low":true},"b":{"high":true,"low":false}},"min_items_in_option":{"high":-9223372036854775808,"low":1},"min_items_in_set":[{"low":"low"}]}"##,
        r##"{"keys_in_options":[],"max_items_in_list":[],"max_items_in_map":{},"min_items_in_set":[]}"##,
        r##"{"keys_in_options":[{"low":true}],"max_items_in_list":[{"low":-9223372036854775808}],"max_items_in_map":{"a":{"low":true},"b":{"high":true,"low":false}},"min_items_in_option":{"low":-9223372036854775808},"min_items_in_set":[{"low":"low"}]}"##,
    }
    MapInside2 {
        lenient: [],
        open: false,
        r##"{"check_in_option":{"low":"low"},"check_in_options":[],"each_in_list":[],"each_in_maps":[],"keys_in_lists":{}}"##,
        r##"{"check_in_option":{"high":"low","low":"high"},"check_in_options":[{"low":-9223372036854775808}],"each_in_list":[{"low":0}],"keys_in_lists":{"a":[],"b":[{"low":"low"}]}}"##,
        r##"{"check_in_options":[],"each_in_list":[],"each_in_maps":null,"keys_in_lists":{}}"##,
        r##"{"check_in_option":{"low":"low"},"check_in_options":[{"low":-9223372036854775808}],"each_in_list":[{"low":0}],"each_in_maps":[],"keys_in_lists":{"a":[],"b":[{"low":"low"}]}}"##,
    }
    MapInside3 {
        lenient: [],
        open: false,
        r##"{"unbounded_in_option":{"low":"low"},"unbounded_in_set":[]}"##,
        r##"{"unbounded_in_set":[{"low":true}]}"##,
        r##"{"unbounded_in_option":null,"unbounded_in_set":[]}"##,
        r##"{"unbounded_in_option":{"low":"low"},"unbounded_in_set":[{"low":true}]}"##,
    }
    JsonInside1 {
        lenient: [],
        open: false,
        r##"{"allow_control_chars_in_option":{"a":[1,null]},"allow_control_chars_in_set":[],"allow_format_chars_in_options":[],"max_json_bytes_in_list":[],"max_json_bytes_in_map":{}}"##,
        r##"{"allow_control_chars_in_option":"text","allow_control_chars_in_set":[{"a":[1,null]}],"allow_format_chars_in_options":[{"a":[1,null]}],"max_json_bytes_in_list":[{"a":[1,null]}],"max_json_bytes_in_map":{"a":{"a":[1,null]},"b":"text"}}"##,
        r##"{"allow_control_chars_in_set":[],"allow_format_chars_in_options":[],"max_json_bytes_in_list":[],"max_json_bytes_in_map":{}}"##,
        r##"{"allow_control_chars_in_option":null,"allow_control_chars_in_set":[{"a":[1,null]}],"allow_format_chars_in_options":[{"a":[1,null]}],"max_json_bytes_in_list":[{"a":[1,null]}],"max_json_bytes_in_map":{"a":{"a":[1,null]},"b":"text"}}"##,
    }
    JsonInside2 {
        lenient: [],
        open: false,
        r##"{"allow_format_chars_in_lists":{},"allow_redaction_marker_in_list":[],"allow_redaction_marker_in_maps":[],"check_in_map":{},"check_in_set":[]}"##,
        r##"{"allow_format_chars_in_lists":{"a":[],"b":[{"a":[1,null]}]},"allow_redaction_marker_in_list":[{"a":[1,null]}],"check_in_map":{"a":{"a":[1,null]},"b":"text"},"check_in_set":[{"a":[1,null]}]}"##,
        r##"{"allow_format_chars_in_lists":{},"allow_redaction_marker_in_list":[],"allow_redaction_marker_in_maps":null,"check_in_map":{},"check_in_set":[]}"##,
        r##"{"allow_format_chars_in_lists":{"a":[],"b":[{"a":[1,null]}]},"allow_redaction_marker_in_list":[{"a":[1,null]}],"allow_redaction_marker_in_maps":[],"check_in_map":{"a":{"a":[1,null]},"b":"text"},"check_in_set":[{"a":[1,null]}]}"##,
    }
    JsonInside3 {
        lenient: [],
        open: false,
        r##"{"unbounded_in_list":[],"unbounded_in_map":{}}"##,
        r##"{"unbounded_in_list":[{"a":[1,null]}],"unbounded_in_map":{"a":{"a":[1,null]},"b":"text"}}"##,
        r##"{"unbounded_in_list":[],"unbounded_in_map":{}}"##,
        r##"{"unbounded_in_list":[{"a":[1,null]}],"unbounded_in_map":{"a":{"a":[1,null]},"b":"text"}}"##,
    }
    CommandArgInside1 {
        lenient: [],
        open: false,
        r##"{"max_len_in_list":[],"max_len_in_map":{},"min_len_in_option":"aaa","min_len_in_set":[],"pattern_in_options":[]}"##,
        r##"{"max_len_in_list":["aaa"],"max_len_in_map":{"a":"aaa","b":"aab"},"min_len_in_option":"aab","min_len_in_set":["aaa"],"pattern_in_options":["aaa"]}"##,
        r##"{"max_len_in_list":[],"max_len_in_map":{},"min_len_in_set":[],"pattern_in_options":[]}"##,
        r##"{"max_len_in_list":["aaa"],"max_len_in_map":{"a":"aaa","b":"aab"},"min_len_in_option":null,"min_len_in_set":["aaa"],"pattern_in_options":["aaa"]}"##,
    }
    CommandArgInside2 {
        lenient: [],
        open: false,
        r##"{"allow_dash_in_map":{},"allow_dash_in_set":[],"one_of_in_list":[],"one_of_in_maps":[],"pattern_in_lists":{}}"##,
        r##"{"allow_dash_in_map":{"a":"aaa","b":"aab"},"allow_dash_in_set":["aaa"],"one_of_in_list":["aaa"],"pattern_in_lists":{"a":[],"b":["aaa"]}}"##,
        r##"{"allow_dash_in_map":{},"allow_dash_in_set":[],"one_of_in_list":[],"one_of_in_maps":null,"pattern_in_lists":{}}"##,
        r##"{"allow_dash_in_map":{"a":"aaa","b":"aab"},"allow_dash_in_set":["aaa"],"one_of_in_list":["aaa"],"one_of_in_maps":[],"pattern_in_lists":{"a":[],"b":["aaa"]}}"##,
    }
    CommandArgInside3 {
        lenient: [],
        open: false,
        r##"{"check_in_option":"aaa","check_in_options":[]}"##,
        r##"{"check_in_option":"aab","check_in_options":["aaa"]}"##,
        r##"{"check_in_options":[]}"##,
        r##"{"check_in_option":null,"check_in_options":["aaa"]}"##,
    }
    PathInside1 {
        lenient: [],
        open: false,
        r##"{"check_in_option":"a/b.txt","check_in_set":[],"sandboxed_path_in_list":[],"sandboxed_path_in_map":{}}"##,
        r##"{"check_in_option":"notes","check_in_set":["a/b.txt"],"sandboxed_path_in_list":["a/b.txt"],"sandboxed_path_in_map":{"a":"a/b.txt","b":"notes"}}"##,
        r##"{"check_in_set":[],"sandboxed_path_in_list":[],"sandboxed_path_in_map":{}}"##,
        r##"{"check_in_option":"a/b.txt","check_in_set":["a/b.txt"],"sandboxed_path_in_list":["a/b.txt"],"sandboxed_path_in_map":{"a":"a/b.txt","b":"notes"}}"##,
    }
    IdentInside1 {
        lenient: [],
        open: false,
        r##"{"check_in_option":"name","check_in_set":[],"one_of_in_list":[],"one_of_in_map":{}}"##,
        r##"{"check_in_option":"users.created_at","check_in_set":["name"],"one_of_in_list":["name"],"one_of_in_map":{"a":"name","b":"users.created_at"}}"##,
        r##"{"check_in_set":[],"one_of_in_list":[],"one_of_in_map":{}}"##,
        r##"{"check_in_option":"name","check_in_set":["name"],"one_of_in_list":["name"],"one_of_in_map":{"a":"name","b":"users.created_at"}}"##,
    }
    OwnInside1 {
        lenient: [],
        open: false,
        r##"{"allow_redaction_marker_in_lists":{},"allow_redaction_marker_in_options":[],"check_in_maps":[],"nested_in_list":[],"nested_in_map":{}}"##,
        r##"{"allow_redaction_marker_in_lists":{"a":[],"b":["127.0.0.1"]},"allow_redaction_marker_in_options":[1],"nested_in_list":[{"x":1}],"nested_in_map":{"a":"low","b":"high"}}"##,
        r##"{"allow_redaction_marker_in_lists":{},"allow_redaction_marker_in_options":[],"check_in_maps":null,"nested_in_list":[],"nested_in_map":{}}"##,
        r##"{"allow_redaction_marker_in_lists":{"a":[],"b":["127.0.0.1"]},"allow_redaction_marker_in_options":[1],"check_in_maps":[],"nested_in_list":[{"x":1}],"nested_in_map":{"a":"low","b":"high"}}"##,
    }
    OwnInside2 {
        lenient: [],
        open: false,
        r##"{"check_in_list":[],"unbounded_in_lists":{}}"##,
        r##"{"check_in_list":["low"],"unbounded_in_lists":{"a":[],"b":["127.0.0.1"]},"unbounded_in_maps":[{}]}"##,
        r##"{"check_in_list":[],"unbounded_in_lists":{},"unbounded_in_maps":null}"##,
        r##"{"check_in_list":["low"],"unbounded_in_lists":{"a":[],"b":["127.0.0.1"]}}"##,
    }
    TextBounds {
        lenient: [],
        open: false,
        r##"{"a":"","b":"","c":"a","d":"a","e":"aaa"}"##,
        r##"{"a":"𝄞𝄞𝄞𝄞𝄞","b":"𝄞","c":"𝄞","d":"𝄞𝄞","e":"𝄞𝄞𝄞"}"##,
        r##"{"a":"","b":"","c":"a","d":"a","e":"aaa"}"##,
        r##"{"a":"𝄞𝄞𝄞𝄞𝄞","b":"𝄞","c":"𝄞","d":"𝄞𝄞","e":"𝄞𝄞𝄞"}"##,
    }
    LongTexts {
        lenient: [],
        open: false,
        r##"{"a":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","b":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","c":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"##,
        r##"{"a":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","b":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","c":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"##,
        r##"{"a":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","b":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","c":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"##,
        r##"{"a":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","b":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","c":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"##,
    }
    IntegerTypes {
        lenient: [],
        open: false,
        r##"{"a":0,"b":-32768,"c":0,"d":-9223372036854775808,"e":0,"f":-9223372036854775808}"##,
        r##"{"a":255,"b":32767,"c":4294967295,"d":9223372036854775807,"e":18446744073709551615,"f":18446744073709551615}"##,
        r##"{"a":0,"b":-32768,"c":0,"d":-9223372036854775808,"e":0,"f":-9223372036854775808}"##,
        r##"{"a":255,"b":32767,"c":4294967295,"d":9223372036854775807,"e":18446744073709551615,"f":18446744073709551615}"##,
    }
    OtherIntegerTypes {
        lenient: [],
        open: false,
        r##"{"a":-128,"b":0,"c":-2147483648,"d":0,"e":0,"f":-9223372036854775808}"##,
        r##"{"a":127,"b":65535,"c":2147483647,"d":18446744073709551615,"e":18446744073709551615,"f":9223372036854775807}"##,
        r##"{"a":-128,"b":0,"c":-2147483648,"d":0,"e":0,"f":-9223372036854775808}"##,
        r##"{"a":127,"b":65535,"c":2147483647,"d":18446744073709551615,"e":18446744073709551615,"f":9223372036854775807}"##,
    }
    IntegerOptions {
        lenient: [],
        open: false,
        r##"{"a":0,"b":-32768,"d":-9223372036854775808,"e":0}"##,
        r##"{"a":255,"c":4294967295,"d":9223372036854775807,"f":18446744073709551615}"##,
        r##"{"b":null,"c":null,"e":null,"f":null}"##,
        r##"{"a":0,"b":-32768,"d":-9223372036854775808,"e":0}"##,
    }
    OtherIntegerOptions {
        lenient: [],
        open: false,
        r##"{"a":-128,"b":0,"d":0,"e":0}"##,
        r##"{"a":127,"c":2147483647,"d":18446744073709551615,"f":9223372036854775807}"##,
        r##"{"b":null,"c":null,"e":null,"f":null}"##,
        r##"{"a":-128,"b":0,"d":0,"e":0}"##,
    }
    AroundTwoToThe53 {
        lenient: [],
        open: false,
        r##"{"a":0,"b":1,"c":2,"d":-9007199254740992,"e":-9007199254740993}"##,
        r##"{"a":9007199254740991,"b":9007199254740992,"c":9007199254740993,"d":0,"e":0}"##,
        r##"{"a":0,"b":1,"c":2,"d":-9007199254740992,"e":-9007199254740993}"##,
        r##"{"a":9007199254740991,"b":9007199254740992,"c":9007199254740993,"d":0,"e":0}"##,
    }
    LargeIntegers {
        lenient: [],
        open: false,
        r##"{"a":0,"b":-9223372036854775808,"c":-9223372036854775808,"d":1,"e":-9223372036854775808}"##,
        r##"{"a":18446744073709551615,"b":-1,"c":18446744073709551615,"d":18446744073709551615,"e":18446744073709551615}"##,
        r##"{"a":0,"b":-9223372036854775808,"c":-9223372036854775808,"d":1,"e":-9223372036854775808}"##,
        r##"{"a":18446744073709551615,"b":-1,"c":18446744073709551615,"d":18446744073709551615,"e":18446744073709551615}"##,
    }
    Steps {
        lenient: [],
        open: false,
        r##"{"a":0,"b":0,"c":-14,"d":-4503599627370496,"e":0}"##,
        r##"{"a":255,"b":255,"c":-7,"d":9007199254740992,"e":18446744073709549568}"##,
        r##"{"a":0,"b":0,"c":-14,"d":-4503599627370496,"e":0}"##,
        r##"{"a":255,"b":255,"c":-7,"d":9007199254740992,"e":18446744073709549568}"##,
    }
    FloatBounds {
        lenient: [],
        open: false,
        r##"{"a":0.0,"b":0.0,"c":0.1,"d":-1e+308,"e":1.7976931348623157e+308}"##,
        r##"{"a":-0.0,"b":1e-300,"c":0.3,"d":0.0,"e":5e-324}"##,
        r##"{"a":0.0,"b":0.0,"c":0.1,"d":-1e+308,"e":1.7976931348623157e+308}"##,
        r##"{"a":-0.0,"b":1e-300,"c":0.3,"d":0.0,"e":5e-324}"##,
    }
    NarrowFloatBounds {
        lenient: [],
        open: false,
        r##"{"a":0.1,"b":-3.4e+38,"c":1e-40,"d":3.4028234663852886e+38}"##,
        r##"{"a":1.0,"b":3e+38,"c":1.0,"d":-3.4e+38}"##,
        r##"{"a":0.1,"b":-3.4e+38,"c":1e-40,"d":3.4028234663852886e+38}"##,
        r##"{"a":1.0,"b":3e+38,"c":1.0,"d":-3.4e+38}"##,
    }
    ItemBounds {
        lenient: [],
        open: false,
        r##"{"a":[],"b":[],"c":[0],"d":[0,1],"e":[],"f":{"":1}}"##,
        r##"{"a":[0,1],"b":[0],"c":[0],"d":[0,1,2],"e":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19],"f":{"𝄞":255}}"##,
        r##"{"a":[],"b":[],"c":[0],"d":[0,1],"e":[],"f":{"":1}}"##,
        r##"{"a":[0,1],"b":[0],"c":[0],"d":[0,1,2],"e":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19],"f":{"𝄞":255}}"##,
    }
    JsonBounds {
        lenient: [],
        open: false,
        r##"{"a":0,"b":[],"c":null,"d":{"a":{"b":[1,2,3]}},"e":{}}"##,
        r##"{"a":9,"b":{},"c":"ab","d":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","e":{"a":[1],"b":null}}"##,
        r##"{"a":0,"b":[],"c":null,"d":{"a":{"b":[1,2,3]}},"e":{}}"##,
        r##"{"a":9,"b":{},"c":"ab","d":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","e":{"a":[1],"b":null}}"##,
    }
    TextNewtype {
        lenient: [],
        open: false,
        r##""aaa""##,
        r##""aab""##,
        r##""aba""##,
    }
    IntegerNewtype {
        lenient: [],
        open: false,
        r##"1"##,
        r##"120"##,
    }
    FloatNewtype {
        lenient: [],
        open: false,
        r##"0.0"##,
        r##"1e+38"##,
    }
    BoolNewtype {
        lenient: [""],
        open: false,
        r##"true"##,
        r##"false"##,
    }
    ListNewtype {
        lenient: [],
        open: false,
        r##"[true]"##,
        r##"[false,true]"##,
    }
    MapNewtype {
        lenient: [],
        open: false,
        r##"{"low":"low"}"##,
        r##"{"high":"low","low":"high"}"##,
    }
    JsonNewtype {
        lenient: [],
        open: false,
        r##"{"a":[1,null]}"##,
        r##""text""##,
        r##"0.5"##,
    }
    CommandArgNewtype {
        lenient: [],
        open: false,
        r##""aaa""##,
        r##""aab""##,
        r##""abab""##,
    }
    PathNewtype {
        lenient: [],
        open: false,
        r##""a/b.txt""##,
        r##""c.md""##,
    }
    IdentNewtype {
        lenient: [],
        open: false,
        r##""name""##,
        r##""users.created_at""##,
    }
    OwnNewtype {
        lenient: [],
        open: false,
        r##"{"kind":"stay"}"##,
        r##"{"by":3,"kind":"go"}"##,
    }
    RedactedNewtype {
        lenient: [],
        open: false,
        r##""aaa""##,
        r##""aab""##,
        r##""abab""##,
    }
    TextVariants {
        lenient: [],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"max_len_alone":"aaa","min_len_alone":"aaa","pattern_alone":"aaa","type":"Variant0"}"##,
        r##"{"max_len_alone":"aab","min_len_alone":"aab","pattern_alone":"aab","type":"Variant0"}"##,
        r##"{"max_len_alone":"aba","min_len_alone":"aba","pattern_alone":"aba","type":"Variant0"}"##,
        r##"{"max_len_alone":"aaa","min_len_alone":"aaa","pattern_alone":"aaa","type":"Variant0"}"##,
        r##"{"multiline_alone":"aaa","one_of_alone":"aaa","trim_alone":"aaa","type":"Variant1"}"##,
        r##"{"multiline_alone":"aab","one_of_alone":"aab","trim_alone":"aab","type":"Variant1"}"##,
        r##"{"multiline_alone":"aba","one_of_alone":"aaa","trim_alone":"aba","type":"Variant1"}"##,
        r##"{"multiline_alone":"aaa","one_of_alone":"aab","trim_alone":"aaa","type":"Variant1"}"##,
        r##"{"allow_control_chars_alone":"aaa","allow_format_chars_alone":"aaa","allow_redaction_marker_alone":"aaa","type":"Variant2"}"##,
        r##"{"allow_control_chars_alone":"aab","allow_format_chars_alone":"aab","allow_redaction_marker_alone":"aab","type":"Variant2"}"##,
        r##"{"allow_control_chars_alone":"aba","allow_format_chars_alone":"aba","allow_redaction_marker_alone":"aba","type":"Variant2"}"##,
        r##"{"allow_control_chars_alone":"aaa","allow_format_chars_alone":"aaa","allow_redaction_marker_alone":"aaa","type":"Variant2"}"##,
        r##"{"check_alone":"aaa","default_alone":"aaa","redact_alone":"aaa","type":"Variant3"}"##,
        r##"{"check_alone":"aab","redact_alone":"aab","type":"Variant3"}"##,
        r##"{"check_alone":"aba","default_alone":"aba","redact_alone":"aba","type":"Variant3"}"##,
        r##"{"check_alone":"aaa","default_alone":"aaa","redact_alone":"aaa","type":"Variant3"}"##,
        r##"{"type":"Variant4","unbounded_alone":"aaa"}"##,
        r##"{"type":"Variant4","unbounded_alone":"aab"}"##,
        r##"{"type":"Variant4","unbounded_alone":"abab"}"##,
        r##"{"type":"Variant4","unbounded_alone":"aaa"}"##,
    }
    IntegerVariants {
        lenient: ["lenient_alone"],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"lenient_alone":0,"multiple_of_alone":0,"range_alone":0,"type":"Variant0"}"##,
        r##"{"lenient_alone":255,"multiple_of_alone":255,"range_alone":50,"type":"Variant0"}"##,
        r##"{"lenient_alone":0,"multiple_of_alone":0,"range_alone":0,"type":"Variant0"}"##,
        r##"{"lenient_alone":255,"multiple_of_alone":255,"range_alone":50,"type":"Variant0"}"##,
        r##"{"check_alone":-32768,"default_alone":-32768,"redact_alone":-32768,"type":"Variant1"}"##,
        r##"{"check_alone":32767,"redact_alone":32767,"type":"Variant1"}"##,
        r##"{"check_alone":-32768,"default_alone":-32768,"redact_alone":-32768,"type":"Variant1"}"##,
        r##"{"check_alone":32767,"default_alone":32767,"redact_alone":32767,"type":"Variant1"}"##,
    }
    FloatVariants {
        lenient: ["lenient_alone"],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"check_alone":-1e+38,"lenient_alone":-1e+38,"range_alone":0.5,"type":"Variant0"}"##,
        r##"{"check_alone":1e+38,"lenient_alone":1e+38,"range_alone":2.5,"type":"Variant0"}"##,
        r##"{"check_alone":-1e+38,"lenient_alone":-1e+38,"range_alone":0.5,"type":"Variant0"}"##,
        r##"{"check_alone":1e+38,"lenient_alone":1e+38,"range_alone":2.5,"type":"Variant0"}"##,
        r##"{"default_alone":-1e+38,"redact_alone":-1e+38,"type":"Variant1"}"##,
        r##"{"default_alone":1e+38,"redact_alone":1e+38,"type":"Variant1"}"##,
        r##"{"redact_alone":-1e+38,"type":"Variant1"}"##,
        r##"{"default_alone":1e+38,"redact_alone":1e+38,"type":"Variant1"}"##,
    }
    BoolVariants {
        lenient: ["lenient_alone"],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"check_alone":true,"lenient_alone":true,"type":"Variant0"}"##,
        r##"{"check_alone":false,"default_alone":false,"lenient_alone":false,"type":"Variant0"}"##,
        r##"{"check_alone":true,"default_alone":true,"lenient_alone":true,"type":"Variant0"}"##,
        r##"{"check_alone":false,"lenient_alone":false,"type":"Variant0"}"##,
        r##"{"redact_alone":true,"type":"Variant1"}"##,
        r##"{"redact_alone":false,"type":"Variant1"}"##,
        r##"{"redact_alone":true,"type":"Variant1"}"##,
        r##"{"redact_alone":false,"type":"Variant1"}"##,
    }
    ListVariants {
        lenient: ["lenient_alone"],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"each_alone":["a"],"max_items_alone":[-9223372036854775808],"min_items_alone":[-9223372036854775808],"type":"Variant0"}"##,
        r##"{"each_alone":["bcd","a"],"max_items_alone":[1,-9223372036854775808],"min_items_alone":[1,-9223372036854775808],"type":"Variant0"}"##,
        r##"{"each_alone":["a"],"max_items_alone":[-9223372036854775808],"min_items_alone":[-9223372036854775808],"type":"Variant0"}"##,
        r##"{"each_alone":["bcd","a"],"max_items_alone":[1,-9223372036854775808],"min_items_alone":[1,-9223372036854775808],"type":"Variant0"}"##,
        r##"{"check_alone":[true],"lenient_alone":[true],"type":"Variant1"}"##,
        r##"{"check_alone":[false,true],"default_alone":[false,true],"lenient_alone":[false,true],"type":"Variant1"}"##,
        r##"{"check_alone":[true],"default_alone":[true],"lenient_alone":[true],"type":"Variant1"}"##,
        r##"{"check_alone":[false,true],"lenient_alone":[false,true],"type":"Variant1"}"##,
        r##"{"redact_alone":["low"],"type":"Variant2","unbounded_alone":["low"]}"##,
        r##"{"redact_alone":["high","low"],"type":"Variant2","unbounded_alone":["high","low"]}"##,
        r##"{"redact_alone":["low"],"type":"Variant2","unbounded_alone":["low"]}"##,
        r##"{"redact_alone":["high","low"],"type":"Variant2","unbounded_alone":["high","low"]}"##,
    }
    MapVariants {
        lenient: ["lenient_alone"],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"keys_alone":{"low":-9223372036854775808},"max_items_alone":{"low":-9223372036854775808},"min_items_alone":{"low":-9223372036854775808},"type":"Variant0"}"##,
        r##"{"keys_alone":{"high":-9223372036854775808,"low":1},"max_items_alone":{"high":-9223372036854775808,"low":1},"min_items_alone":{"high":-9223372036854775808,"low":1},"type":"Variant0"}"##,
        r##"{"keys_alone":{"low":-9223372036854775808},"max_items_alone":{"low":-9223372036854775808},"min_items_alone":{"low":-9223372036854775808},"type":"Variant0"}"##,
        r##"{"keys_alone":{"high":-9223372036854775808,"low":1},"max_items_alone":{"high":-9223372036854775808,"low":1},"min_items_alone":{"high":-9223372036854775808,"low":1},"type":"Variant0"}"##,
        r##"{"check_alone":{"low":true},"each_alone":{"low":0},"lenient_alone":{"low":true},"type":"Variant1"}"##,
        r##"{"check_alone":{"high":true,"low":false},"each_alone":{"high":0,"low":9},"lenient_alone":{"high":true,"low":false},"type":"Variant1"}"##,
        r##"{"check_alone":{"low":true},"each_alone":{"low":0},"lenient_alone":{"low":true},"type":"Variant1"}"##,
        r##"{"check_alone":{"high":true,"low":false},"each_alone":{"high":0,"low":9},"lenient_alone":{"high":true,"low":false},"type":"Variant1"}"##,
        r##"{"default_alone":{"low":"low"},"redact_alone":{"low":"low"},"type":"Variant2","unbounded_alone":{"low":"low"}}"##,
        r##"{"default_alone":{"high":"low","low":"high"},"redact_alone":{"high":"low","low":"high"},"type":"Variant2","unbounded_alone":{"high":"low","low":"high"}}"##,
        r##"{"redact_alone":{"low":"low"},"type":"Variant2","unbounded_alone":{"low":"low"}}"##,
        r##"{"default_alone":{"high":"low","low":"high"},"redact_alone":{"high":"low","low":"high"},"type":"Variant2","unbounded_alone":{"high":"low","low":"high"}}"##,
    }
    JsonVariants {
        lenient: [],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"allow_control_chars_alone":{"a":[1,null]},"allow_format_chars_alone":{"a":[1,null]},"max_json_bytes_alone":{"a":[1,null]},"type":"Variant0"}"##,
        r##"{"allow_control_chars_alone":"text","allow_format_chars_alone":"text","max_json_bytes_alone":"text","type":"Variant0"}"##,
        r##"{"allow_control_chars_alone":0.5,"allow_format_chars_alone":0.5,"max_json_bytes_alone":0.5,"type":"Variant0"}"##,
        r##"{"allow_control_chars_alone":{"a":[1,null]},"allow_format_chars_alone":{"a":[1,null]},"max_json_bytes_alone":{"a":[1,null]},"type":"Variant0"}"##,
        r##"{"allow_redaction_marker_alone":{"a":[1,null]},"check_alone":{"a":[1,null]},"type":"Variant1"}"##,
        r##"{"allow_redaction_marker_alone":"text","check_alone":"text","default_alone":"text","type":"Variant1"}"##,
        r##"{"allow_redaction_marker_alone":0.5,"check_alone":0.5,"default_alone":0.5,"type":"Variant1"}"##,
        r##"{"allow_redaction_marker_alone":{"a":[1,null]},"check_alone":{"a":[1,null]},"type":"Variant1"}"##,
        r##"{"redact_alone":{"a":[1,null]},"type":"Variant2","unbounded_alone":{"a":[1,null]}}"##,
        r##"{"redact_alone":"text","type":"Variant2","unbounded_alone":"text"}"##,
        r##"{"redact_alone":0.5,"type":"Variant2","unbounded_alone":0.5}"##,
        r##"{"redact_alone":{"a":[1,null]},"type":"Variant2","unbounded_alone":{"a":[1,null]}}"##,
    }
    CommandArgVariants {
        lenient: [],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"max_len_alone":"aaa","min_len_alone":"aaa","pattern_alone":"aaa","type":"Variant0"}"##,
        r##"{"max_len_alone":"aab","min_len_alone":"aab","pattern_alone":"aab","type":"Variant0"}"##,
        r##"{"max_len_alone":"aba","min_len_alone":"aba","pattern_alone":"aba","type":"Variant0"}"##,
        r##"{"max_len_alone":"aaa","min_len_alone":"aaa","pattern_alone":"aaa","type":"Variant0"}"##,
        r##"{"allow_dash_alone":"aaa","check_alone":"aaa","one_of_alone":"aaa","type":"Variant1"}"##,
        r##"{"allow_dash_alone":"aab","check_alone":"aab","one_of_alone":"aab","type":"Variant1"}"##,
        r##"{"allow_dash_alone":"aba","check_alone":"aba","one_of_alone":"aaa","type":"Variant1"}"##,
        r##"{"allow_dash_alone":"aaa","check_alone":"aaa","one_of_alone":"aab","type":"Variant1"}"##,
        r##"{"redact_alone":"aaa","type":"Variant2"}"##,
        r##"{"redact_alone":"aab","type":"Variant2"}"##,
        r##"{"redact_alone":"aba","type":"Variant2"}"##,
        r##"{"redact_alone":"aaa","type":"Variant2"}"##,
    }
    PathVariants {
        lenient: [],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"check_alone":"a/b.txt","redact_alone":"a/b.txt","sandboxed_path_alone":"a/b.txt","type":"Variant0"}"##,
        r##"{"check_alone":"notes","redact_alone":"notes","sandboxed_path_alone":"notes","type":"Variant0"}"##,
        r##"{"check_alone":"a/b.txt","redact_alone":"a/b.txt","sandboxed_path_alone":"a/b.txt","type":"Variant0"}"##,
        r##"{"check_alone":"notes","redact_alone":"notes","sandboxed_path_alone":"notes","type":"Variant0"}"##,
    }
    IdentVariants {
        lenient: [],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"check_alone":"name","one_of_alone":"name","type":"Variant0"}"##,
        r##"{"check_alone":"users.created_at","default_alone":"users.created_at","one_of_alone":"users.created_at","type":"Variant0"}"##,
        r##"{"check_alone":"name","default_alone":"name","one_of_alone":"name","type":"Variant0"}"##,
        r##"{"check_alone":"users.created_at","one_of_alone":"users.created_at","type":"Variant0"}"##,
        r##"{"redact_alone":"name","type":"Variant1"}"##,
        r##"{"redact_alone":"users.created_at","type":"Variant1"}"##,
        r##"{"redact_alone":"name","type":"Variant1"}"##,
        r##"{"redact_alone":"users.created_at","type":"Variant1"}"##,
    }
    OwnVariants {
        lenient: ["lenient_alone"],
        open: false,
        r##"{"type":"Nothing"}"##,
        r##"{"allow_redaction_marker_alone":"127.0.0.1","lenient_alone":{"x":1},"nested_alone":{"x":1},"type":"Variant0"}"##,
        r##"{"allow_redaction_marker_alone":"::1","lenient_alone":{"x":-2},"nested_alone":{"x":-2},"type":"Variant0"}"##,
        r##"{"allow_redaction_marker_alone":"127.0.0.1","lenient_alone":{"x":1},"nested_alone":{"x":1},"type":"Variant0"}"##,
        r##"{"allow_redaction_marker_alone":"::1","lenient_alone":{"x":-2},"nested_alone":{"x":-2},"type":"Variant0"}"##,
        r##"{"check_alone":"low","default_alone":"low","redact_alone":"low","type":"Variant1"}"##,
        r##"{"check_alone":"high","redact_alone":"high","type":"Variant1"}"##,
        r##"{"check_alone":"low","default_alone":"low","redact_alone":"low","type":"Variant1"}"##,
        r##"{"check_alone":"high","default_alone":"high","redact_alone":"high","type":"Variant1"}"##,
        r##"{"type":"Variant2","unbounded_alone":1}"##,
        r##"{"type":"Variant2","unbounded_alone":9}"##,
        r##"{"type":"Variant2","unbounded_alone":1}"##,
        r##"{"type":"Variant2","unbounded_alone":9}"##,
    }
    Nested {
        lenient: [],
        open: false,
        r##"{"boxed_level":"low","boxed_point":{"x":1},"boxed_ratio":0,"boxed_step":{"kind":"stay"},"level_list":[],"point_list":[],"ratio_list":[],"step_list":[]}"##,
        r##"{"boxed_level":"high","boxed_point":{"x":2},"boxed_ratio":1,"boxed_step":{"by":1,"kind":"go"},"level_list":["low"],"level_map":{"a":"low","b":"high"},"point_list":[{"x":1}],"point_map":{"a":{"x":1},"b":{"x":2}},"ratio_list":[0],"ratio_map":{"a":0,"b":1},"step_list":[{"kind":"stay"}],"step_map":{"a":{"kind":"stay"},"b":{"by":1,"kind":"go"}}}"##,
        r##"{"boxed_level":"low","boxed_point":{"x":1},"boxed_ratio":0,"boxed_step":{"kind":"stay"},"level_list":[],"level_map":null,"point_list":[],"point_map":null,"ratio_list":[],"ratio_map":null,"step_list":[],"step_map":null}"##,
        r##"{"boxed_level":"high","boxed_point":{"x":2},"boxed_ratio":1,"boxed_step":{"by":1,"kind":"go"},"level_list":["low"],"point_list":[{"x":1}],"ratio_list":[0],"step_list":[{"kind":"stay"}]}"##,
    }
    Pair<u8, bool> {
        lenient: [],
        open: false,
        r##"{"first":255,"rest":[]}"##,
        r##"{"first":255,"last":255,"rest":[true,true]}"##,
    }
    Pair<Point, Step> {
        lenient: [],
        open: false,
        r##"{"first":{"x":1},"rest":[]}"##,
        r##"{"first":{"x":1},"last":{"x":1},"rest":[{"kind":"stay"},{"kind":"stay"}]}"##,
    }
    Pair<Option<i64>, Pair<Level, f32>> {
        lenient: [],
        open: false,
        r##"{"first":null,"rest":[]}"##,
        r##"{"first":null,"last":null,"rest":[{"first":"low","rest":[0.5]},{"first":"low","rest":[0.5]}]}"##,
    }
    Either<Ratio> {
        lenient: [],
        open: false,
        r##"{"is":"One","one":0.5}"##,
        r##"{"is":"Many","many":[0,1]}"##,
    }
    TextParameters {
        lenient: [],
        open: false,
        r##"{"bound_allow_control_chars":[],"bound_allow_format_chars":"aaa","bound_allow_redaction_marker":"aaa","bound_check":"aaa","bound_default":"aaa","bound_max_len":"aaa","bound_min_len":"aaa","bound_one_of":"aaa","bound_pattern":[],"bound_redact":"aaa","bound_trim":"aaa","bound_unbounded":"aaa"}"##,
        r##"{"bound_allow_control_chars":["aaa"],"bound_allow_format_chars":"aab","bound_allow_redaction_marker":"aab","bound_check":"aab","bound_max_len":"aab","bound_multiline":"aab","bound_one_of":"aab","bound_pattern":["aaa"],"bound_redact":"aab","bound_trim":"aab","bound_unbounded":"aab"}"##,
        r##"{"bound_allow_control_chars":[],"bound_allow_format_chars":"abab","bound_allow_redaction_marker":"abababab","bound_default":"abababab","bound_max_len":"aba","bound_min_len":"aba","bound_multiline":"abab","bound_one_of":"aaa","bound_pattern":[],"bound_redact":"abababab","bound_trim":"abab","bound_unbounded":"abababababababababababababababababababab"}"##,
        r##"{"bound_allow_control_chars":["aaa"],"bound_allow_format_chars":"aaa","bound_allow_redaction_marker":"aaa","bound_check":null,"bound_default":"aaa","bound_max_len":"aaa","bound_min_len":null,"bound_one_of":"aab","bound_pattern":["aaa"],"bound_redact":"aaa","bound_trim":"aaa","bound_unbounded":"aaa"}"##,
    }
    IntegerParameters {
        lenient: ["bound_lenient"],
        open: false,
        r##"{"bound_check":-9223372036854775808,"bound_default":0,"bound_lenient":0,"bound_multiple_of":-32766,"bound_range":0}"##,
        r##"{"bound_check":9223372036854775807,"bound_lenient":4294967295,"bound_range":50,"bound_redact":18446744073709551615}"##,
        r##"{"bound_check":-9223372036854775808,"bound_default":0,"bound_lenient":0,"bound_multiple_of":null,"bound_range":0,"bound_redact":null}"##,
        r##"{"bound_check":9223372036854775807,"bound_default":18446744073709551615,"bound_lenient":4294967295,"bound_multiple_of":-32766,"bound_range":50}"##,
    }
    FloatParameters {
        lenient: ["bound_lenient"],
        open: false,
        r##"{"bound_check":[],"bound_default":-1e+38,"bound_lenient":-1e+38,"bound_range":0.5,"bound_redact":-1e+38}"##,
        r##"{"bound_check":[-1e+38],"bound_default":1e+38,"bound_range":2.5,"bound_redact":1e+38}"##,
        r##"{"bound_check":[],"bound_lenient":null,"bound_range":0.5,"bound_redact":-1e+38}"##,
        r##"{"bound_check":[-1e+38],"bound_default":1e+38,"bound_lenient":-1e+38,"bound_range":2.5,"bound_redact":1e+38}"##,
    }
    BoolParameters {
        lenient: ["bound_lenient"],
        open: false,
        r##"{"bound_check":true,"bound_lenient":true,"bound_redact":true}"##,
        r##"{"bound_default":false,"bound_lenient":false,"bound_redact":false}"##,
        r##"{"bound_check":null,"bound_default":true,"bound_lenient":true,"bound_redact":true}"##,
        r##"{"bound_check":true,"bound_lenient":false,"bound_redact":false}"##,
    }
    ListParameters {
        lenient: ["bound_lenient"],
        open: false,
        r##"{"bound_check":[true],"bound_each":[],"bound_lenient":[-9223372036854775808],"bound_max_items":[-9223372036854775808],"bound_min_items":[true],"bound_unbounded":[]}"##,
        r##"{"bound_check":[false,true],"bound_each":[[[]]],"bound_lenient":[1,-9223372036854775808],"bound_max_items":[1,-9223372036854775808],"bound_redact":["high","low"],"bound_unbounded":[[-9223372036854775808]]}"##,
        r##"{"bound_check":[true],"bound_each":[],"bound_lenient":[-9223372036854775808],"bound_max_items":[-9223372036854775808],"bound_min_items":null,"bound_redact":null,"bound_unbounded":[]}"##,
        r##"{"bound_check":[false,true],"bound_each":[[[]]],"bound_lenient":[1,-9223372036854775808],"bound_max_items":[1,-9223372036854775808],"bound_min_items":[true],"bound_unbounded":[[-9223372036854775808]]}"##,
    }
    JsonParameters {
        lenient: [],
        open: false,
        r##"{"bound_allow_control_chars":{"a":[1,null]},"bound_allow_format_chars":[],"bound_allow_redaction_marker":{"a":[1,null]},"bound_check":{"a":[1,null]},"bound_max_json_bytes":{"a":[1,null]},"bound_unbounded":[]}"##,
        r##"{"bound_allow_format_chars":[{"a":[1,null]}],"bound_allow_redaction_marker":"text","bound_check":"text","bound_max_json_bytes":"text","bound_redact":"text","bound_unbounded":[{"a":[1,null]}]}"##,
        r##"{"bound_allow_control_chars":0.5,"bound_allow_format_chars":[],"bound_allow_redaction_marker":0.5,"bound_check":0.5,"bound_max_json_bytes":0.5,"bound_redact":0.5,"bound_unbounded":[]}"##,
        r##"{"bound_allow_control_chars":null,"bound_allow_format_chars":[{"a":[1,null]}],"bound_allow_redaction_marker":{"a":[1,null]},"bound_check":{"a":[1,null]},"bound_max_json_bytes":{"a":[1,null]},"bound_unbounded":[{"a":[1,null]}]}"##,
    }
    OwnParameters {
        lenient: ["bound_lenient"],
        open: false,
        r##"{"bound_allow_redaction_marker":[],"bound_check":0.25,"bound_lenient":"low","bound_nested":{"x":1},"bound_redact":{"x":1}}"##,
        r##"{"bound_allow_redaction_marker":[1],"bound_check":1,"bound_nested":{"x":-2},"bound_redact":{"x":-2},"bound_unbounded":9}"##,
        r##"{"bound_allow_redaction_marker":[],"bound_check":0.25,"bound_lenient":null,"bound_nested":{"x":1},"bound_redact":{"x":1},"bound_unbounded":null}"##,
        r##"{"bound_allow_redaction_marker":[1],"bound_check":1,"bound_lenient":"low","bound_nested":{"x":-2},"bound_redact":{"x":-2}}"##,
    }
    LowercaseStruct {
        lenient: [],
        open: false,
        r##"{"first_name2":true}"##,
        r##"{"first_name2":false,"x y":1}"##,
    }
    UppercaseNames {
        lenient: [],
        open: false,
        r##""TWOWORDS""##,
        r##"".""##,
    }
    PascalcaseVariants {
        lenient: [],
        open: false,
        r##"{"FirstName2":true,"of kind":"TwoWords"}"##,
        r##"{"of kind":"of kind"}"##,
    }
    CamelcaseStruct {
        lenient: [],
        open: false,
        r##"{"firstName2":true}"##,
        r##"{"firstName2":false,"x y":1}"##,
    }
    SnakecaseNames {
        lenient: [],
        open: false,
        r##""two_words""##,
        r##"".""##,
    }
    ScreamingsnakecaseVariants {
        lenient: [],
        open: false,
        r##"{"FIRST_NAME2":true,"of kind":"TWO_WORDS"}"##,
        r##"{"of kind":"of kind"}"##,
    }
    KebabcaseStruct {
        lenient: [],
        open: false,
        r##"{"first-name2":true}"##,
        r##"{"first-name2":false,"x y":1}"##,
    }
    ScreamingkebabcaseNames {
        lenient: [],
        open: false,
        r##""TWO-WORDS""##,
        r##"".""##,
    }
    OddNames {
        lenient: [],
        open: false,
        r##"{"type":1}"##,
        r##"{"$ref":2,".":6,"a/b~c":5,"additionalProperties":4,"properties":3,"type":1,"ключ 𝄞":7}"##,
    }
    Nothing {
        lenient: [],
        open: false,
        r##"{}"##,
        r##"{}"##,
        r##"{}"##,
        r##"{}"##,
    }
    Policy {
        lenient: [],
        open: false,
        r##"{"query":"aaa"}"##,
        r##"{"query":"aab"}"##,
        r##"{"query":"aba"}"##,
        r##"{"query":"aaa"}"##,
    }
    Checked {
        lenient: [],
        open: false,
        r##"{"high":2,"low":1}"##,
        r##"{"high":null,"low":1}"##,
        r##"{"high":2,"low":1}"##,
        r##"{"high":null,"low":1}"##,
    }
    CheckedVariants {
        lenient: [],
        open: false,
        r##"{"kind":"Idle"}"##,
        r##"{"kind":"Wait","seconds":5}"##,
    }
    IgnoringVariants {
        lenient: [],
        open: true,
        r##"{"kind":"Idle","more":[1]}"##,
        r##"{"kind":"Wait","seconds":5}"##,
    }
    IgnoringInside {
        lenient: [],
        open: true,
        r##"{"open":{"kind":"Idle"},"point":{"x":1}}"##,
        r##"{"open":{"kind":"Idle"}}"##,
        r##"{"open":{"kind":"Idle"},"point":{"x":1}}"##,
        r##"{"open":{"kind":"Idle"},"point":null}"##,
    }
    IgnoringText {
        lenient: [],
        open: true,
        r##"{"allow_control_chars_here":"aaa","allow_format_chars_here":"aaa","allow_redaction_marker_here":"aaa","check_here":"aaa","default_here":"aaa","max_len_here":"aaa","min_len_here":"aaa","multiline_here":"aaa","one_of_here":"aaa","pattern_here":"aaa","redact_here":"aaa","trim_here":"aaa","unbounded_here":"aaa"}"##,
        r##"{"allow_control_chars_here":"aab","allow_format_chars_here":"aab","allow_redaction_marker_here":"aab","check_here":"aab","max_len_here":"aab","min_len_here":"aab","multiline_here":"aab","one_of_here":"aab","pattern_here":"aab","redact_here":"aab","trim_here":"aab","unbounded_here":"aab"}"##,
        r##"{"allow_control_chars_here":"abab","allow_format_chars_here":"abab","allow_redaction_marker_here":"abababab","check_here":"abababab","default_here":"abababab","max_len_here":"aba","min_len_here":"aba","multiline_here":"abab","one_of_here":"aaa","pattern_here":"aba","redact_here":"abababab","trim_here":"abab","unbounded_here":"abababababababababababababababababababab"}"##,
        r##"{"allow_control_chars_here":"aaa","allow_format_chars_here":"aaa","allow_redaction_marker_here":"aaa","check_here":"aaa","default_here":"aaa","max_len_here":"aaa","min_len_here":"aaa","multiline_here":"aaa","one_of_here":"aab","pattern_here":"aaa","redact_here":"aaa","trim_here":"aaa","unbounded_here":"aaa"}"##,
    }
    IgnoringInteger {
        lenient: ["lenient_here"],
        open: true,
        r##"{"check_here":-9223372036854775808,"default_here":0,"lenient_here":0,"multiple_of_here":-32766,"range_here":0,"redact_here":-9223372036854775808}"##,
        r##"{"check_here":9223372036854775807,"lenient_here":4294967295,"multiple_of_here":32766,"range_here":50,"redact_here":18446744073709551615}"##,
        r##"{"check_here":-9223372036854775808,"default_here":0,"lenient_here":0,"multiple_of_here":-32766,"range_here":0,"redact_here":-9223372036854775808}"##,
        r##"{"check_here":9223372036854775807,"default_here":18446744073709551615,"lenient_here":4294967295,"multiple_of_here":32766,"range_here":50,"redact_here":18446744073709551615}"##,
    }
    IgnoringFloat {
        lenient: ["lenient_here"],
        open: true,
        r##"{"check_here":-1e+38,"default_here":-1e+38,"lenient_here":-1e+38,"range_here":0.5,"redact_here":-1e+38}"##,
        r##"{"check_here":1e+38,"default_here":1e+38,"lenient_here":1e+38,"range_here":2.5,"redact_here":1e+38}"##,
        r##"{"check_here":-1e+38,"lenient_here":-1e+38,"range_here":0.5,"redact_here":-1e+38}"##,
        r##"{"check_here":1e+38,"default_here":1e+38,"lenient_here":1e+38,"range_here":2.5,"redact_here":1e+38}"##,
    }
    IgnoringBool {
        lenient: ["lenient_here"],
        open: true,
        r##"{"check_here":true,"lenient_here":true,"redact_here":true}"##,
        r##"{"check_here":false,"default_here":false,"lenient_here":false,"redact_here":false}"##,
        r##"{"check_here":true,"default_here":true,"lenient_here":true,"redact_here":true}"##,
        r##"{"check_here":false,"lenient_here":false,"redact_here":false}"##,
    }
    IgnoringList {
        lenient: ["lenient_here"],
        open: true,
        r##"{"check_here":[true],"each_here":[[]],"lenient_here":[-9223372036854775808],"max_items_here":[-9223372036854775808],"min_items_here":[true],"redact_here":[-9223372036854775808],"unbounded_here":[true]}"##,
        r##"{"check_here":[false,true],"default_here":["high","low"],"each_here":[[true,false],[]],"lenient_here":[1,-9223372036854775808],"max_items_here":[1,-9223372036854775808],"min_items_here":[false,true],"redact_here":[1,-9223372036854775808],"unbounded_here":[false,true]}"##,
        r##"{"check_here":[true],"default_here":["low"],"each_here":[[]],"lenient_here":[-9223372036854775808],"max_items_here":[-9223372036854775808],"min_items_here":[true],"redact_here":[-9223372036854775808],"unbounded_here":[true]}"##,
        r##"{"check_here":[false,true],"each_here":[[true,false],[]],"lenient_here":[1,-9223372036854775808],"max_items_here":[1,-9223372036854775808],"min_items_here":[false,true],"redact_here":[1,-9223372036854775808],"unbounded_here":[false,true]}"##,
    }
    IgnoringMap {
        lenient: ["lenient_here"],
        open: true,
        r##"{"check_here":{"low":"low"},"default_here":{"low":-9223372036854775808},"each_here":{"low":"a"},"keys_here":{"low":"low"},"lenient_here":{"low":true},"max_items_here":{"low":-9223372036854775808},"min_items_here":{"low":true},"redact_here":{"low":true},"unbounded_here":{"low":"low"}}"##,
        r##"{"check_here":{"high":"low","low":"high"},"default_here":{"high":-9223372036854775808,"low":1},"each_here":{"high":"a","low":"bcd"},"keys_here":{"high":"low","low":"high"},"lenient_here":{"high":true,"low":false},"max_items_here":{"high":-9223372036854775808,"low":1},"min_items_here":{"high":true,"low":false},"redact_here":{"high":true,"low":false},"unbounded_here":{"high":"low","low":"high"}}"##,
        r##"{"check_here":{"low":"low"},"each_here":{"low":"a"},"keys_here":{"low":"low"},"lenient_here":{"low":true},"max_items_here":{"low":-9223372036854775808},"min_items_here":{"low":true},"redact_here":{"low":true},"unbounded_here":{"low":"low"}}"##,
        r##"{"check_here":{"high":"low","low":"high"},"default_here":{"high":-9223372036854775808,"low":1},"each_here":{"high":"a","low":"bcd"},"keys_here":{"high":"low","low":"high"},"lenient_here":{"high":true,"low":false},"max_items_here":{"high":-9223372036854775808,"low":1},"min_items_here":{"high":true,"low":false},"redact_here":{"high":true,"low":false},"unbounded_here":{"high":"low","low":"high"}}"##,
    }
    IgnoringJson {
        lenient: [],
        open: true,
        r##"{"allow_control_chars_here":{"a":[1,null]},"allow_format_chars_here":{"a":[1,null]},"allow_redaction_marker_here":{"a":[1,null]},"check_here":{"a":[1,null]},"max_json_bytes_here":{"a":[1,null]},"redact_here":{"a":[1,null]},"unbounded_here":{"a":[1,null]}}"##,
        r##"{"allow_control_chars_here":"text","allow_format_chars_here":"text","allow_redaction_marker_here":"text","check_here":"text","default_here":"text","max_json_bytes_here":"text","redact_here":"text","unbounded_here":"text"}"##,
        r##"{"allow_control_chars_here":0.5,"allow_format_chars_here":0.5,"allow_redaction_marker_here":0.5,"check_here":0.5,"default_here":0.5,"max_json_bytes_here":0.5,"redact_here":0.5,"unbounded_here":0.5}"##,
        r##"{"allow_control_chars_here":{"a":[1,null]},"allow_format_chars_here":{"a":[1,null]},"allow_redaction_marker_here":{"a":[1,null]},"check_here":{"a":[1,null]},"max_json_bytes_here":{"a":[1,null]},"redact_here":{"a":[1,null]},"unbounded_here":{"a":[1,null]}}"##,
    }
    IgnoringCommandArg {
        lenient: [],
        open: true,
        r##"{"allow_dash_here":"aaa","check_here":"aaa","max_len_here":"aaa","min_len_here":"aaa","one_of_here":"aaa","pattern_here":"aaa","redact_here":"aaa"}"##,
        r##"{"allow_dash_here":"aab","check_here":"aab","max_len_here":"aab","min_len_here":"aab","one_of_here":"aab","pattern_here":"aab","redact_here":"aab"}"##,
        r##"{"allow_dash_here":"abab","check_here":"abab","max_len_here":"aba","min_len_here":"aba","one_of_here":"aaa","pattern_here":"aba","redact_here":"abab"}"##,
        r##"{"allow_dash_here":"aaa","check_here":"aaa","max_len_here":"aaa","min_len_here":"aaa","one_of_here":"aab","pattern_here":"aaa","redact_here":"aaa"}"##,
    }
    IgnoringPath {
        lenient: [],
        open: true,
        r##"{"check_here":"a/b.txt","redact_here":"a/b.txt","sandboxed_path_here":"a/b.txt"}"##,
        r##"{"check_here":"notes","redact_here":"c.md","sandboxed_path_here":"notes"}"##,
        r##"{"check_here":"a/b.txt","redact_here":"a/b.txt","sandboxed_path_here":"a/b.txt"}"##,
        r##"{"check_here":"notes","redact_here":"c.md","sandboxed_path_here":"notes"}"##,
    }
    IgnoringIdent {
        lenient: [],
        open: true,
        r##"{"check_here":"name","one_of_here":"name","redact_here":"name"}"##,
        r##"{"check_here":"users.created_at","default_here":"users.created_at","one_of_here":"users.created_at","redact_here":"users.created_at"}"##,
        r##"{"check_here":"name","default_here":"name","one_of_here":"name","redact_here":"name"}"##,
        r##"{"check_here":"users.created_at","one_of_here":"users.created_at","redact_here":"users.created_at"}"##,
    }
    IgnoringOwn {
        lenient: ["lenient_here"],
        open: true,
        r##"{"allow_redaction_marker_here":1,"check_here":0.25,"default_here":{"x":1},"lenient_here":"low","nested_here":{"x":1},"redact_here":"low","unbounded_here":"127.0.0.1"}"##,
        r##"{"allow_redaction_marker_here":9,"check_here":1,"lenient_here":"high","nested_here":{"x":-2},"redact_here":"high","unbounded_here":"::1"}"##,
        r##"{"allow_redaction_marker_here":1,"check_here":0.25,"default_here":{"x":1},"lenient_here":"low","nested_here":{"x":1},"redact_here":"low","unbounded_here":"127.0.0.1"}"##,
        r##"{"allow_redaction_marker_here":9,"check_here":1,"default_here":{"x":-2},"lenient_here":"high","nested_here":{"x":-2},"redact_here":"high","unbounded_here":"::1"}"##,
    }
    LenientInteger {
        lenient: ["range_here", "multiple_of_here", "check_here", "default_here", "redact_here"],
        open: false,
        r##"{"check_here":-9223372036854775808,"default_here":0,"multiple_of_here":-32766,"range_here":0,"redact_here":-9223372036854775808}"##,
        r##"{"check_here":9223372036854775807,"default_here":18446744073709551615,"multiple_of_here":32766,"range_here":50,"redact_here":18446744073709551615}"##,
        r##"{"check_here":-9223372036854775808,"multiple_of_here":-32766,"range_here":0,"redact_here":-9223372036854775808}"##,
        r##"{"check_here":9223372036854775807,"default_here":18446744073709551615,"multiple_of_here":32766,"range_here":50,"redact_here":18446744073709551615}"##,
    }
    LenientFloat {
        lenient: ["range_here", "check_here", "default_here", "redact_here"],
        open: false,
        r##"{"check_here":-1e+38,"range_here":0.5,"redact_here":-1e+38}"##,
        r##"{"check_here":1e+38,"default_here":1e+38,"range_here":2.5,"redact_here":1e+38}"##,
        r##"{"check_here":-1e+38,"default_here":-1e+38,"range_here":0.5,"redact_here":-1e+38}"##,
        r##"{"check_here":1e+38,"range_here":2.5,"redact_here":1e+38}"##,
    }
    LenientBool {
        lenient: ["check_here", "default_here", "redact_here"],
        open: false,
        r##"{"check_here":true,"default_here":true,"redact_here":true}"##,
        r##"{"check_here":false,"redact_here":false}"##,
        r##"{"check_here":true,"default_here":true,"redact_here":true}"##,
        r##"{"check_here":false,"default_here":false,"redact_here":false}"##,
    }
    LenientList {
        lenient: ["max_items_here", "min_items_here", "each_here", "check_here", "default_here", "redact_here"],
        open: false,
        r##"{"check_here":[true],"default_here":["low"],"each_here":[[]],"max_items_here":[-9223372036854775808],"min_items_here":[true],"redact_here":[-9223372036854775808]}"##,
        r##"{"check_here":[false,true],"each_here":[[true,false],[]],"max_items_here":[1,-9223372036854775808],"min_items_here":[false,true],"redact_here":[1,-9223372036854775808]}"##,
        r##"{"check_here":[true],"default_here":["low"],"each_here":[[]],"max_items_here":[-9223372036854775808],"min_items_here":[true],"redact_here":[-9223372036854775808]}"##,
        r##"{"check_here":[false,true],"default_here":["high","low"],"each_here":[[true,false],[]],"max_items_here":[1,-9223372036854775808],"min_items_here":[false,true],"redact_here":[1,-9223372036854775808]}"##,
    }
    LenientMap {
        lenient: ["max_items_here", "min_items_here", "keys_here", "each_here", "check_here", "default_here", "redact_here"],
        open: false,
        r##"{"check_here":{"low":"low"},"each_here":{"low":"a"},"keys_here":{"low":"low"},"max_items_here":{"low":-9223372036854775808},"min_items_here":{"low":true},"redact_here":{"low":true}}"##,
        r##"{"check_here":{"high":"low","low":"high"},"default_here":{"high":-9223372036854775808,"low":1},"each_here":{"high":"a","low":"bcd"},"keys_here":{"high":"low","low":"high"},"max_items_here":{"high":-9223372036854775808,"low":1},"min_items_here":{"high":true,"low":false},"redact_here":{"high":true,"low":false}}"##,
        r##"{"check_here":{"low":"low"},"default_here":{"low":-9223372036854775808},"each_here":{"low":"a"},"keys_here":{"low":"low"},"max_items_here":{"low":-9223372036854775808},"min_items_here":{"low":true},"redact_here":{"low":true}}"##,
        r##"{"check_here":{"high":"low","low":"high"},"each_here":{"high":"a","low":"bcd"},"keys_here":{"high":"low","low":"high"},"max_items_here":{"high":-9223372036854775808,"low":1},"min_items_here":{"high":true,"low":false},"redact_here":{"high":true,"low":false}}"##,
    }
    LenientOwn {
        lenient: ["nested_here", "allow_redaction_marker_here", "check_here", "default_here", "redact_here"],
        open: false,
        r##"{"allow_redaction_marker_here":1,"check_here":0.25,"default_here":{"x":1},"nested_here":{"x":1},"redact_here":"low"}"##,
        r##"{"allow_redaction_marker_here":9,"check_here":1,"default_here":{"x":-2},"nested_here":{"x":-2},"redact_here":"high"}"##,
        r##"{"allow_redaction_marker_here":1,"check_here":0.25,"nested_here":{"x":1},"redact_here":"low"}"##,
        r##"{"allow_redaction_marker_here":9,"check_here":1,"default_here":{"x":-2},"nested_here":{"x":-2},"redact_here":"high"}"##,
    }
    LenientInside {
        lenient: ["numbers", "lists", "options", "map", "point", "set"],
        open: false,
        r##"{"lists":[[true]],"map":{"1":1},"numbers":[1],"options":[1,null],"point":{"x":1},"set":[1,2]}"##,
        r##"{"lists":[[true]],"map":{"1":1},"numbers":[1],"options":[1,null],"point":null,"set":[1,2]}"##,
        r##"{"lists":[[true]],"map":{"1":1},"numbers":[1],"options":[1,null],"point":{"x":1},"set":[1,2]}"##,
        r##"{"lists":[[true]],"map":{"1":1},"numbers":[1],"options":[1,null],"point":null,"set":[1,2]}"##,
    }
    Combined {
        lenient: ["number", "text", "flag"],
        open: true,
        r##"{"flag":true,"number":3,"text":"a\nb"}"##,
        r##"{"flag":null,"number":3,"text":"a\nb"}"##,
        r##"{"flag":true,"text":"a\nb"}"##,
        r##"{"flag":null,"number":3,"text":"a\nb"}"##,
    }
}
