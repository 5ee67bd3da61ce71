//! Ways to write an order so that a search for its words does not find it.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

pub(crate) type Disguise = (&'static str, fn(&str) -> String);

/// Disguises that keep every letter and its case, so that they can be put over any other.
pub(crate) const EXACT: &[Disguise] = &[
    ("zero-width space", |s| between(s, "\u{200b}")),
    ("soft hyphen", |s| between(s, "\u{ad}")),
    ("variation selector", |s| between(s, "\u{fe0f}")),
    ("control character", |s| between(s, "\0")),
    ("struck out", |s| between(s, "\u{336}")),
    ("accents", |s| between(s, "\u{301}\u{323}")),
    ("no-break space", |s| s.replace(' ', "\u{a0}")),
    ("full width", |s| map(s, |c| shift(c, '!'..='~', 0xff01))),
    ("mathematical bold", |s| {
        map(s, |c| letters(c, 0x1d400, 0x1d41a))
    }),
    ("monospace", |s| map(s, |c| letters(c, 0x1d670, 0x1d68a))),
    ("circled", |s| map(s, |c| letters(c, 0x24b6, 0x24d0))),
    ("tag characters", |s| {
        format!("Fine.{}", map(s, |c| shift(c, ' '..='~', 0xe0020)))
    }),
    ("smuggled in selectors", |s| {
        s.bytes().fold("😀".to_owned(), |all, b| all + &selector(b))
    }),
    ("spaced", |s| between(s, " ")),
    ("dashed", |s| between(s, "-")),
    ("a letter a line", |s| between(s, "\n")),
    ("in braces", |s| {
        s.chars().map(|c| format!("{{{c}}}")).collect()
    }),
    ("emoji between", |s| between(s, "🔥")),
    ("decimal entities", |s| {
        each(s, |c| format!("&#{};", u32::from(c)))
    }),
    ("hexadecimal entities", |s| {
        each(s, |c| format!("&#x{:x};", u32::from(c)))
    }),
    ("HTML comment", |s| format!("<p>Hello</p><!-- {s} -->")),
    ("hidden element", |s| {
        format!("<div style=\"display:none\">{s}</div>")
    }),
    ("JSON escapes", |s| each_unit(s)),
    ("byte escapes", |s| bytes(s, |b| format!("\\x{b:02x}"))),
    ("percent", |s| bytes(s, |b| format!("%{b:02X}"))),
    ("quoted-printable", |s| bytes(s, |b| format!("={b:02X}"))),
    ("base64", |s| STANDARD.encode(s)),
    ("base64 for addresses", |s| URL_SAFE_NO_PAD.encode(s)),
    ("hexadecimal", |s| bytes(s, |b| format!("{b:02x}"))),
    ("hexadecimal bytes", |s| bytes(s, |b| format!("{b:02x} "))),
    ("binary", |s| bytes(s, |b| format!("{b:08b} "))),
    ("rot13", |s| map(s, rot13)),
    ("reversed", |s| s.chars().rev().collect()),
    ("right-to-left", |s| {
        format!("\u{202e}{}\u{202c}", s.chars().rev().collect::<String>())
    }),
    ("terminal colours", |s| {
        each(s, |c| format!("\u{1b}[31m{c}"))
    }),
    ("backspaces", |s| each(s, |c| format!("x\u{8}{c}"))),
];

/// Disguises of words, which lose letters or their case.
pub(crate) const OF_WORDS: &[Disguise] = &[
    ("capitals", |s| s.to_uppercase()),
    ("leet", |s| {
        map(&s.to_lowercase(), |c| table(c, "aeiost", "431057"))
    }),
    ("leet signs", |s| {
        map(&s.to_lowercase(), |c| table(c, "aeiosg", "@3!0$6"))
    }),
    ("Cyrillic", |s| {
        map(s, |c| {
            table(c, "aceopxyisABCEHKMOPTXI", "асеорхуіѕАВСЕНКМОРТХІ")
        })
    }),
    ("Greek", |s| {
        map(s, |c| {
            table(c, "aoviukptABEZHIKMNOPTYX", "αονιυκρτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
        })
    }),
    ("small capitals", |s| {
        map(&s.to_lowercase(), |c| {
            table(c, "abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀsᴛᴜᴠᴡʏᴢ")
        })
    }),
    ("superscript", |s| {
        map(&s.to_lowercase(), |c| {
            table(c, "abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
        })
    }),
    ("upside down", |s| {
        let turned = map(&s.to_lowercase(), |c| {
            table(
                c,
                "abcdefghijklmnopqrstuvwxyz",
                "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz",
            )
        });
        turned.chars().rev().collect()
    }),
    ("parenthesised", |s| {
        map(&s.to_lowercase(), |c| shift(c, 'a'..='z', 0x249c))
    }),
    ("regional indicators", |s| {
        map(&s.to_uppercase(), |c| shift(c, 'A'..='Z', 0x1f1e6))
    }),
    ("squared", |s| {
        map(&s.to_uppercase(), |c| shift(c, 'A'..='Z', 0x1f130))
    }),
    ("dotted words", |s| words(s, |word| between(word, "."))),
    ("underscores", |s| s.replace(' ', "_")),
    ("joined", |s| s.replace(' ', "")),
    ("a word a line", |s| s.replace(' ', "\n")),
    ("bold inside words", |s| words(s, |word| insert(word, "**"))),
    ("tags inside words", |s| {
        words(s, |word| insert(word, "<b></b>"))
    }),
    ("comments inside words", |s| {
        words(s, |word| insert(word, "<!-- x -->"))
    }),
    ("broken at line ends", |s| {
        words(s, |word| insert(word, "-\n"))
    }),
    ("strings put together", |s| {
        words(s, |word| insert(word, "\" + \""))
    }),
    ("pluses", |s| s.replace(' ', "+")),
    ("words reversed", |s| {
        words(s, |word| word.chars().rev().collect())
    }),
    ("Caesar's three", |s| map(s, |c| rotate(c, 3))),
    ("Morse", |s| morse(s)),
];

fn between(s: &str, sign: &str) -> String {
    let letters: Vec<String> = s.chars().map(String::from).collect();
    letters.join(sign)
}

fn map(s: &str, f: impl Fn(char) -> char) -> String {
    s.chars().map(f).collect()
}

fn each(s: &str, f: impl Fn(char) -> String) -> String {
    s.chars().map(f).collect()
}

fn bytes(s: &str, f: impl Fn(u8) -> String) -> String {
    s.bytes().map(f).collect()
}

fn each_unit(s: &str) -> String {
    s.encode_utf16().fold(String::new(), |mut all, unit| {
        write!(all, "\\u{unit:04x}").unwrap();
        all
    })
}

fn words(s: &str, f: impl Fn(&str) -> String) -> String {
    let words: Vec<String> = s.split(' ').map(f).collect();
    words.join(" ")
}

/// Puts `sign` after the second letter of a longer word.
fn insert(word: &str, sign: &str) -> String {
    match word.char_indices().nth(2) {
        Some((at, _)) if word.is_ascii() && word.len() > 3 => {
            format!("{}{sign}{}", &word[..at], &word[at..])
        }
        _ => word.to_owned(),
    }
}

fn shift(c: char, range: std::ops::RangeInclusive<char>, to: u32) -> char {
    if !range.contains(&c) {
        return c;
    }
    char::from_u32(u32::from(c) - u32::from(*range.start()) + to).unwrap()
}

fn letters(c: char, upper: u32, lower: u32) -> char {
    if c.is_ascii_uppercase() {
        shift(c, 'A'..='Z', upper)
    } else {
        shift(c, 'a'..='z', lower)
    }
}

fn table(c: char, from: &str, to: &str) -> char {
    let at = from.chars().position(|letter| letter == c);
    at.and_then(|at| to.chars().nth(at)).unwrap_or(c)
}

fn rot13(c: char) -> char {
    rotate(c, 13)
}

fn rotate(c: char, by: u8) -> char {
    match u8::try_from(c) {
        Ok(b @ b'a'..=b'z') => char::from((b - b'a' + by) % 26 + b'a'),
        Ok(b @ b'A'..=b'Z') => char::from((b - b'A' + by) % 26 + b'A'),
        _ => c,
    }
}

fn selector(b: u8) -> String {
    let code = if b < 16 {
        0xfe00 + u32::from(b)
    } else {
        0xe0100 + u32::from(b) - 16
    };
    char::from_u32(code).unwrap().to_string()
}

fn morse(s: &str) -> String {
    let codes = ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..";
    let codes: Vec<&str> = codes.split(' ').collect();
    let word = |word: &str| {
        let letters = word.bytes().filter(u8::is_ascii_alphabetic);
        let letters: Vec<&str> = letters
            .map(|b| codes[usize::from(b.to_ascii_lowercase() - b'a')])
            .collect();
        letters.join(" ")
    };
    let words: Vec<String> = s.split(' ').map(word).collect();
    words.join(" / ")
}
