//! The arithmetic of a bucket: the generic cell rate algorithm of ITU-T I.371
//! (also the ATM Forum's Traffic Management 4.0), in its virtual scheduling
//! form.
//!
//! A bucket is one number, its *theoretical arrival time* (TAT): the moment at
//! which it will be full again. That is a token bucket seen from the other
//! side. One token is `interval` nanoseconds, spending it moves the TAT that
//! far into the future, and time refills the bucket by passing. A TAT that is
//! not in the future is a full bucket, whatever its value, so an unused bucket
//! needs no state, and 0 will do for it.

use std::time::Duration;

use super::{Decision, Quota};

/// Charges `cost` tokens at the moment `now` to the bucket that is full again
/// at `tat`, both in nanoseconds from one same origin.
///
/// Gives the bucket's new TAT, which after a denial is the old one. Two calls
/// at one `now` share what there is, and an earlier `now` only finds the bucket
/// emptier: no tokens come from a clock that stands still or goes backwards.
pub(super) fn charge(tat: u64, now: u64, quota: &Quota, cost: u32) -> (u64, Decision) {
    // All the bucket holds is less than the call costs.
    let Some(spare) = quota.burst().checked_sub(cost) else {
        return (tat, Decision::NEVER);
    };
    // Neither product overflows: `Quota` holds burst × interval within a u64.
    let interval = quota.interval().get();
    let price = u64::from(cost) * interval;
    // How much may be spent already for the price still to be there.
    let tolerance = u64::from(spare) * interval;

    let spent = tat.saturating_sub(now);
    let Some(left) = tolerance.checked_sub(spent) else {
        let retry_after = Duration::from_nanos(spent - tolerance);
        return (tat, Decision::Denied { retry_after });
    };
    // Only at the end of a clock of 584 years; better denied than not counted.
    let Some(charged) = tat.max(now).checked_add(price) else {
        return (tat, Decision::NEVER);
    };
    // `left` is at most burst × interval, so the quotient is at most the burst.
    let remaining = u32::try_from(left / quota.interval()).unwrap_or(quota.burst());
    (charged, Decision::Allowed { remaining })
}
