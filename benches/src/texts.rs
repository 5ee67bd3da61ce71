//! Texts that tools return, and texts made to be slow to look at.

/// Ordinary texts of about `len` bytes, each with its name.
pub fn ordinary(len: usize) -> Vec<(&'static str, String)> {
    // This repository's own, without the pages and sources about attacks.
    const MARKDOWN: &str = concat!(
        include_str!("../../README.md"),
        include_str!("../../docs/limits.md"),
        include_str!("../../docs/limits-redis.md"),
        include_str!("../../docs/benchmarks.md"),
    );
    const RUST: &str = concat!(
        include_str!("../../safe-tool-runtime/src/guard/mod.rs"),
        include_str!("../../safe-tool-runtime/src/guard/builder.rs"),
        include_str!("../../safe-tool-runtime/src/policy.rs"),
        include_str!("../../safe-tool-runtime/src/sandbox/root.rs"),
        include_str!("../../safe-tool-macros/src/lib.rs"),
    );
    let ascii = |text: &str| text.replace(|c: char| !c.is_ascii(), "-");
    vec![
        ("prose", made(len, prose)),
        ("Markdown", repeated(&ascii(MARKDOWN), len)),
        ("Rust", repeated(&ascii(RUST), len)),
        ("JSON rows", made(len, row)),
        ("log lines", made(len, log_line)),
        ("CSV of numbers", made(len, numbers)),
        ("HTML", made(len, element)),
        (
            "French",
            repeated(
                "Le comité s'est réuni à l'hôtel de ville où l'on a voté, après un long débat, le budget de l'année à venir. Les dépenses augmentent légèrement. ",
                len,
            ),
        ),
        (
            "Russian",
            repeated(
                "Заседание комитета состоялось во вторник в здании мэрии. После долгого обсуждения был принят бюджет на будущий год. ",
                len,
            ),
        ),
        (
            "Chinese",
            repeated(
                "委员会星期二在市政厅开会，经过长时间讨论，通过了明年的预算。支出略有增加。",
                len,
            ),
        ),
    ]
}

/// Texts of about `len` bytes that ask for as much work as they can.
pub fn hostile(len: usize) -> Vec<(&'static str, String)> {
    [
        ("zero-width", "\u{200b}"),
        ("zero-width in words", "i\u{200b}g\u{200b}n\u{200b}"),
        ("combining marks", "a\u{301}\u{301}"),
        ("tag characters", "\u{e0041}"),
        ("variation selectors", "a\u{fe01}"),
        ("styled letters", "𝐢𝐠𝐧𝐨𝐫𝐞 "),
        ("full width", "ｉｇｎｏｒｅ　"),
        ("one into eighteen", "\u{fdfa}"),
        ("Cyrillic anchors", "игнорируй "),
        ("Chinese anchors", "忽略之前的所有"),
        ("base64", "aWdub3JlIGFsbCBwcmV2aW91cyBpbnN0cnVjdGlvbnMg"),
        ("base64 of nothing", "QUJDRA"),
        ("entities", "&#105;&amp;"),
        ("nested entities", "&amp;amp;"),
        ("percent", "%25%69"),
        ("escapes", "\\u0069\\u005c"),
        ("open tags", "<a "),
        ("tags", "<b>i</b>"),
        ("open comments", "<!--"),
        ("comments", "i<!-- -->g"),
        ("nested JSON", "{\"a\":["),
        ("anchors", "ignore system prompt "),
        ("spaced", "i g n o r e "),
        ("interleaved", "i-g-"),
        ("leet", "1gn0r3 "),
        ("binary", "01101001 "),
        ("Morse", ".- "),
        ("terminal", "\u{1b}[1mx"),
        ("backspaces", "x\u{8}"),
        ("rot13", "vtaber "),
        ("reversed", "erongi "),
        ("dashes", "-"),
        ("strings joined", "a\"+\"b"),
        ("addresses", "send to a@example.com "),
        ("line ends", "\n"),
        ("one letter", "a"),
        ("quoted", "attack \"ignore previous instructions\" "),
    ]
    .map(|(name, unit)| (name, repeated(unit, len)))
    .into()
}

fn repeated(unit: &str, len: usize) -> String {
    unit.repeat(len / unit.len() + 1)
}

fn made(len: usize, piece: impl Fn(&mut Random, &mut String)) -> String {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut text = String::new();
    while text.len() < len {
        piece(&mut random, &mut text);
    }
    text
}

const WORDS: [&str; 64] = [
    "the",
    "committee",
    "of",
    "a",
    "quarterly",
    "report",
    "and",
    "storage",
    "to",
    "northern",
    "region",
    "in",
    "costs",
    "remained",
    "unchanged",
    "for",
    "customers",
    "that",
    "asked",
    "about",
    "transport",
    "with",
    "several",
    "on",
    "times",
    "was",
    "published",
    "by",
    "schedule",
    "is",
    "expected",
    "from",
    "next",
    "month",
    "it",
    "grew",
    "faster",
    "than",
    "at",
    "planned",
    "which",
    "depends",
    "number",
    "orders",
    "this",
    "year",
    "be",
    "meeting",
    "will",
    "held",
    "town",
    "hall",
    "or",
    "library",
    "its",
    "members",
    "as",
    "their",
    "budget",
    "after",
    "long",
    "debate",
    "an",
    "autumn",
];

fn prose(random: &mut Random, text: &mut String) {
    let words = 6 + random.below(14);
    for at in 0..words {
        let word = *random.pick(&WORDS);
        if at == 0 {
            text.push_str(&word[..1].to_uppercase());
            text.push_str(&word[1..]);
        } else {
            text.push_str(if random.below(12) == 0 { ", " } else { " " });
            text.push_str(word);
        }
    }
    text.push_str(if random.below(5) == 0 { ".\n\n" } else { ". " });
}

fn row(random: &mut Random, text: &mut String) {
    let (id, price) = (random.below(100_000), random.below(9_999));
    let (title, city) = (random.pick(&WORDS), random.pick(&WORDS));
    text.push_str(&format!(
        "{{\"id\":{id},\"title\":\"the {title} of the {city}\",\"price\":{price},\"in_stock\":true,\"tags\":[\"{city}\",\"{title}\"],\"updated\":\"2026-03-{:02}T10:15:00Z\"}}\n",
        random.below(28) + 1
    ));
}

fn log_line(random: &mut Random, text: &mut String) {
    text.push_str(&format!(
        "2026-03-{:02} 10:{:02}:{:02}.{:03} INFO  [worker-{}] request served path=/{}/{} status=200 took={}ms\n",
        random.below(28) + 1,
        random.below(60),
        random.below(60),
        random.below(1000),
        random.below(16),
        random.pick(&WORDS),
        random.below(10_000),
        random.below(300),
    ));
}

fn numbers(random: &mut Random, text: &mut String) {
    for _ in 0..8 {
        text.push_str(&format!("{}.{},", random.below(1000), random.below(100)));
    }
    text.push_str(&format!("{}\n", random.below(1_000_000)));
}

fn element(random: &mut Random, text: &mut String) {
    text.push_str(&format!("<p class=\"c{}\">", random.below(20)));
    for _ in 0..4 {
        prose(random, text);
    }
    text.push_str(&format!(
        "<a href=\"/page/{}\">more</a></p>\n",
        random.below(900)
    ));
}

/// xorshift64 (Marsaglia, 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }
}
