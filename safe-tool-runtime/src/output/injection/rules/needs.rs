//! What a pattern cannot match without, beside its anchors.
//!
//! An anchor such as `order` stands in many a page where nothing else of its rule does.
//! So the words of which every match holds one are found in the same pass as the anchors,
//! and a pattern runs only where they are. They are read off the pattern itself: nobody
//! keeps two lists that must agree.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Shorter words are found in most text.
const SHORTEST: usize = 3;
/// The most words of one choice.
const WIDEST: usize = 48;
/// How many choices of a rule are looked for: one more would seldom be what is missing.
const MOST: usize = 3;
/// What a choice may be expected to be found of, by [`commonness`]: four words of three
/// letters.
const TOO_COMMON: f64 = 4.0 / 64.0;

/// Words of which every match holds one.
pub(super) type Choice = Vec<String>;

/// The choices that every match of `pattern` makes, the rarest first, without those that
/// its anchors tell already.
pub(super) fn of(pattern: &str, anchors: &[String]) -> Vec<Choice> {
    let mut parser = regex_syntax::ParserBuilder::new().utf8(false).build();
    // A pattern that does not parse does not compile either, which is told elsewhere.
    let found = parser
        .parse(pattern)
        .map_or_else(|_| Vec::new(), |hir| choices(&hir));
    let mut choices: Vec<Choice> = found.into_iter().filter_map(in_words).collect();
    choices.retain(|choice| {
        choice.len() <= WIDEST
            && choice.iter().all(|word| word.len() >= SHORTEST)
            && commonness(choice) <= TOO_COMMON
            && !is_told_by(choice, anchors)
    });
    choices.sort_by(|a, b| commonness(a).total_cmp(&commonness(b)));
    choices.dedup();
    choices.truncate(MOST);
    choices
}

/// A guess at how often text holds one of these: each letter more, a quarter as often.
fn commonness(choice: &Choice) -> f64 {
    let of_word = |word: &String| 4_f64.powi(-i32::try_from(word.len().min(12)).unwrap_or(12));
    choice.iter().map(of_word).sum()
}

/// Whether the anchors and the choice are the same words, more or less.
fn is_told_by(choice: &Choice, anchors: &[String]) -> bool {
    let holds = |outer: &String, words: &[String]| words.iter().any(|word| outer.contains(word));
    choice.iter().all(|word| holds(word, anchors)) || anchors.iter().all(|word| holds(word, choice))
}

/// As text, and without words that hold another of them.
fn in_words(words: Vec<Vec<u8>>) -> Option<Choice> {
    let mut words = words
        .into_iter()
        .map(String::from_utf8)
        .collect::<Result<Choice, _>>()
        .ok()?;
    words.sort_by_key(String::len);
    let mut kept = Choice::new();
    for word in words {
        if !kept.iter().any(|shorter| word.contains(shorter)) {
            kept.push(word);
        }
    }
    kept.sort();
    Some(kept)
}

/// The choices that every match makes.
fn choices(hir: &Hir) -> Vec<Vec<Vec<u8>>> {
    if let Some(words) = all(hir) {
        return vec![words];
    }
    match hir.kind() {
        HirKind::Capture(capture) => choices(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => choices(&repetition.sub),
        HirKind::Concat(parts) => of_sequence(parts),
        HirKind::Alternation(branches) => of_either(branches).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Parts of which all is known are joined, so that `order(?:s|ed)` is two words.
fn of_sequence(parts: &[Hir]) -> Vec<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    let mut run = vec![Vec::new()];
    for part in parts {
        let Some(words) = all(part) else {
            found.push(std::mem::replace(&mut run, vec![Vec::new()]));
            found.extend(choices(part));
            continue;
        };
        match joined(&run, &words) {
            Some(longer) => run = longer,
            None => found.push(std::mem::replace(&mut run, words)),
        }
    }
    found.push(run);
    found
}

/// The best choice of each branch; `None` if a branch has none.
fn of_either(branches: &[Hir]) -> Option<Vec<Vec<u8>>> {
    let mut either = Vec::new();
    for branch in branches {
        let best = choices(branch).into_iter().max_by_key(|words| {
            let shortest = words.iter().map(Vec::len).min().unwrap_or(0);
            (shortest, std::cmp::Reverse(words.len()))
        })?;
        either.extend(best);
    }
    Some(either)
}

/// Everything that `hir` matches, if that is not much.
fn all(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![Vec::new()]),
        HirKind::Literal(literal) => Some(vec![literal.0.to_vec()]),
        HirKind::Class(class) => all_of_class(class),
        HirKind::Capture(capture) => all(&capture.sub),
        HirKind::Repetition(repetition) if (repetition.min, repetition.max) == (0, Some(1)) => {
            let mut words = all(&repetition.sub)?;
            words.push(Vec::new());
            Some(words)
        }
        HirKind::Repetition(_) => None,
        HirKind::Concat(parts) => {
            let none = vec![Vec::new()];
            parts
                .iter()
                .try_fold(none, |words, part| joined(&words, &all(part)?))
        }
        HirKind::Alternation(branches) => {
            let mut words = Vec::new();
            for branch in branches {
                words.extend(all(branch)?);
            }
            (words.len() <= WIDEST).then_some(words)
        }
    }
}

fn all_of_class(class: &Class) -> Option<Vec<Vec<u8>>> {
    // Two cases of a letter, or two ways to spell one.
    const FEW: usize = 4;
    let literal = match class {
        Class::Unicode(class) if class.iter().map(|range| range.len()).sum::<usize>() <= FEW => {
            let chars = class.iter().flat_map(|range| range.start()..=range.end());
            chars.map(|c| c.to_string().into_bytes()).collect()
        }
        Class::Bytes(class) if class.iter().map(|range| range.len()).sum::<usize>() <= FEW => {
            let bytes = class.iter().flat_map(|range| range.start()..=range.end());
            bytes.map(|b| vec![b]).collect()
        }
        _ => return None,
    };
    Some(literal)
}

/// Each of `first` with each of `then` after it.
fn joined(first: &[Vec<u8>], then: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
    (first.len() * then.len() <= WIDEST).then(|| {
        let pairs = first
            .iter()
            .flat_map(|one| then.iter().map(move |other| (one, other)));
        pairs
            .map(|(one, other)| [one.as_slice(), other].concat())
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(pattern: &str, anchors: &[&str]) -> Vec<Choice> {
        let anchors: Vec<String> = anchors.iter().map(ToString::to_string).collect();
        of(pattern, &anchors)
    }

    #[test]
    fn a_part_that_every_match_has_is_needed() {
        let found = needs(
            r"\b(?:send|mail)\s+(?:password|secret)s?",
            &["send", "mail"],
        );
        assert_eq!(found, [["password", "secret"]]);
    }

    #[test]
    fn what_stands_side_by_side_is_one_word() {
        let found = needs(r"order [a-z]*(?:instruct)(?:ion|or)", &["order"]);
        assert_eq!(found, [["instruction", "instructor"]]);
    }

    #[test]
    fn what_may_be_missing_is_not_needed() {
        for pattern in [
            "order [a-z]*(?:please)?",
            "(?:please|[a-z]+) order",
            "(?:please ){0,2}order",
        ] {
            assert!(needs(pattern, &["order"]).is_empty(), "{pattern}");
        }
    }

    #[test]
    fn anchors_and_common_words_are_not_asked_for() {
        assert!(needs(r"(?:order|task)s?\s+(?:of|to)", &["order", "task"]).is_empty());
    }

    #[test]
    fn every_match_of_every_rule_has_what_it_needs() {
        use proptest::strategy::{Strategy as _, ValueTree as _};
        let super::super::Compiled { words, rules } = &*super::super::COMPILED;
        let mut tried = 0;
        for compiled in rules {
            // Where a word or a line begins cannot be generated, and needs say nothing of it.
            let pattern = compiled.regex.as_str().replace(r"(?:\b|_)", "");
            let pattern = pattern.replace("^|", "").replace("|$", "");
            let Ok(matches) = proptest::string::bytes_regex(&pattern) else {
                continue;
            };
            tried += 1;
            let mut runner = proptest::test_runner::TestRunner::deterministic();
            for _ in 0..32 {
                let matched = matches.new_tree(&mut runner).map(|tree| tree.current());
                let text = String::from_utf8_lossy(&matched.unwrap_or_default()).into_owned();
                for &choice in &compiled.needs {
                    let choice = &words.choices[choice];
                    assert!(
                        choice.iter().any(|word| text.contains(word)),
                        "{}: {text} has none of {choice:?}",
                        compiled.rule.name
                    );
                }
            }
        }
        assert!(tried * 10 > rules.len() * 9, "{tried} of {}", rules.len());
    }
}
