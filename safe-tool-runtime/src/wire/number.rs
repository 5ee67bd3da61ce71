//! Numbers: their grammar, their length, and whether they fit a double.

/// The longest literal, in bytes: the shortest spelling of any double or 64-bit integer has
/// at most 24.
pub(super) const MAX_LITERAL_BYTES: usize = 32;

/// Where in a number's grammar the scanner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Minus,
    Zero,
    Integer,
    Dot,
    Fraction,
    E,
    Sign,
    Exponent,
}

impl Part {
    /// Where a number begins, if this byte begins one.
    pub(super) fn beginning(byte: u8) -> Option<Self> {
        match byte {
            b'-' => Some(Self::Minus),
            b'0' => Some(Self::Zero),
            b'1'..=b'9' => Some(Self::Integer),
            _ => None,
        }
    }

    /// The next part, or `None` if the byte is not the number's.
    pub(super) fn next(self, byte: u8) -> Option<Self> {
        match (self, byte) {
            (Self::Minus, b'0') => Some(Self::Zero),
            (Self::Minus, b'1'..=b'9') | (Self::Integer, b'0'..=b'9') => Some(Self::Integer),
            (Self::Zero | Self::Integer, b'.') => Some(Self::Dot),
            (Self::Dot | Self::Fraction, b'0'..=b'9') => Some(Self::Fraction),
            (Self::Zero | Self::Integer | Self::Fraction, b'e' | b'E') => Some(Self::E),
            (Self::E, b'+' | b'-') => Some(Self::Sign),
            (Self::E | Self::Sign | Self::Exponent, b'0'..=b'9') => Some(Self::Exponent),
            _ => None,
        }
    }

    /// Whether a number may end here.
    pub(super) fn is_end(self) -> bool {
        matches!(
            self,
            Self::Zero | Self::Integer | Self::Fraction | Self::Exponent
        )
    }
}

/// The length of a number without an exponent that ends within these bytes, and is not too
/// long. Anything else is left to be read byte by byte.
#[inline]
pub(super) fn plain_number(bytes: &[u8]) -> Option<usize> {
    let digits_from = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let start = usize::from(bytes.first() == Some(&b'-'));
    let integer = digits_from(start);
    let mut len = start + integer;
    if integer == 0 || (integer > 1 && bytes.get(start) == Some(&b'0')) {
        return None;
    }
    if bytes.get(len) == Some(&b'.') {
        let fraction = digits_from(len + 1);
        if fraction == 0 {
            return None;
        }
        len += 1 + fraction;
    }
    let is_over = matches!(
        bytes.get(len),
        Some(b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t')
    );
    (is_over && len <= MAX_LITERAL_BYTES).then_some(len)
}

/// A number's literal, as far as it is kept.
#[derive(Default)]
pub(super) struct Literal {
    bytes: [u8; MAX_LITERAL_BYTES],
    len: usize,
}

impl Literal {
    pub(super) fn clear(&mut self) {
        self.len = 0;
    }

    /// Adds a byte; more than one beyond the longest are not counted.
    #[inline]
    pub(super) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
        }
        self.len = (self.len + 1).min(MAX_LITERAL_BYTES + 1);
    }

    /// The text, unless it was too long.
    pub(super) fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes.get(..self.len)?).ok()
    }

    /// Whether it is a finite double. Without an exponent, 32 digits always are.
    pub(super) fn is_finite(&self, end: Part) -> bool {
        end != Part::Exponent
            || self
                .text()
                .and_then(|text| text.parse::<f64>().ok())
                .is_some_and(f64::is_finite)
    }
}
