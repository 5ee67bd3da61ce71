//! What a character is to the scorer, beyond ASCII.

/// What a character does to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Part of a word.
    Letter,
    /// A word by itself, in scripts that put no space between words.
    Sign,
    /// Ends a sentence, or opens a quotation.
    Stop,
    /// Parts words.
    Gap,
}

/// The kind of `c`. By blocks: a few characters misplaced cost the scorer nothing, and a
/// table of all Unicode would cost it its place in the cache.
pub(super) fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | 'A'..='Z' => Kind::Letter,
        '\0'..='\u{bf}' | '×' | '÷' => Kind::Gap,
        // Greek question mark, Armenian, Arabic and Devanagari stops.
        '\u{37e}' | '\u{589}' | '\u{61b}' | '\u{61f}' | '\u{6d4}' | '\u{964}' | '\u{965}' => {
            Kind::Stop
        }
        '\u{387}' | '\u{55a}'..='\u{55f}' | '\u{5be}' | '\u{60c}' | '\u{66a}'..='\u{66d}' => {
            Kind::Gap
        }
        // Thai, Lao; Myanmar; Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Kind::Sign,
        '\u{c0}'..='\u{1fff}' => Kind::Letter,
        // Quotation marks, the ellipsis; CJK stops and brackets, and their wide forms.
        '\u{2018}'..='\u{201f}'
        | '\u{2026}'
        | '\u{3001}'..='\u{3002}'
        | '\u{3008}'..='\u{3011}' => Kind::Stop,
        '\u{ff01}' | '\u{ff0c}' | '\u{ff0e}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' => Kind::Stop,
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3040}' => Kind::Gap,
        '\u{ac00}'..='\u{d7ff}' | '\u{2c00}'..='\u{2dff}' | '\u{a000}'..='\u{abff}' => Kind::Letter,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' => Kind::Sign,
        '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => Kind::Letter,
        '\u{20000}'..='\u{3ffff}' => Kind::Sign,
        '\u{10000}'..='\u{1efff}' => Kind::Letter,
        _ => Kind::Gap,
    }
}

/// `c` in lower case, for the scripts that have case.
pub(super) fn fold_case(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        // The alphabets met most go without a look at Unicode's table.
        'а'..='я' => c,
        'А'..='Я' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        '\u{590}'..='\u{109f}' => c,
        '\u{c0}'..='\u{58f}' | '\u{10a0}'..='\u{10ff}' | '\u{1e00}'..='\u{1fff}' => {
            c.to_lowercase().next().unwrap_or(c)
        }
        _ => c,
    }
}
