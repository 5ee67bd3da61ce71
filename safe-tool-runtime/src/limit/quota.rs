//! How many calls in how much time, as plain data and as text.

use std::convert::Infallible;
use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Deserializer, de};

/// So many tokens per period, and a burst: how many may be spent at once by
/// someone who has spent none for a while.
///
/// Written as text it is `60/min`, `5/h`, `10/500ms` or `120/min burst 20`.
/// Units are `d`, `h`, `min` (or `m`), `s`, `ms`, `us` and `ns`; the burst is
/// the number of tokens unless it is given.
///
/// ```
/// use safe_tool_runtime::limit::Quota;
///
/// let quota: Quota = "120/min burst 20".parse()?;
/// assert_eq!((quota.tokens(), quota.burst()), (120, 20));
/// assert_eq!("60/60s".parse::<Quota>()?.to_string(), "60/min");
/// # Ok::<(), safe_tool_runtime::limit::QuotaError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quota {
    tokens: u32,
    per: Duration,
    burst: u32,
    /// Nanoseconds from one token to the next; follows from `tokens` and `per`.
    interval: NonZeroU64,
}

impl Quota {
    /// 60 per minute, all 60 of which may come at once.
    pub const DEFAULT: Self = match Self::new(60, Duration::from_secs(60), 60) {
        Some(quota) => quota,
        // Decided by the compiler: a constant that got here would not build.
        None => panic!("60 per minute is a quota"),
    };

    /// `tokens` per `per`, of which `burst` may be spent at once.
    ///
    /// `None` if one of them is zero, if there is more than one token a
    /// nanosecond, or if the whole burst would take more than `u64::MAX` ns
    /// (584 years) to come back.
    ///
    /// The time from one token to the next is rounded up to whole nanoseconds,
    /// so a quota is never looser than it says: exact for `100000000/s`
    /// (10 ns) and `60/min`; `7/s` is slower by one part in 10^9.
    #[must_use]
    pub const fn new(tokens: u32, per: Duration, burst: u32) -> Option<Self> {
        let period = per.as_nanos();
        if tokens == 0 || burst == 0 || period < tokens as u128 {
            return None;
        }
        let interval = period.div_ceil(tokens as u128);
        if interval > (u64::MAX / burst as u64) as u128 {
            return None;
        }
        // The cast keeps the value: the bound above is at most `u64::MAX`.
        match NonZeroU64::new(interval as u64) {
            Some(interval) => Some(Self {
                tokens,
                per,
                burst,
                interval,
            }),
            None => None,
        }
    }

    /// This quota times `factor`: the tokens come so much faster, and the burst is so
    /// much larger (rounded down, at least 1).
    ///
    /// `None` if that is no quota: for a factor that is 0, negative or not a number, or
    /// for one that leads out of what [`new`](Self::new) takes.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a cast from a float saturates; a period is exact up to 104 days"
    )]
    pub fn scaled(&self, factor: f64) -> Option<Self> {
        if !(factor > 0.0 && factor.is_finite()) {
            return None;
        }
        let nanos = (self.per.as_nanos() as f64 / factor).ceil();
        if nanos >= u64::MAX as f64 {
            return None;
        }
        let burst = (f64::from(self.burst) * factor) as u32;
        Self::new(
            self.tokens,
            Duration::from_nanos(nanos as u64),
            burst.max(1),
        )
    }

    /// Tokens that come in each period.
    #[must_use]
    pub const fn tokens(&self) -> u32 {
        self.tokens
    }

    /// The period in which they come.
    #[must_use]
    pub const fn per(&self) -> Duration {
        self.per
    }

    /// Tokens that may be spent at once, and that an unused bucket holds.
    #[must_use]
    pub const fn burst(&self) -> u32 {
        self.burst
    }

    /// Nanoseconds in which one token comes, rounded up. The product with any
    /// number up to the burst fits in a `u64`.
    pub(super) const fn interval(&self) -> NonZeroU64 {
        self.interval
    }
}

/// Why a text is not a [`Quota`]. It does not repeat the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuotaError {
    /// Not of the accepted form.
    #[error(
        "a rate limit is written <tokens>/<period>, with an optional ` burst <tokens>`: \
         `60/min`, `10/500ms`, `120/min burst 20` (units: d, h, min, s, ms, us, ns)"
    )]
    Form,
    /// Of the accepted form, but its numbers make no quota.
    #[error(
        "in a rate limit <tokens>/<period>, the tokens, the period and the burst are at least 1, \
         there is at most one token a nanosecond, and the burst comes back within 584 years"
    )]
    Range,
}

/// The name of each unit and its nanoseconds, the largest first; of two names
/// the one that is written comes first.
const UNITS: [(&str, u128); 8] = [
    ("d", 86_400 * NANOS_PER_SEC),
    ("h", 3_600 * NANOS_PER_SEC),
    ("min", 60 * NANOS_PER_SEC),
    ("m", 60 * NANOS_PER_SEC),
    ("s", NANOS_PER_SEC),
    ("ms", 1_000_000),
    ("us", 1_000),
    ("ns", 1),
];
const NANOS_PER_SEC: u128 = 1_000_000_000;

impl FromStr for Quota {
    type Err = QuotaError;

    fn from_str(text: &str) -> Result<Self, QuotaError> {
        let (tokens, rest) = text.split_once('/').ok_or(QuotaError::Form)?;
        let tokens = number(tokens.trim())?;

        let mut words = rest.split_whitespace();
        let per = period(words.next().ok_or(QuotaError::Form)?)?;
        let burst = match (words.next(), words.next(), words.next()) {
            (None, ..) => tokens,
            (Some("burst"), Some(burst), None) => number(burst)?,
            _ => return Err(QuotaError::Form),
        };
        Self::new(tokens, per, burst).ok_or(QuotaError::Range)
    }
}

/// Reads `min` or `500ms`.
fn period(word: &str) -> Result<Duration, QuotaError> {
    let unit_at = word
        .find(|c: char| !c.is_ascii_digit())
        .ok_or(QuotaError::Form)?;
    let (count, unit) = word.split_at(unit_at);
    let count: u128 = if count.is_empty() { 1 } else { number(count)? };
    let (_, size) = UNITS
        .iter()
        .find(|(name, _)| *name == unit)
        .ok_or(QuotaError::Form)?;

    let nanos = count.checked_mul(*size).ok_or(QuotaError::Range)?;
    let secs = u64::try_from(nanos / NANOS_PER_SEC).map_err(|_| QuotaError::Range)?;
    // The cast keeps the value: a remainder is below 10^9.
    Ok(Duration::new(secs, (nanos % NANOS_PER_SEC) as u32))
}

impl TryFrom<&str> for Quota {
    type Error = QuotaError;

    fn try_from(text: &str) -> Result<Self, QuotaError> {
        text.parse()
    }
}

impl From<Infallible> for QuotaError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// From text, as in a configuration file.
impl<'de> Deserialize<'de> for Quota {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// Reads digits, and digits only: `parse` alone would take `+60`.
fn number<T: FromStr>(digits: &str) -> Result<T, QuotaError> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(QuotaError::Form);
    }
    digits.parse().map_err(|_| QuotaError::Range)
}

/// The shortest text that parses back to the same quota.
impl fmt::Display for Quota {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let period = self.per.as_nanos();
        let (unit, size) = UNITS
            .iter()
            .find(|(_, size)| period.is_multiple_of(*size))
            .unwrap_or(&("ns", 1));

        write!(f, "{}/", self.tokens)?;
        match period / size {
            1 => write!(f, "{unit}")?,
            count => write!(f, "{count}{unit}")?,
        }
        if self.burst != self.tokens {
            write!(f, " burst {}", self.burst)?;
        }
        Ok(())
    }
}
