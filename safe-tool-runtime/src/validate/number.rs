//! Numbers and booleans: `range` and `multiple_of`.

use std::marker::PhantomData;

use serde_json::{Value, json};

use super::{Cursor, JsonObject, Rule, Schemas, schema::object};

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
}

impl<T: Integer> Rule for IntegerRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        "an integer"
    }

    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<T> {
        if value < self.min || value > self.max {
            return at.reject(
                "range",
                format_args!("must be between {} and {}", self.min, self.max),
            );
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
        if value.fract() == 0.0 && value.abs() <= MAX_EXACT {
            return self.integer(value as i128, at);
        }
        at.reject(
            "type",
            format_args!("must be an integer between {} and {}", self.min, self.max),
        )
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        let mut schema = object(json!({ "type": "integer" }));
        let mut bound = |name: &str, value: i128| {
            // What does not fit a JSON number's usual 64 bits is no bound in practice.
            let number = i64::try_from(value)
                .map(Value::from)
                .or_else(|_| u64::try_from(value).map(Value::from));
            if let Ok(number) = number {
                schema.insert(name.into(), number);
            }
        };
        bound("minimum", self.min);
        bound("maximum", self.max);
        if let Some(divisor) = self.multiple_of {
            bound("multipleOf", divisor);
        }
        schema
    }
}

/// Rust's float types.
pub trait Float: Copy {
    /// Largest finite value.
    const MAX: f64;
    /// The nearest value of the type.
    fn narrow(value: f64) -> Self;
}

impl Float for f64 {
    const MAX: f64 = f64::MAX;
    fn narrow(value: f64) -> Self {
        value
    }
}

impl Float for f32 {
    const MAX: f64 = f32::MAX as f64;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounds; the range was checked"
    )]
    fn narrow(value: f64) -> Self {
        value as f32
    }
}

/// The rule of a float field; integers are floats too. The range is checked as `f64`,
/// before narrowing.
#[derive(Clone, Copy, Debug)]
pub struct FloatRule<T> {
    min: Option<f64>,
    max: Option<f64>,
    value: PhantomData<fn() -> T>,
}

/// Any finite float.
pub fn float<T: Float>() -> FloatRule<T> {
    let limit = (T::MAX < f64::MAX).then_some(T::MAX);
    FloatRule {
        min: limit.map(|max| -max),
        max: limit,
        value: PhantomData,
    }
}

impl<T> FloatRule<T> {
    /// Inclusive lower bound.
    pub fn min(mut self, min: f64) -> Self {
        self.min = Some(min);
        self
    }

    /// Inclusive upper bound.
    pub fn max(mut self, max: f64) -> Self {
        self.max = Some(max);
        self
    }
}

impl<T: Float> Rule for FloatRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        "a number"
    }

    #[expect(clippy::cast_precision_loss, reason = "the field is a float")]
    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<T> {
        self.float(value as f64, at)
    }

    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<T> {
        let inside = value.is_finite()
            && self.min.is_none_or(|min| value >= min)
            && self.max.is_none_or(|max| value <= max);
        if inside {
            return Some(T::narrow(value));
        }
        match (self.min, self.max) {
            (Some(min), Some(max)) => {
                at.reject("range", format_args!("must be between {min} and {max}"))
            }
            (Some(min), None) => at.reject("range", format_args!("must be at least {min}")),
            (None, Some(max)) => at.reject("range", format_args!("must be at most {max}")),
            (None, None) => at.reject("range", "must be a finite number"),
        }
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        let mut schema = object(json!({ "type": "number" }));
        if let Some(min) = self.min {
            schema.insert("minimum".into(), min.into());
        }
        if let Some(max) = self.max {
            schema.insert("maximum".into(), max.into());
        }
        schema
    }
}

/// The rule of a `bool` field.
#[derive(Clone, Copy, Debug)]
pub struct BooleanRule;

/// `true` or `false`, and nothing that merely looks like them.
pub fn boolean() -> BooleanRule {
    BooleanRule
}

impl Rule for BooleanRule {
    type Value = bool;

    fn expected(&self) -> &'static str {
        "true or false"
    }

    fn boolean(&self, value: bool, _: &mut Cursor<'_>) -> Option<bool> {
        Some(value)
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        object(json!({ "type": "boolean" }))
    }
}
