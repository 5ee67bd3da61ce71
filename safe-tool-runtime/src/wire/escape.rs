//! Escapes in strings: `\n`, `\u0041`, `\ud83d\ude00`.

use super::fault::Fault;
use super::scanner::{Scanner, State};

const HEX_DIGITS: u8 = 4;

impl Scanner {
    /// Reads the next byte of an escape; where to go on.
    #[inline]
    pub(super) fn escape(&mut self, bytes: &[u8], at: usize) -> usize {
        let Some(&byte) = bytes.get(at) else {
            return at;
        };
        match (self.state, byte) {
            (State::DeepEscape, _) => self.state = State::DeepText,
            (State::Escape, b'u') | (State::LowU, b'u') => {
                self.state = State::Hex {
                    digits_left: HEX_DIGITS,
                    unit: 0,
                };
            }
            (State::Escape, _) => match simple(byte) {
                Some(meant) => {
                    self.add(&[meant]);
                    self.state = State::Text;
                }
                None => self.break_off(),
            },
            (State::LowBackslash, b'\\') => self.state = State::LowU,
            // What follows half a pair is not the other half: it is read for itself.
            (State::LowBackslash, _) => {
                self.half();
                self.state = State::Text;
                return at;
            }
            (State::LowU, _) => {
                self.half();
                self.state = State::Escape;
                return at;
            }
            (State::Hex { digits_left, unit }, _) => self.hex(byte, digits_left, unit),
            _ => {}
        }
        at + 1
    }

    fn hex(&mut self, byte: u8, digits_left: u8, unit: u16) {
        let Some(digit) = char::from(byte).to_digit(16) else {
            return self.break_off();
        };
        let unit = (unit << 4) | digit as u16;
        if digits_left > 1 {
            self.state = State::Hex {
                digits_left: digits_left - 1,
                unit,
            };
            return;
        }
        self.state = State::Text;
        match (self.text.high.take(), unit) {
            (Some(high), 0xdc00..=0xdfff) => {
                let pair = (u32::from(high - 0xd800) << 10) | u32::from(unit - 0xdc00);
                self.add_char(char::from_u32(0x1_0000 + pair));
            }
            (Some(_), _) => {
                self.fault(Fault::Surrogate);
                self.add_unit(unit);
            }
            (None, _) => self.add_unit(unit),
        }
    }

    /// Adds a unit that is not the second of a pair.
    fn add_unit(&mut self, unit: u16) {
        match unit {
            0xd800..=0xdbff => {
                self.text.high = Some(unit);
                self.state = State::LowBackslash;
            }
            0xdc00..=0xdfff => self.half(),
            _ => self.add_char(char::from_u32(u32::from(unit))),
        }
    }

    /// Half of a pair is alone.
    fn half(&mut self) {
        self.text.high = None;
        self.fault(Fault::Surrogate);
    }

    fn add_char(&mut self, character: Option<char>) {
        let mut buffer = [0; 4];
        let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
        self.add(character.encode_utf8(&mut buffer).as_bytes());
    }

    fn add(&mut self, bytes: &[u8]) {
        self.lengthen(bytes.len());
        self.keep(bytes);
    }
}

/// What `\` and this byte mean.
#[inline]
pub(super) fn simple(byte: u8) -> Option<u8> {
    Some(match byte {
        b'"' | b'\\' | b'/' => byte,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        _ => return None,
    })
}
