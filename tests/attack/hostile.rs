//! Messages that no client in good order sends, and what must be answered to each.

use serde_json::Value;

/// The id of each of them that has one.
pub const ID: u64 = 7;

/// More than any limit on a message.
const HUGE: usize = 15_000_000;

pub struct Attack {
    pub name: &'static str,
    /// Without a newline in it.
    pub message: Vec<u8>,
    pub expected: Expected,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A result with `isError`, which the model sees.
    InBand,
    /// A JSON-RPC error with the id.
    Error(i64),
    /// A JSON-RPC error whose id is null.
    ErrorWithoutId(i64),
    Nothing,
}

use Expected::{Error, ErrorWithoutId, InBand, Nothing};

const PARSE_ERROR: i64 = -32700;
const INVALID_REQUEST: i64 = -32600;
const INVALID_PARAMS: i64 = -32602;
const NO_METHOD: i64 = -32601;

/// A call of `search_documents` with these arguments, as text.
pub fn call(arguments: &str) -> String {
    let params = format!(r#"{{"name":"search_documents","arguments":{arguments}}}"#);
    format!(r#"{{"jsonrpc":"2.0","id":{ID},"method":"tools/call","params":{params}}}"#)
}

/// The same with the id behind all else.
fn id_last(arguments: &str) -> String {
    let params = format!(r#"{{"name":"search_documents","arguments":{arguments}}}"#);
    format!(r#"{{"jsonrpc":"2.0","method":"tools/call","params":{params},"id":{ID}}}"#)
}

/// Any request with this much more in its envelope.
fn ping(more: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{ID},"method":"ping",{more}}}"#)
}

fn query(text: &str) -> String {
    format!(r#"{{"query":"{text}","max_results":5}}"#)
}

/// `item,item,item`, so many bytes of it.
fn list(item: &str, bytes: usize) -> String {
    let count = bytes / (item.len() + 1);
    vec![item; count].join(",")
}

pub fn all() -> Vec<Attack> {
    let mut all = sizes();
    all.extend(values());
    all.extend(envelopes());
    all.extend(unanswered());
    all
}

fn attack(name: &'static str, message: impl Into<Vec<u8>>, expected: Expected) -> Attack {
    let message = message.into();
    assert!(!message.contains(&b'\n'), "{name}");
    Attack {
        name,
        message,
        expected,
    }
}

/// Too much of something.
fn sizes() -> Vec<Attack> {
    let tiny = list("{}", HUGE);
    let keys: Vec<String> = (0..60_000).map(|n| format!(r#""k{n}":0"#)).collect();
    let keys = keys.join(",");
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    let objects = r#"{"a":"#.repeat(100_000) + "1" + &"}".repeat(100_000);
    let digits = "9".repeat(100_000);
    let zeros = format!("0.{}1", "0".repeat(100_000));
    vec![
        attack(
            "tiny objects in an unknown field",
            ping(&format!(r#""x":[{tiny}]"#)),
            Error(INVALID_REQUEST),
        ),
        attack(
            "tiny objects before the id",
            format!(r#"{{"x":[{tiny}],"jsonrpc":"2.0","method":"ping","id":{ID}}}"#),
            Error(INVALID_REQUEST),
        ),
        attack(
            "tiny objects in the arguments",
            call(&format!(r#"{{"query":[{tiny}]}}"#)),
            InBand,
        ),
        attack(
            "tiny objects in the metadata",
            ping(&format!(r#""params":{{"_meta":{{"x":[{tiny}]}}}}"#)),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a string of 15 MB",
            call(&query(&"x".repeat(HUGE))),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a string of 15 MB before the id",
            id_last(&query(&"x".repeat(HUGE))),
            Error(INVALID_REQUEST),
        ),
        attack(
            "15 MB of escapes",
            call(&query(&r"\u0041".repeat(HUGE / 6))),
            Error(INVALID_REQUEST),
        ),
        attack(
            "15 MB of white space",
            ping(&format!(r#""x":{}1"#, " ".repeat(HUGE))),
            Error(INVALID_REQUEST),
        ),
        attack(
            "15 MB of nothing known",
            "x".repeat(HUGE),
            ErrorWithoutId(PARSE_ERROR),
        ),
        attack(
            "3 MB where an integer belongs",
            call(&format!(
                r#"{{"query":"a","max_results":"{}"}}"#,
                "9".repeat(3_000_000)
            )),
            Error(INVALID_REQUEST),
        ),
        attack(
            "20 kB where an integer belongs",
            call(&format!(
                r#"{{"query":"a","max_results":"{}"}}"#,
                "9".repeat(20_000)
            )),
            InBand,
        ),
        attack("60,000 keys", call(&format!("{{{keys}}}")), InBand),
        attack(
            "60,000 keys in the envelope",
            ping(&keys),
            Error(INVALID_REQUEST),
        ),
        attack(
            "arrays, 200,000 deep",
            call(&format!(r#"{{"query":{deep}}}"#)),
            InBand,
        ),
        attack(
            "arrays, 200,000 deep, before the id",
            id_last(&format!(r#"{{"query":{deep}}}"#)),
            InBand,
        ),
        attack(
            "objects, 100,000 deep",
            call(&format!(r#"{{"query":{objects}}}"#)),
            InBand,
        ),
        attack(
            "nesting that is never closed",
            format!(
                r#"{{"jsonrpc":"2.0","id":{ID},"method":"ping","x":{}"#,
                "[".repeat(200_000)
            ),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a number of 100,000 digits",
            call(&format!(r#"{{"query":"a","max_results":{digits}}}"#)),
            InBand,
        ),
        attack(
            "a number with 100,000 decimals",
            call(&format!(r#"{{"query":"a","max_results":{zeros}}}"#)),
            InBand,
        ),
        attack(
            "an id of 100,000 digits",
            format!(r#"{{"jsonrpc":"2.0","id":{digits},"method":"ping"}}"#),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack(
            "an id of 300 bytes",
            format!(
                r#"{{"jsonrpc":"2.0","id":"{}","method":"ping"}}"#,
                "i".repeat(300)
            ),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack(
            "a method of 1 MB",
            format!(
                r#"{{"jsonrpc":"2.0","id":{ID},"method":"{}"}}"#,
                "m".repeat(1_000_000)
            ),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a tool's name of 10 kB",
            format!(
                r#"{{"jsonrpc":"2.0","id":{ID},"method":"tools/call","params":{{"name":"{}"}}}}"#,
                "t".repeat(10_000)
            ),
            Error(INVALID_REQUEST),
        ),
    ]
}

/// Values that are no JSON, or none that should be read.
fn values() -> Vec<Attack> {
    let bytes = |before: &str, bytes: &[u8]| {
        let (head, tail) = before.split_once('@').unwrap();
        [head.as_bytes(), bytes, tail.as_bytes()].concat()
    };
    vec![
        attack(
            "bad UTF-8 in an argument",
            bytes(&call(&query("@")), b"\xff\xfe"),
            InBand,
        ),
        attack(
            "overlong UTF-8",
            bytes(&call(&query("@")), b"\xc0\x80"),
            InBand,
        ),
        attack(
            "a surrogate in UTF-8",
            bytes(&call(&query("@")), b"\xed\xa0\x80"),
            InBand,
        ),
        attack(
            "bad UTF-8 in the envelope",
            bytes(&ping(r#""x":"@""#), b"\xf5"),
            Error(PARSE_ERROR),
        ),
        attack("half a pair", call(&query(r"\ud800")), InBand),
        attack("the other half", call(&query(r"\udc00x")), InBand),
        attack(
            "1e400",
            call(r#"{"query":"a","max_results":1e400}"#),
            InBand,
        ),
        attack(
            "-1e400 in the envelope",
            ping(r#""x":-1e400"#),
            Error(PARSE_ERROR),
        ),
        attack("a raw control character", call(&query("\u{1}")), InBand),
        attack("a zero byte", call(&query("\0")), InBand),
        attack(
            "an argument twice",
            call(r#"{"query":"a","query":"b","max_results":1}"#),
            InBand,
        ),
        attack(
            "an argument twice, once escaped",
            call(r#"{"query":"a","q\u0075ery":"b","max_results":1}"#),
            InBand,
        ),
        attack(
            "a key twice, deep in an argument",
            call(r#"{"query":[{"a":{"b":1,"b":2}}],"max_results":1}"#),
            InBand,
        ),
        attack(
            "NaN",
            call(r#"{"query":"a","max_results":NaN}"#),
            Error(PARSE_ERROR),
        ),
        attack(
            "a comment",
            call(r#"{"query":"a"/**/}"#),
            Error(PARSE_ERROR),
        ),
        attack(
            "a comma too many",
            call(r#"{"query":"a",}"#),
            Error(PARSE_ERROR),
        ),
        attack(
            "a negative zero with a leading zero",
            call(r#"{"query":"a","max_results":-00}"#),
            Error(PARSE_ERROR),
        ),
        attack(
            "an unknown argument",
            call(r#"{"query":"a","max_results":1,"__proto__":{}}"#),
            InBand,
        ),
    ]
}

/// Envelopes that mislead.
fn envelopes() -> Vec<Attack> {
    let bare = |text: &str| text.as_bytes().to_vec();
    vec![
        attack("no JSON", bare("hello"), ErrorWithoutId(PARSE_ERROR)),
        attack("HTTP", bare("GET / HTTP/1.1"), ErrorWithoutId(PARSE_ERROR)),
        attack(
            "broken off",
            bare(r#"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"#),
            ErrorWithoutId(PARSE_ERROR),
        ),
        attack(
            "two messages on a line",
            format!("{0}{0}", ping(r#""a":1"#)),
            Error(PARSE_ERROR),
        ),
        attack(
            "a batch",
            format!("[{}]", ping(r#""a":1"#)),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack("a string", bare(r#""x""#), ErrorWithoutId(INVALID_REQUEST)),
        attack(
            "an empty object",
            bare("{}"),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack(
            "an id and nothing else",
            format!(r#"{{"jsonrpc":"2.0","id":{ID}}}"#),
            Error(INVALID_REQUEST),
        ),
        attack(
            "two ids",
            bare(r#"{"jsonrpc":"2.0","id":7,"id":8,"method":"ping"}"#),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack(
            "two ids, one escaped",
            bare(r#"{"jsonrpc":"2.0","id":7,"\u0069d":8,"method":"ping"}"#),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack(
            "a null id",
            bare(r#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack(
            "an object as id",
            bare(r#"{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}"#),
            ErrorWithoutId(INVALID_REQUEST),
        ),
        attack(
            "a byte order mark",
            [b"\xef\xbb\xbf".as_slice(), ping(r#""a":1"#).as_bytes()].concat(),
            ErrorWithoutId(PARSE_ERROR),
        ),
        attack(
            "another version of JSON-RPC",
            format!(r#"{{"jsonrpc":"1.0","id":{ID},"method":"ping"}}"#),
            Error(INVALID_REQUEST),
        ),
        attack(
            "no version",
            format!(r#"{{"id":{ID},"method":"ping"}}"#),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a method twice",
            ping(r#""method":"tools/list""#),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a method that is a number",
            format!(r#"{{"jsonrpc":"2.0","id":{ID},"method":1}}"#),
            Error(INVALID_REQUEST),
        ),
        attack(
            "an unknown method",
            format!(r#"{{"jsonrpc":"2.0","id":{ID},"method":"no/such"}}"#),
            Error(NO_METHOD),
        ),
        attack(
            "a tool's name twice",
            format!(
                r#"{{"jsonrpc":"2.0","id":{ID},"method":"tools/call","params":{{"name":"read_file","name":"get_user","arguments":{{}}}}}}"#
            ),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a tool's name that is a number",
            format!(r#"{{"jsonrpc":"2.0","id":{ID},"method":"tools/call","params":{{"name":1}}}}"#),
            Error(INVALID_REQUEST),
        ),
        attack(
            "a call without a tool",
            format!(r#"{{"jsonrpc":"2.0","id":{ID},"method":"tools/call","params":{{}}}}"#),
            Error(INVALID_PARAMS),
        ),
        attack(
            "a call without parameters",
            format!(r#"{{"jsonrpc":"2.0","id":{ID},"method":"tools/call"}}"#),
            Error(INVALID_PARAMS),
        ),
        attack(
            "a tool that is not there",
            format!(
                r#"{{"jsonrpc":"2.0","id":{ID},"method":"tools/call","params":{{"name":"rm","arguments":{{}}}}}}"#
            ),
            Error(INVALID_PARAMS),
        ),
        attack(
            "arguments that are a list",
            call("[1]"),
            Error(INVALID_PARAMS),
        ),
        attack("no arguments", call("null"), InBand),
    ]
}

/// What must not be answered, whatever is wrong with it.
fn unanswered() -> Vec<Attack> {
    let long = "x".repeat(HUGE);
    vec![
        attack(
            "a notification of 15 MB",
            format!(r#"{{"jsonrpc":"2.0","method":"notifications/x","params":{{"x":"{long}"}}}}"#),
            Nothing,
        ),
        attack(
            "a response of 15 MB",
            format!(r#"{{"jsonrpc":"2.0","id":1,"result":{{"x":"{long}"}}}}"#),
            Nothing,
        ),
        attack(
            "a response to nothing",
            r#"{"jsonrpc":"2.0","id":99,"result":{}}"#,
            Nothing,
        ),
        attack(
            "an error for nothing",
            r#"{"jsonrpc":"2.0","id":99,"error":{"code":-1,"message":"x"}}"#,
            Nothing,
        ),
        attack(
            "a response with a key twice",
            r#"{"jsonrpc":"2.0","id":1,"result":{},"result":{}}"#,
            Nothing,
        ),
        attack(
            "the end of a request that never was",
            r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}"#,
            Nothing,
        ),
        attack("a blank line", "  ", Nothing),
    ]
}

/// Messages of the shape that costs the most once it is parsed, as large as is accepted, and
/// more of it: what is too much is refused, and what is not must fit.
pub fn heavy(id: u64, method: &str) -> Vec<String> {
    let sizes = [1_000, 2_000, 3_000, 5_000, 20_000];
    let list = |len| vec![r#"{"a":1}"#; len].join(",");
    let wrap = |params: String| {
        format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"{method}","params":{params}}}"#)
    };
    let each = sizes.into_iter().map(list).flat_map(|list| {
        [
            format!(r#"{{"name":"search_documents","arguments":{{"query":[{list}]}}}}"#),
            format!(r#"{{"x":[{list}]}}"#),
            format!(r#"{{"_meta":{{"x":[{list}]}}}}"#),
        ]
    });
    each.map(wrap).collect()
}

impl Attack {
    /// Asserts that this is the answer to it.
    pub fn assert_answer(&self, answer: &Value) {
        let shown: String = answer.to_string().chars().take(500).collect();
        let name = self.name;
        let id = match self.expected {
            ErrorWithoutId(_) => Value::Null,
            _ => ID.into(),
        };
        assert_eq!(answer.get("id"), Some(&id), "{name}: {shown}");
        match self.expected {
            InBand => assert_eq!(answer["result"]["isError"], true, "{name}: {shown}"),
            Error(code) | ErrorWithoutId(code) => {
                assert_eq!(answer["error"]["code"], code, "{name}: {shown}");
            }
            Nothing => panic!("{name} is answered: {shown}"),
        }
        let len = answer.to_string().len();
        assert!(len < 2_000, "{name}: an answer of {len} bytes: {shown}");
    }
}
