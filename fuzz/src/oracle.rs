//! A message as serde_json reads it, with every key kept: what the gate is held against.

use std::fmt;

use safe_tool_runtime::wire::{Budget, Fault};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// The longest id, method and tool's name that the gate keeps.
const MAX_KEPT_BYTES: usize = 256;

/// A tree in which a key may stand twice.
#[derive(Debug)]
pub(crate) enum Node {
    Word,
    Number(serde_json::Number),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// What a budget bounds.
#[derive(Debug, Default)]
pub(crate) struct Size {
    pub(crate) values: u64,
    pub(crate) keys: u64,
    pub(crate) depth: u32,
    pub(crate) longest: u64,
}

impl Node {
    /// `None`: it is not JSON to serde_json.
    pub(crate) fn read(message: &[u8]) -> Option<Self> {
        serde_json::from_slice(message).ok()
    }

    /// The values under this key, as often as it stands there.
    pub(crate) fn all(&self, key: &str) -> Vec<&Node> {
        match self {
            Self::Object(entries) => {
                let found = entries.iter().filter(|(name, _)| name == key);
                found.map(|(_, value)| value).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(crate) fn size(&self) -> Size {
        let mut size = Size::default();
        self.measure(1, &mut size);
        size
    }

    fn measure(&self, depth: u32, size: &mut Size) {
        size.values += 1;
        match self {
            Self::Text(text) => size.longest = size.longest.max(text.len() as u64),
            Self::List(items) => {
                size.depth = size.depth.max(depth);
                items.iter().for_each(|item| item.measure(depth + 1, size));
            }
            Self::Object(entries) => {
                size.depth = size.depth.max(depth);
                for (key, value) in entries {
                    size.keys += 1;
                    size.longest = size.longest.max(key.len() as u64);
                    value.measure(depth + 1, size);
                }
            }
            Self::Word | Self::Number(_) => {}
        }
    }

    /// Whether a key stands twice where the gate must see it: in the envelope, in `params`,
    /// and at every level of the arguments.
    pub(crate) fn has_duplicates(&self) -> bool {
        let params = self.all("params");
        let mut arguments = params.iter().flat_map(|params| params.all("arguments"));
        self.repeats_a_key()
            || params.iter().any(|params| params.repeats_a_key())
            || arguments.any(Self::repeats_a_key_anywhere)
    }

    fn repeats_a_key(&self) -> bool {
        let Self::Object(entries) = self else {
            return false;
        };
        let mut keys: Vec<&String> = entries.iter().map(|(key, _)| key).collect();
        keys.sort_unstable();
        keys.windows(2).any(|two| two[0] == two[1])
    }

    fn repeats_a_key_anywhere(&self) -> bool {
        self.repeats_a_key()
            || match self {
                Self::List(items) => items.iter().any(Self::repeats_a_key_anywhere),
                Self::Object(entries) => entries
                    .iter()
                    .any(|(_, value)| value.repeats_a_key_anywhere()),
                _ => false,
            }
    }

    fn is_name(&self) -> bool {
        matches!(self, Self::Text(text) if text.len() <= MAX_KEPT_BYTES)
    }

    /// Whether it can be an id.
    pub(crate) fn is_id(&self) -> bool {
        self.is_name() || matches!(self, Self::Number(_))
    }

    /// Whether this fault, of those that a parser does not know, is in the message.
    pub(crate) fn has(&self, fault: Fault, budget: Budget, message: &[u8]) -> bool {
        let size = self.size();
        let params = self.all("params");
        let mut tools = params.iter().flat_map(|params| params.all("name"));
        match fault {
            Fault::Bytes(_) => message.len() as u64 > budget.max_bytes,
            Fault::Depth(_) => size.depth > budget.max_depth,
            Fault::Values(_) => size.values > budget.max_values,
            Fault::Keys(_) => size.keys > budget.max_keys,
            Fault::StringLength(_) => size.longest > budget.max_string_bytes,
            Fault::DuplicateKey => self.has_duplicates(),
            Fault::NumberLength => has_long_number(message),
            Fault::Id => self.all("id").iter().any(|id| !id.is_id()),
            Fault::Name => {
                self.all("method").iter().any(|name| !name.is_name())
                    || tools.any(|name| !name.is_name())
            }
            // What is no JSON to the gate must be none to serde_json.
            _ => false,
        }
    }
}

/// More than 32 bytes of which a number could be made, outside of strings. The message is
/// JSON.
fn has_long_number(message: &[u8]) -> bool {
    let (mut is_text, mut is_escape, mut run) = (false, false, 0);
    message.iter().any(|byte| {
        match byte {
            _ if is_escape => is_escape = false,
            b'\\' => is_escape = true,
            b'"' => is_text = !is_text,
            _ => {}
        }
        let is_digit = matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        run = if is_digit && !is_text { run + 1 } else { 0 };
        run > 32
    })
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Word)
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Word)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        let number = serde_json::Number::from_f64(number);
        Ok(Node::Number(
            number.expect("serde_json refuses what is not finite"),
        ))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Node::Object(object))
    }
}
