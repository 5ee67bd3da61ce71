//! What is learnt from: the data set's attacks and benign texts, templates, and ordinary
//! text from crates.

use std::collections::BTreeMap;

use crate::Failure;
use crate::data::{Class, Text};
use crate::fold::fold;
use crate::grammar::Grammar;
use crate::learn::Example;
use crate::rng::Rng;

/// Templates by language, and how many attacks are made of them.
const TEMPLATES: [(&str, &str, usize); 7] = [
    (
        "english.txt, styles.txt",
        concat!(
            include_str!("../text/english.txt"),
            include_str!("../text/styles.txt")
        ),
        6000,
    ),
    ("languages.txt", include_str!("../text/languages.txt"), 6000),
    (
        "documents.txt",
        include_str!("../text/documents.txt"),
        16000,
    ),
    ("machines.txt", include_str!("../text/machines.txt"), 16000),
    ("european.txt", include_str!("../text/european.txt"), 16000),
    ("world.txt", include_str!("../text/world.txt"), 16000),
    ("ordinary.txt", include_str!("../text/ordinary.txt"), 10),
];

/// Benign texts of templates for one attack of them: what is ordinary varies more.
const BENIGN_EACH: usize = 3;

/// Benign texts are cut to so many words, so that each part is learnt from.
const PIECE: usize = 400;

/// The examples without those of the family left out.
pub fn examples(
    texts: &[Text],
    corpus: &[String],
    left_out: Option<usize>,
) -> Result<Vec<Example>, Failure> {
    let mut rng = Rng(0x5eed);
    let mut examples = Vec::new();
    let trained: Vec<&Text> = texts
        .iter()
        .filter(|text| text.is_trained_on() && text.family() != left_out)
        .collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for text in &trained {
        *sizes.entry(&text.source).or_default() += 1;
    }
    let contexts: Vec<&str> = corpus
        .iter()
        .flat_map(|text| text.split("\n\n"))
        .filter(|part| (40..600).contains(&part.len()))
        .collect();
    for text in trained {
        // A large source does not outweigh the small ones by as much as its size.
        let weight = (400.0 / sizes[text.source.as_str()] as f32)
            .sqrt()
            .clamp(0.25, 2.0);
        // A bare goal differs in nothing from ordinary text: to learn it is to find it
        // everywhere.
        if text.class() == Class::A2 {
            continue;
        }
        if text.is_attack() {
            let weight = weight * class_weight(text.class());
            attack(&mut examples, &text.text, weight, &contexts, &mut rng);
        } else {
            benign(&mut examples, &text.text, 1.0);
        }
    }
    for text in corpus {
        benign(&mut examples, text, 1.0);
    }
    for (name, text, count) in TEMPLATES {
        let grammar = Grammar::parse(name, text)?;
        for _ in 0..count {
            attack(
                &mut examples,
                &grammar.expand("attack", &mut rng)?,
                1.0,
                &contexts,
                &mut rng,
            );
            for _ in 0..BENIGN_EACH {
                benign(&mut examples, &grammar.expand("benign", &mut rng)?, 1.0);
            }
        }
    }
    Ok(examples)
}

/// A1 is what the scorer is for.
fn class_weight(class: Class) -> f32 {
    match class {
        Class::A1 => 1.0,
        _ => 0.5,
    }
}

/// An attack, alone or set into ordinary text.
fn attack(examples: &mut Vec<Example>, text: &str, weight: f32, contexts: &[&str], rng: &mut Rng) {
    let mut whole = text.to_owned();
    if rng.chance(80) && !contexts.is_empty() {
        let joint = *rng.pick(&["\n", " ", "\n\n", ". ", ", ", " \""]);
        whole = format!("{}{joint}{whole}", rng.pick(contexts));
        if rng.chance(50) {
            let joint = *rng.pick(&["\n", " ", "\n\n", "\" "]);
            whole = format!("{whole}{joint}{}", rng.pick(contexts));
        }
    }
    // The views fold what is not ASCII, but the text as it is is scored too.
    if !whole.is_ascii() {
        examples.push(Example::new(&fold(&whole), true, weight));
    }
    examples.push(Example::new(&whole, true, weight));
}

fn benign(examples: &mut Vec<Example>, text: &str, weight: f32) {
    if !text.is_ascii() {
        examples.extend(Example::new(&fold(text), false, weight).pieces(PIECE));
    }
    examples.extend(Example::new(text, false, weight).pieces(PIECE));
}
