//! Learns the weights.
//!
//! The model is the runtime's: a running score that leaks and never falls below zero. A
//! benign text is wrong wherever its score climbs towards the mark, an attack is wrong
//! while its highest climb stays below it; either corrects the features along that climb,
//! each by how much of it is still remembered at the peak. So where in a text the attack
//! lies is found while learning (a latent variable, as in multiple-instance learning:
//! Andrews et al., NIPS 2002). Steps are AdaGrad's (Duchi et al., JMLR 2011).
//!
//! Arithmetic is single-threaded and uses nothing but what IEEE 754 rounds exactly, so
//! that every machine learns the same bytes.

use safe_tool_runtime::output::injection::scorer::Header;
use safe_tool_runtime::output::injection::scorer::features::{
    FEATURE_BITS, FEATURES, NOTHING, each_features,
};

use crate::rng::Rng;

/// A text to learn from.
pub struct Example {
    words: Vec<[u32; FEATURES]>,
    attack: bool,
    weight: f32,
}

/// Words are kept as features' numbers until a [`Vocabulary`] puts its own in their place.
impl Example {
    pub fn new(text: &str, attack: bool, weight: f32) -> Self {
        let mut words = Vec::new();
        each_features(text, |_, features| {
            words.push(features.map(|number| number as u32))
        });
        Self {
            words,
            attack,
            weight,
        }
    }

    /// Cut to `most` words a piece.
    pub fn pieces(self, most: usize) -> impl Iterator<Item = Self> {
        let Self {
            words,
            attack,
            weight,
        } = self;
        let pieces: Vec<_> = words.chunks(most).map(<[_]>::to_vec).collect();
        pieces.into_iter().map(move |words| Self {
            words,
            attack,
            weight,
        })
    }
}

/// The features learnt: those that attacks show more than once. All others weigh nothing.
pub struct Vocabulary {
    /// By place, the feature's number; at place 0, of none.
    numbers: Vec<u32>,
}

impl Vocabulary {
    /// Chooses the features of `examples`, and puts their places in place of their numbers.
    pub fn choose(examples: &mut [Example]) -> Self {
        let mut seen = vec![0_u32; 1 << FEATURE_BITS];
        for example in examples.iter().filter(|example| example.attack) {
            for &number in example.words.as_flattened() {
                seen[number as usize] += 1;
            }
        }
        let mut numbers = vec![NOTHING as u32];
        for (number, times) in seen.iter_mut().enumerate() {
            if *times >= LEAST && number != NOTHING {
                *times = numbers.len() as u32;
                numbers.push(number as u32);
            } else {
                *times = 0;
            }
        }
        for example in examples {
            for number in example.words.as_flattened_mut() {
                *number = seen[*number as usize];
            }
        }
        Self { numbers }
    }
}

/// How often attacks must show a feature.
const LEAST: u32 = 3;

const EPOCHS: usize = 8;
/// The weights are averaged over the epochs from this on.
const AVERAGED_FROM: usize = 2;
const RATE: f32 = 0.05;
/// Shrinks every weight used, in every step.
const DECAY: f32 = 0.0002;
/// What every word costs.
const TOLL: f32 = 0.4;
/// With every word, one part in 2^`MEMORY` of the score is forgotten.
const MEMORY: u32 = 6;
const KEPT: f32 = 1.0 - 1.0 / (1_u32 << MEMORY) as f32;
/// The most that a word adds, and that a feature weighs.
const MOST: f32 = 2.0;
const MOST_FEATURE: f32 = 2.0;
/// The percentage of attack texts a kind of feature is hidden from, so that none is leant
/// on alone.
const HIDDEN: usize = 42;
/// The score at which a text is as likely an attack as not, for benign texts.
const MARK: f32 = 4.0;
/// How much higher that is for attacks: they learn on when they are past the mark.
const PUSH: f32 = 10.0;
/// A benign text's climbs below this are let be.
const HARMLESS: f32 = 1.0;
/// Words that the first epoch learns from at once.
const STRETCH: usize = 48;
/// A weight's unit, in parts of 1.
const UNITS: f32 = 32.0;

pub struct Model {
    vocabulary: Vocabulary,
    weights: Vec<f32>,
    squares: Vec<f32>,
}

/// A climb: from its first word to its peak, and the height.
struct Climb {
    from: usize,
    to: usize,
    height: f32,
}

impl Model {
    pub fn learn(mut examples: Vec<Example>, seed: u64) -> Self {
        let vocabulary = Vocabulary::choose(&mut examples);
        let size = vocabulary.numbers.len();
        let mut model = Self {
            vocabulary,
            weights: vec![0.0; size],
            squares: vec![0.1; size],
        };
        let mut rng = Rng(seed);
        let mut sums = vec![0.0; size];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for epoch in 0..EPOCHS {
            rng.shuffle(&mut order);
            for &i in &order {
                model.step(&examples[i], epoch, &mut rng);
            }
            if epoch >= AVERAGED_FROM {
                for (sum, weight) in sums.iter_mut().zip(&model.weights) {
                    *sum += weight;
                }
            }
        }
        let epochs = (EPOCHS - AVERAGED_FROM) as f32;
        for (weight, sum) in model.weights.iter_mut().zip(sums) {
            *weight = sum / epochs;
        }
        model
    }

    fn step(&mut self, example: &Example, epoch: usize, rng: &mut Rng) {
        let mut shown = [true; FEATURES];
        if example.attack {
            for kind in &mut shown {
                *kind = !rng.chance(HIDDEN);
            }
        }
        if epoch == 0 {
            // Nothing climbs yet: learn from stretches whole.
            let from = if example.attack {
                0
            } else {
                rng.below(example.words.len().max(1))
            };
            let to = (from + STRETCH).min(example.words.len());
            let height = self.unclamped(&example.words[from..to], shown);
            self.correct(example, &Climb { from, to, height }, shown);
            return;
        }
        let climbs = self.climbs(&example.words, shown);
        if example.attack {
            let best = climbs
                .into_iter()
                .max_by(|a, b| a.height.total_cmp(&b.height));
            let whole = || {
                let to = example.words.len().min(STRETCH);
                Climb {
                    from: 0,
                    to,
                    height: self.unclamped(&example.words[..to], shown),
                }
            };
            let best = best.unwrap_or_else(whole);
            self.correct(example, &best, shown);
        } else {
            for climb in climbs.iter().filter(|climb| climb.height > HARMLESS) {
                self.correct(example, climb, shown);
            }
        }
    }

    fn gain(&self, features: &[u32; FEATURES], shown: [bool; FEATURES]) -> f32 {
        let weights = features.iter().zip(shown).filter(|(_, shown)| *shown);
        weights
            .map(|(&number, _)| self.weights[number as usize])
            .sum::<f32>()
            .min(MOST)
            - TOLL
    }

    fn unclamped(&self, words: &[[u32; FEATURES]], shown: [bool; FEATURES]) -> f32 {
        words
            .iter()
            .fold(0.0, |height, word| height * KEPT + self.gain(word, shown))
    }

    fn climbs(&self, words: &[[u32; FEATURES]], shown: [bool; FEATURES]) -> Vec<Climb> {
        let mut climbs = Vec::new();
        let (mut running, mut start) = (0.0_f32, 0);
        let mut peak = Climb {
            from: 0,
            to: 0,
            height: 0.0,
        };
        for (at, word) in words.iter().enumerate() {
            if running == 0.0 {
                start = at;
            }
            running = (running * KEPT + self.gain(word, shown)).max(0.0);
            if running > peak.height {
                peak = Climb {
                    from: start,
                    to: at + 1,
                    height: running,
                };
            } else if running < peak.height / 2.0 {
                climbs.push(std::mem::replace(
                    &mut peak,
                    Climb {
                        from: 0,
                        to: 0,
                        height: 0.0,
                    },
                ));
                start = at;
            }
        }
        if peak.height > 0.0 {
            climbs.push(peak);
        }
        climbs
    }

    /// One step down the logistic loss at the peak.
    fn correct(&mut self, example: &Example, climb: &Climb, shown: [bool; FEATURES]) {
        let far = if example.attack { PUSH } else { 0.0 };
        let likely = logistic(climb.height - MARK - far);
        let wrong = if example.attack { likely - 1.0 } else { likely };
        if wrong.abs() < 0.01 {
            return;
        }
        let mut push = wrong * example.weight;
        for word in example.words[climb.from..climb.to].iter().rev() {
            // More would change nothing: the word adds the most already.
            let full = self.gain(word, shown) + TOLL >= MOST;
            if full && example.attack {
                push *= KEPT;
                continue;
            }
            for (&number, _) in word.iter().zip(shown).filter(|(_, shown)| *shown) {
                let number = number as usize;
                if number == 0 {
                    continue;
                }
                let slope = push + DECAY * self.weights[number];
                self.squares[number] += slope * slope;
                let step = RATE * slope / self.squares[number].sqrt();
                self.weights[number] =
                    (self.weights[number] - step).clamp(-MOST_FEATURE, MOST_FEATURE);
            }
            push *= KEPT;
        }
    }

    /// The features' numbers with their weights in units, and the header but for its marks.
    pub fn quantised(&self) -> (Vec<(usize, i8)>, Header) {
        let numbers = self
            .vocabulary
            .numbers
            .iter()
            .map(|&number| number as usize);
        let weights = self
            .weights
            .iter()
            .map(|weight| (weight * UNITS).round().clamp(-127.0, 127.0) as i8);
        let header = Header {
            toll: (TOLL * UNITS).round() as i32,
            memory: MEMORY as i32,
            most: (MOST * UNITS).round() as i32,
            flag: 1 << 12,
            block: 1 << 13,
        };
        (numbers.zip(weights).collect(), header)
    }
}

/// 1 / (1 + e^-x), with e^x as (1 + x/1024)^1024: products alone, so the same everywhere.
fn logistic(x: f32) -> f32 {
    let mut power = 1.0 - x.clamp(-20.0, 20.0) / 1024.0;
    for _ in 0..10 {
        power *= power;
    }
    1.0 / (1.0 + power)
}
