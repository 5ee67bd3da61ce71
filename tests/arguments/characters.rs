use safe_tool::safe_tool;

use crate::{accepts, refuses};

#[safe_tool]
struct Line {
    #[max_len(100)]
    text: String,
}

#[safe_tool]
struct Lines {
    #[max_len(100)]
    #[multiline]
    text: String,
}

#[safe_tool]
struct Raw {
    #[max_len(100)]
    #[allow_control_chars]
    text: String,
}

#[safe_tool]
struct Invisible {
    #[max_len(100)]
    #[allow_format_chars]
    text: String,
}

#[test]
fn control_characters_are_refused() {
    let controls = (0..0x20).chain(0x7F..0xA0).filter_map(char::from_u32);
    for c in controls.chain(['\u{2028}', '\u{2029}']) {
        let text = format!("a{c}b");
        refuses!(Line, { "text": text.clone() }, "/text control_chars");
        refuses!(Invisible, { "text": text.clone() }, "/text control_chars");
        assert_eq!(accepts!(Raw, { "text": text.clone() }).text, text);
        if matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            accepts!(Lines, { "text": text });
        } else {
            refuses!(Lines, { "text": text }, "/text control_chars");
        }
    }
}

#[test]
fn invisible_characters_are_refused() {
    let zero_width = [
        '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{AD}', '\u{180E}',
    ];
    let bidi = [
        '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}',
        '\u{2068}', '\u{2069}', '\u{200E}', '\u{200F}',
    ];
    let tags = ['\u{E0001}', '\u{E0020}', '\u{E0041}', '\u{E007F}'];
    for c in zero_width.into_iter().chain(bidi).chain(tags) {
        for text in [format!("a{c}b"), format!("{c}"), format!("é{c}")] {
            refuses!(Line, { "text": text.clone() }, "/text format_chars");
            refuses!(Raw, { "text": text.clone() }, "/text format_chars");
            accepts!(Invisible, { "text": text });
        }
    }
}

#[test]
fn joiners_are_legal_where_text_needs_them() {
    for text in [
        "👨‍👩‍👧‍👦",      // family: emoji joined by ZWJ
        "👩🏽‍💻",      // with a skin tone
        "🏳️‍🌈",      // with a presentation selector
        "❤️ 1️⃣ ☺︎", // selectors alone
        "می‌خواهم", // Persian: ZWNJ between letters
        "क्‍ष क्‌ष क्‍", // Hindi: both joiners, one at a word's end
        "ශ්‍රී ලංකා",  // Sinhala
        "葛󠄀城",    // ideographic variation sequence
    ] {
        accepts!(Line, { "text": text });
    }
    for text in [
        "a\u{200D}b",
        "\u{200D}👩",
        "👩\u{200D}",
        "👩\u{200D}\u{200D}💻",
        "a\u{200C}b",
        "\u{200C}می",
        "می\u{200C}\u{200C}خ",
        "a\u{FE0F}",
        "a\u{FE00}b\u{FE01}",
        "❤\u{FE0F}\u{FE0F}",
        "a\u{E0100}",
        "葛\u{E0100}\u{E0101}",
    ] {
        refuses!(Line, { "text": text }, "/text format_chars");
    }
}

#[test]
fn ordinary_text_of_the_world_passes() {
    for text in [
        "Grüße aus Köln, naïve café",
        "Привет, мир",
        "你好，世界",
        "こんにちは世界",
        "안녕하세요",
        "مرحبا بالعالم",
        "שלום עולם",
        "สวัสดีชาวโลก",
        "e\u{301} a\u{308}\u{323}",
        "0\u{FE00} ∪\u{FE00} 、\u{FE01} ℹ️ ▶️ ©️ #️⃣ 👁️‍🗨️",
        "∀x∈ℝ: ⌈x⌉ — “quoted” … €5",
    ] {
        assert_eq!(accepts!(Line, { "text": text }).text, text);
    }
}
