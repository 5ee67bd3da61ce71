//! Integers: `range` and `multiple_of`.

use std::marker::PhantomData;

use serde_json::{Value, json};

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas,
    schema::{object, remark},
};

/// Largest magnitude below which every integer has an exact `f64`: 2^53.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// Rust's integer types.
pub trait Integer: Copy {
    /// Smallest value.
    const MIN: i128;
    /// Largest value (of `u128`: the largest that fits `i128`).
    const MAX: i128;
    /// The value, if the type holds it.
    fn narrow(value: i128) -> Option<Self>;
}

macro_rules! integers {
    ($($int:ty),*) => {$(
        impl Integer for $int {
            const MIN: i128 = <$int>::MIN as i128;
            const MAX: i128 = if <$int>::MAX as u128 > i128::MAX as u128 {
                i128::MAX
            } else {
                <$int>::MAX as i128
            };
            fn narrow(value: i128) -> Option<Self> {
                value.try_into().ok()
            }
        }
    )*};
}
integers!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

/// The rule of an integer field. A float without a fraction is an integer, as JSON
/// Schema has it, up to 2^53 in magnitude: beyond that its digits are not exact.
#[derive(Clone, Copy, Debug)]
pub struct IntegerRule<T> {
    min: i128,
    max: i128,
    multiple_of: Option<i128>,
    value: PhantomData<fn() -> T>,
}

/// Any integer that the type holds.
pub fn integer<T: Integer>() -> IntegerRule<T> {
    IntegerRule {
        min: T::MIN,
        max: T::MAX,
        multiple_of: None,
        value: PhantomData,
    }
}

impl<T> IntegerRule<T> {
    /// Inclusive lower bound.
    pub fn min(mut self, min: i128) -> Self {
        self.min = self.min.max(min);
        self
    }

    /// Inclusive upper bound.
    pub fn max(mut self, max: i128) -> Self {
        self.max = self.max.min(max);
        self
    }

    /// Must be a multiple of `divisor`, which is positive.
    pub fn multiple_of(mut self, divisor: i128) -> Self {
        self.multiple_of = Some(divisor);
        self
    }

    #[cold]
    fn outside(&self, at: &mut Cursor<'_>) -> Option<T> {
        at.reject(
            "range",
            format_args!("must be between {} and {}", self.min, self.max),
        )
    }
}

impl<T: Integer> Rule for IntegerRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        "an integer"
    }

    #[inline]
    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<T> {
        if value < self.min || value > self.max {
            return self.outside(at);
        }
        if let Some(divisor) = self.multiple_of
            && value.checked_rem(divisor) != Some(0)
        {
            return at.reject(
                "multiple_of",
                format_args!("must be a multiple of {divisor}"),
            );
        }
        // Within [min, max], which lies within the type.
        T::narrow(value)
    }

    #[expect(clippy::cast_possible_truncation, reason = "no fraction, at most 2^53")]
    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<T> {
        if value.fract() != 0.0 {
            return at.reject("type", "must be an integer, not a fraction");
        }
        if value.abs() > MAX_EXACT {
            // Its digits are not all there, so nobody can say which integer is meant.
            return at.reject(
                "range",
                "must be written in digits, as a whole number of at most 64 bits",
            );
        }
        self.integer(value as i128, at)
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        let mut schema = object(json!({ "type": "integer" }));
        // JSON's numbers arrive in 64 bits, whatever the field could hold.
        let (least, most) = (i128::from(i64::MIN), i128::from(u64::MAX));
        let mut bound = |name: &str, value: i128| {
            let number = serde_json::Number::from_i128(value.clamp(least, most));
            schema.extend(number.map(|number| (name.to_owned(), Value::Number(number))));
        };
        bound("minimum", self.min);
        bound("maximum", self.max);
        if let Some(divisor) = self.multiple_of {
            bound("multipleOf", divisor);
        }
        let exact = -(1 << 53)..=1 << 53;
        if !exact.contains(&self.min) || !exact.contains(&self.max) {
            remark(
                &mut schema,
                "Beyond 2^53, written in digits: without fraction or exponent.",
            );
        }
        schema
    }

    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let number = |value: i128| serde_json::Number::from_i128(value).map(Value::Number);
        let step = self.multiple_of.unwrap_or(1);
        // The outermost multiples of those that JSON writes.
        let least = self.min.max(i64::MIN.into());
        let least = least.saturating_add((-least).rem_euclid(step));
        let most = self.max.min(u64::MAX.into());
        let most = most - most.rem_euclid(step);
        let takes = |value: &i128| (least..=most).contains(value);

        let mut probes = Probes::of(Value::is_number);
        // Zero first: a custom check is likely to take it.
        let others = (0_i128..)
            .map(|n| least.saturating_add(n.saturating_mul(step)))
            .take_while(takes);
        probes.valid = std::iter::once(0)
            .filter(takes)
            .chain(others.filter(|value| *value != 0))
            .take(examples.wanted())
            .filter_map(number)
            .collect();
        probes.inside = [
            least,
            least.saturating_add(step),
            most.saturating_sub(step),
            most,
        ]
        .into_iter()
        .filter(takes)
        .filter_map(number)
        .collect();
        for value in [self.min.checked_sub(1), self.max.checked_add(1)] {
            if let Some(outside) = value.and_then(number) {
                probes.outside(outside, "range");
            }
        }
        if step > 1 && takes(&(least + 1)) {
            number(least + 1)
                .into_iter()
                .for_each(|value| probes.outside(value, "multiple_of"));
        }
        // `5.0` is an integer, a fraction is none, and nobody knows which 1e300 is.
        if least.abs() <= 1 << 53 && takes(&least) {
            probes.inside(least as f64);
        }
        probes.outside(0.5, "type");
        probes.outside(1e300, "range");
        probes
    }
}
