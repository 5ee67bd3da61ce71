use safe_tool::safe_tool;

use crate::{accepts, refuses};

#[safe_tool]
struct Integers {
    #[range(1, 50)]
    count: u32,
    #[range(-5..=5)]
    offset: i64,
    #[multiple_of(5)]
    step: u8,
    #[range(10..)]
    low: i16,
    any: u64,
}

#[safe_tool]
struct Floats {
    #[range(0.0, 1.0)]
    ratio: f64,
    #[range(..=2)]
    small: f32,
    any: f32,
}

#[test]
fn integer_bounds_are_inclusive() {
    for (count, offset) in [(1, -5), (50, 5)] {
        let value =
            accepts!(Integers, {"count": count, "offset": offset, "step": 5, "low": 10, "any": 0});
        assert_eq!((value.count, value.offset), (count, offset));
    }
    refuses!(
        Integers,
        {"count": 0, "offset": -6, "step": 7, "low": 9, "any": -1},
        "/any range", "/count range", "/low range", "/offset range", "/step multiple_of"
    );
    refuses!(
        Integers,
        {"count": 51, "offset": 6, "step": 256, "low": 40_000, "any": 1},
        "/count range", "/low range", "/offset range", "/step range"
    );
}

#[test]
fn a_float_without_a_fraction_is_an_integer() {
    let value = accepts!(Integers, {"count": 5.0, "offset": -0.0, "step": 1e1, "low": 1e2, "any": 9_007_199_254_740_992.0});
    assert_eq!((value.count, value.offset, value.step), (5, 0, 10));
    assert_eq!(value.any, 1 << 53);
    refuses!(
        Integers,
        {"count": 5.5, "offset": 1e300, "step": 0, "low": 10, "any": 1.8e19},
        "/any range", "/count type", "/offset range"
    );
    let any = u64::MAX;
    assert_eq!(
        accepts!(Integers, {"count": 1, "offset": 0, "step": 0, "low": 10, "any": any}).any,
        any
    );
}

#[test]
fn nothing_else_is_a_number() {
    refuses!(
        Integers,
        {"count": "5", "offset": true, "step": null, "low": [10], "any": {"a": 1}},
        "/any type", "/count type", "/low type", "/offset type", "/step type"
    );
    refuses!(Floats, {"ratio": "0.5", "small": null, "any": true}, "/any type", "/ratio type", "/small type");
}

#[test]
fn floats_are_checked_before_they_are_narrowed() {
    let value = accepts!(Floats, {"ratio": 0, "small": 2, "any": -1.5});
    assert_eq!((value.ratio, value.small, value.any), (0.0, 2.0, -1.5));
    refuses!(
        Floats,
        {"ratio": 1.000_000_000_1, "small": 2.000_000_01, "any": 1e39},
        "/any range", "/ratio range", "/small range"
    );
}

#[test]
fn an_integer_for_a_float_is_compared_before_it_is_rounded() {
    #[safe_tool]
    struct Exact {
        #[range(-9007199254740992.0..=9007199254740992.0)]
        float: f64,
    }
    accepts!(Exact, {"float": 9007199254740992_u64});
    refuses!(Exact, {"float": 9007199254740993_u64}, "/float range");
    refuses!(Exact, {"float": (-9007199254740993_i64)}, "/float range");
}
