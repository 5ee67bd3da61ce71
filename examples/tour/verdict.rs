//! What came of a call, held against what must come of it.

use std::{collections::HashSet, ops::RangeInclusive};

use rmcp::model::{CallToolResult, ContentBlock, ResourceContents};
use serde_json::Value;

use crate::{
    cases::Expect,
    world::{CANARY, LONG_PAGE},
};

/// What a server made of one call.
pub enum Answer {
    Result(CallToolResult),
    /// A JSON-RPC error, which a model does not get to see.
    Protocol(String),
    /// The connection is gone.
    Lost(String),
    /// Nothing came within the deadline.
    Hung,
}

/// What happened, in words for the table, and what is wrong with it.
pub struct Verdict {
    pub happened: String,
    pub wrong: Option<String>,
}

/// Judges answers; remembers the nonces of all frames, as none may come twice.
#[derive(Default)]
pub struct Judge {
    nonces: HashSet<String>,
}

/// What happened, or what happened and why that is wrong.
type Judged = Result<String, String>;

impl Judge {
    pub fn single(&mut self, expect: &Expect, answer: &Answer) -> Verdict {
        let judged = match answer {
            Answer::Hung => Err("no answer within the deadline".to_owned()),
            Answer::Lost(why) => Err(format!("the connection is lost: {why}")),
            Answer::Protocol(why) if matches!(expect, Expect::Unknown) => {
                no_canary(why).map(|()| why.clone())
            }
            Answer::Protocol(_) => Err("a protocol error, which the model never sees".to_owned()),
            Answer::Result(result) => self.result(expect, result),
        };
        match judged {
            Ok(happened) => Verdict {
                happened,
                wrong: None,
            },
            Err(wrong) => Verdict {
                happened: summary(answer),
                wrong: Some(wrong),
            },
        }
    }

    /// Of a burst, so many must be answered as ever and all others denied.
    pub fn flood(&mut self, answers: &[Answer], allowed: RangeInclusive<usize>) -> Verdict {
        let mut answered = 0;
        for answer in answers {
            let denied = matches!(answer, Answer::Result(result) if result.is_error == Some(true));
            answered += usize::from(!denied);
            let expect = if denied {
                Expect::Denied
            } else {
                Expect::Framed(&[])
            };
            let verdict = self.single(&expect, answer);
            if verdict.wrong.is_some() {
                return verdict;
            }
        }
        let (least, most) = allowed.clone().into_inner();
        let wrong = (!allowed.contains(&answered))
            .then(|| format!("the bucket holds {least} to {most} calls more"));
        let denied = answers.len() - answered;
        Verdict {
            happened: format!("{answered} answered, {denied} told to wait"),
            wrong,
        }
    }

    fn result(&mut self, expect: &Expect, result: &CallToolResult) -> Judged {
        let texts = texts(result);
        let all = everything(result, &texts);
        let failed = result.is_error == Some(true);
        // Where secrets, rejected values and blocked pages would be seen.
        no_canary(&all)?;
        match expect {
            Expect::Framed(words) => {
                let content = self.accepted(failed, &texts)?;
                holds(&content, words)?;
                Ok(format!("framed, {}", characters(&content)))
            }
            Expect::Cut => {
                let content = self.accepted(failed, &texts)?;
                let (kept, note) = content.rsplit_once('\n').unwrap_or((&content, ""));
                let (kept, cut) = (kept.chars().count(), number(note));
                if !note.contains("truncated") || cut.map(|cut| cut + kept) != Some(LONG_PAGE) {
                    return Err("does not say that it was cut, and by how much".to_owned());
                }
                Ok(format!("{kept} characters, {} cut", LONG_PAGE - kept))
            }
            Expect::Redacted(words) => {
                let content = self.accepted(failed, &texts)?;
                holds(&content, words)?;
                let data = result.structured_content.as_ref();
                let data = data.ok_or("the structured content is missing")?.to_string();
                holds(&data, words)?;
                holds(&data, &["[REDACTED]"])?;
                match content.matches("[REDACTED]").count() {
                    0 => Err("the text does not say that it was redacted".to_owned()),
                    secrets => Ok(format!("{secrets} secrets redacted, in text and data")),
                }
            }
            Expect::Refused(pointers, value) => {
                let text = one_error(failed, result, &texts)?;
                let named = |pointer: &&str| text.lines().any(|line| names(line, pointer));
                if let Some(pointer) = pointers.iter().find(|pointer| !named(pointer)) {
                    return Err(format!("does not say what is wrong with {pointer}"));
                }
                if repeats(text, value) {
                    return Err("repeats the rejected value".to_owned());
                }
                Ok(match pointers.as_slice() {
                    [_] => violation(text),
                    several => format!("all {} named: {}", several.len(), several.join(" ")),
                })
            }
            Expect::Withheld if failed => Ok(summary_of(&texts)),
            Expect::Unknown if failed => Ok(summary_of(&texts)),
            Expect::Withheld | Expect::Unknown => Err("accepted".to_owned()),
            Expect::Blocked => {
                let text = one_error(failed, result, &texts)?;
                if !text.starts_with("[SECURITY WARNING") {
                    return Err("no security warning".to_owned());
                }
                let rule = text.rsplit_once("(rule: ").map(|(_, rule)| rule);
                let rule = rule.map(|rule| rule.trim_end_matches([')', ']']));
                Ok(rule.map_or("blocked".to_owned(), |rule| format!("rule {rule}")))
            }
            Expect::Denied | Expect::Flood => {
                let text = one_error(failed, result, &texts)?;
                if is_denial(text) {
                    Ok(text.trim_start_matches("Refused: ").to_owned())
                } else {
                    Err("not told of the rate limit and the seconds to wait".to_owned())
                }
            }
        }
    }

    /// What is in the frames of an accepted call.
    fn accepted(&mut self, failed: bool, texts: &[&str]) -> Judged {
        if failed {
            return Err("refused".to_owned());
        }
        if texts.is_empty() {
            return Err("without any text".to_owned());
        }
        let mut content = Vec::new();
        let mut nonces = HashSet::new();
        for text in texts {
            let (nonce, inside) = unframe(text).ok_or("not framed as external data")?;
            nonces.insert(nonce.to_owned());
            content.push(inside);
        }
        // The texts of one answer share theirs.
        if nonces.iter().any(|nonce| self.nonces.contains(nonce)) {
            return Err("a nonce that was used before".to_owned());
        }
        self.nonces.extend(nonces);
        Ok(content.join("\n"))
    }
}

/// Whether an answer is a denial by the rate limit.
pub fn is_denial(text: &str) -> bool {
    text.contains("rate limit") && text.contains("second") && number(text).is_some_and(|n| n > 0)
}

/// The nonce of a framed text, and what is in the frame.
fn unframe(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.strip_prefix("--- BEGIN EXTERNAL DATA ")?;
    let (nonce, source) = first.split_once(" (source: ")?;
    let source = source.strip_suffix(") ---")?;
    let (inside, note) = rest.rsplit_once(&format!("\n--- END EXTERNAL DATA {nonce} ---\n"))?;
    let good = nonce.len() >= 16
        && nonce.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !source.is_empty()
        && !inside.contains(nonce)
        && note.starts_with("Note: ")
        && !note.contains('\n');
    good.then_some((nonce, inside))
}

/// The only text of an in-band error that comes without data and without a frame.
fn one_error<'a>(
    failed: bool,
    result: &CallToolResult,
    texts: &[&'a str],
) -> Result<&'a str, String> {
    if !failed {
        return Err("accepted".to_owned());
    }
    match texts {
        _ if result.structured_content.is_some() => Err("with structured content".to_owned()),
        [text] if text.contains("EXTERNAL DATA") => Err("framed as if it were data".to_owned()),
        [text] if result.content.len() == 1 => Ok(text),
        _ => Err("more than one text".to_owned()),
    }
}

fn no_canary(text: &str) -> Result<(), String> {
    if text.contains(CANARY) {
        return Err("what must not come out came out".to_owned());
    }
    Ok(())
}

fn holds(content: &str, words: &[&str]) -> Result<(), String> {
    match words.iter().find(|word| !content.contains(**word)) {
        None => Ok(()),
        Some(word) => Err(format!("“{word}” is missing")),
    }
}

/// Whether a line of a refusal is about this pointer.
fn names(line: &str, pointer: &str) -> bool {
    line.split_whitespace()
        .any(|word| word.trim_end_matches([':', ',']) == pointer)
}

/// Numbers and single words are looked for as words: 0 is in 50 without being repeated.
fn repeats(text: &str, value: &str) -> bool {
    let alphanumeric = |c: char| c.is_ascii_alphanumeric();
    if value.chars().all(alphanumeric) {
        return text.split(|c| !alphanumeric(c)).any(|word| word == value);
    }
    text.contains(value)
}

/// The first number in a text.
fn number(text: &str) -> Option<usize> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.find_map(|digits| digits.parse().ok())
}

fn characters(content: &str) -> String {
    match content.chars().count() {
        1 => "1 character".to_owned(),
        count => format!("{count} characters"),
    }
}

/// The first violation, without its bullet and its rule's name.
fn violation(text: &str) -> String {
    let line = text.lines().find_map(|line| line.strip_prefix("- "));
    let line = line.unwrap_or(text);
    line.split(" [").next().unwrap_or(line).to_owned()
}

/// What a model would read.
fn texts(result: &CallToolResult) -> Vec<&str> {
    let text = |block| match block {
        &ContentBlock::Text(ref text) => Some(text.text.as_str()),
        ContentBlock::Resource(resource) => match &resource.resource {
            ResourceContents::TextResourceContents { text, .. } => Some(text.as_str()),
            _ => None,
        },
        _ => None,
    };
    result.content.iter().filter_map(text).collect()
}

/// The whole answer: as it stands on the wire, and its texts without their escapes.
fn everything(result: &CallToolResult, texts: &[&str]) -> String {
    let json = serde_json::to_value(result).unwrap_or(Value::Null);
    format!("{json}\n{}", texts.join("\n"))
}

fn summary(answer: &Answer) -> String {
    match answer {
        Answer::Result(result) => summary_of(&texts(result)),
        Answer::Protocol(why) | Answer::Lost(why) => why.clone(),
        Answer::Hung => "no answer".to_owned(),
    }
}

/// The first line of what came, or of what is in its frame.
fn summary_of(texts: &[&str]) -> String {
    let text = texts.first().copied().unwrap_or("no text");
    let inside = unframe(text).map_or(text, |(_, inside)| inside);
    inside.lines().next().unwrap_or("an empty text").to_owned()
}
