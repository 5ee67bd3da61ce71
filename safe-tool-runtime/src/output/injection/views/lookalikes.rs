//! Characters drawn like Latin letters and ASCII signs.
//!
//! After Unicode's confusables.txt (Technical Standard 39), for the scripts and styles
//! that disguises are made of, and what compatibility decomposition leaves alone.

/// The Latin letter that a letter of another script is drawn like, else `c`. Not every
/// such letter is a disguise: Russian is written with them.
pub(super) fn latin_lookalike(c: char) -> char {
    match c {
        '\u{30fc}' => '-',
        _ if !matches!(c, '\u{370}'..='\u{58f}' | '\u{13a0}'..='\u{13ff}') => c,
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'ь' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' | 'є' => 'e',
        'ɡ' | 'ց' => 'g',
        'һ' | 'н' | 'հ' => 'h',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' => 'm',
        'п' | 'η' | 'ո' => 'n',
        'о' | 'ο' | 'σ' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' => 'y',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' | 'Օ' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ԛ' => 'Q',
        'Ѕ' | 'Տ' => 'S',
        'Т' | 'Τ' => 'T',
        'Ս' => 'U',
        'Ѵ' => 'V',
        'Ԝ' => 'W',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        // Cherokee
        'Ꭺ' => 'A',
        'Ᏼ' => 'B',
        'Ꮯ' => 'C',
        'Ꭰ' => 'D',
        'Ꭼ' => 'E',
        'Ꮐ' => 'G',
        'Ꮋ' => 'H',
        'Ꭵ' => 'i',
        'Ꭻ' => 'J',
        'Ꮶ' => 'K',
        'Ꮮ' => 'L',
        'Ꮇ' => 'M',
        'Ꮲ' => 'P',
        'Ꭱ' | 'Ꮢ' => 'R',
        'Ꮪ' => 'S',
        'Ꭲ' => 'T',
        'Ꮩ' => 'V',
        'Ꮃ' | 'Ꮤ' => 'W',
        'Ꮍ' | 'Ꭹ' => 'Y',
        'Ꮓ' => 'Z',
        _ => c,
    }
}

/// The ASCII character that a styled letter or a sign is drawn like, else `c`: letters
/// that no language spells with, dashes, brackets, quotes.
pub(super) fn drawn_as_latin(c: char) -> char {
    match c {
        // Small capitals and phonetic letters.
        'ᴀ' | 'ɑ' | 'Ɑ' => 'a',
        'ʙ' | 'ƀ' | 'ɓ' => 'b',
        'ᴄ' | 'ƈ' => 'c',
        'ᴅ' | 'ɗ' | 'đ' => 'd',
        'ᴇ' | 'ɛ' | 'ⱸ' => 'e',
        'ꜰ' | 'ƒ' => 'f',
        'ɢ' | 'ɡ' | 'ɠ' => 'g',
        'ʜ' | 'ɦ' | 'ħ' => 'h',
        'ɪ' | 'ı' | 'ɨ' | 'ɩ' => 'i',
        'ᴊ' | 'ʝ' | 'ȷ' => 'j',
        'ᴋ' | 'ƙ' => 'k',
        'ʟ' | 'ɭ' | 'ł' | 'ƚ' => 'l',
        'ᴍ' | 'ɱ' => 'm',
        'ɴ' | 'ɳ' | 'ŋ' | 'ɲ' => 'n',
        'ᴏ' | 'ø' | 'ɵ' => 'o',
        'ᴘ' | 'ƥ' => 'p',
        'ǫ' | 'ɋ' => 'q',
        'ʀ' | 'ɾ' | 'ɽ' => 'r',
        'ꜱ' | 'ʂ' => 's',
        'ᴛ' | 'ƭ' | 'ʈ' | 'ŧ' => 't',
        'ᴜ' | 'ʊ' | 'ʉ' => 'u',
        'ᴠ' | 'ʋ' => 'v',
        'ᴡ' => 'w',
        'ʏ' | 'ƴ' => 'y',
        'ᴢ' | 'ʐ' | 'ƶ' => 'z',
        '\u{1f150}'..='\u{1f169}' => badge_letter(c, 0x1f150),
        '\u{1f170}'..='\u{1f189}' => badge_letter(c, 0x1f170),
        '\u{1f1e6}'..='\u{1f1ff}' => badge_letter(c, 0x1f1e6),
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2500}'..='\u{2501}'
        | '\u{2e3a}'..='\u{2e3b}' => '-',
        '\u{2039}' | '\u{27e8}' | '\u{3008}' => '<',
        '\u{203a}' | '\u{27e9}' | '\u{3009}' => '>',
        '\u{2018}'..='\u{2019}' => '\'',
        '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        '\u{201c}'..='\u{201f}' | '\u{2033}' => '"',
        _ => c,
    }
}

fn badge_letter(c: char, first: u32) -> char {
    char::from_u32(u32::from('A') + (u32::from(c) - first)).unwrap_or(c)
}
