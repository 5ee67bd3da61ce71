//! Inputs made of others, as libFuzzer makes them, without knowing what they reach.

/// What parts, closes or hides something, in any of the languages that are read.
const TOKENS: [&[u8]; 24] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\",
    b":",
    b",",
    b"\n",
    b"\0",
    b"\xff",
    b"\xe2\x80",
    b"\\u0069",
    b"\\ud83d",
    b"1e400",
    b"-0",
    b"null",
    b"\"id\":",
    b"---",
    b"<!--",
    b"&#105;",
    b"%69",
    b"\xe2\x80\x8b",
    b"password=",
];

/// The longest input, in bytes.
const LONGEST: usize = 1_500;

/// One of the seeds after one to eight changes. The same seed number gives the same input.
pub(crate) fn changed(seeds: &[Vec<u8>], seed: u64) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut input = pick(&mut random, seeds).clone();
    for _ in 0..random.usize(1..=8) {
        change(&mut input, seeds, &mut random);
    }
    input.truncate(LONGEST);
    input
}

fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], random: &mut fastrand::Rng) {
    let from = random.usize(0..=input.len());
    let to = random.usize(from..=input.len().min(from + 40));
    match random.u8(0..7) {
        // A bit, or a byte.
        0 => input[from..to]
            .iter_mut()
            .take(1)
            .for_each(|byte| *byte ^= 1 << random.u8(0..8)),
        1 => input[from..to]
            .iter_mut()
            .take(1)
            .for_each(|byte| *byte = random.u8(..)),
        // Left out, or written over and over.
        2 => drop(input.drain(from..to)),
        3 => {
            let part = input[from..to].repeat(random.usize(1..20));
            insert(input, from, &part);
        }
        4 => insert(input, from, pick::<&[u8]>(random, &TOKENS)),
        // A part of another, or its end.
        5 => {
            let other = pick(random, seeds);
            let start = random.usize(0..=other.len());
            let end = random.usize(start..=other.len());
            insert(input, from, &other[start..end]);
        }
        _ => {
            let other = pick(random, seeds);
            input.truncate(from);
            input.extend_from_slice(&other[random.usize(0..=other.len())..]);
        }
    }
}

fn insert(input: &mut Vec<u8>, at: usize, part: &[u8]) {
    input.splice(at..at, part.iter().copied());
}

fn pick<'t, T>(random: &mut fastrand::Rng, of: &'t [T]) -> &'t T {
    &of[random.usize(0..of.len())]
}
