//! What came of a call, held against what must come of it.

use std::{collections::HashSet, ops::RangeInclusive};

use rmcp::model::CallToolResult;

use crate::{
    answer::{Answer, everything, summary, summary_of, texts, unframe},
    expect::Expect,
    world::{CANARY, LONG_PAGE},
};

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
            Answer::Lost(why) => Err(why.clone()),
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
                    several => format!("{} mistakes listed, each with its place", several.len()),
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
                let wait = number(text).filter(|seconds| *seconds > 0);
                match wait.filter(|_| text.contains("rate limit") && text.contains("second")) {
                    Some(seconds) => Ok(format!("rate limit, {seconds} s to wait")),
                    None => Err("not told of the rate limit and the seconds to wait".to_owned()),
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

/// What the first violation says, without its pointer, its advice and its rule's name.
fn violation(text: &str) -> String {
    let line = text.lines().find_map(|line| line.strip_prefix("- "));
    let (_pointer, said) = line
        .and_then(|line| line.split_once(' '))
        .unwrap_or(("", text));
    let end = said.find([':', ';', '[']).unwrap_or(said.len());
    said[..end].trim_end().to_owned()
}
