//! The limiter's table under every order in which its threads may run, and under every
//! value that the memory model lets them read (the crate loom: CDSChecker's method).
//!
//! The table's own files, built on loom's atomics and lock instead of the library's.

#![allow(
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "tests fail by panicking, and use less of the files than the library does"
)]

#[path = "../src/limit/decision.rs"]
mod decision;
#[path = "../src/limit/gcra.rs"]
mod gcra;
#[path = "../src/limit/quota.rs"]
mod quota;
#[path = "../src/limit/table.rs"]
mod table;

mod sync {
    pub(super) use loom::sync::Mutex;
    pub(super) use loom::sync::atomic::{AtomicU64, Ordering};
}

use std::time::Duration;

use decision::Decision;
use loom::sync::Arc;
use loom::thread;
use quota::Quota;
use table::Table;

/// A call: whose, and when.
type Call = (u64, u64);

const F: u64 = 1;
const G: u64 = 2;
const H: u64 = 3;
/// Who hold their slots for longer than a test lasts.
const OTHERS: [u64; 4] = [101, 102, 103, 104];

/// `burst` at once, and one more in each ten nanoseconds.
fn quota(burst: u32) -> Quota {
    Quota::new(1, Duration::from_nanos(10), burst).unwrap()
}

/// One set of four slots, of which so many are taken for long.
struct Set {
    table: Arc<Table>,
    quota: Quota,
}

impl Set {
    fn new(taken: usize, burst: u32) -> Self {
        let table = Arc::new(Table::new(1, 4));
        let long = Quota::new(1, Duration::from_secs(1), 1).unwrap();
        for other in &OTHERS[..taken] {
            assert!(table.charge(*other, 0, &long, 1).is_allowed());
        }
        let quota = quota(burst);
        Self { table, quota }
    }

    fn allows(&self, (key, now): Call) -> bool {
        self.table.charge(key, now, &self.quota, 1).is_allowed()
    }

    /// Makes the calls of each thread in their order, those of different threads in any;
    /// what was allowed.
    fn race<const N: usize>(&self, threads: [&'static [Call]; N]) -> [Vec<bool>; N] {
        let run = |calls: &'static [Call]| {
            let (table, quota) = (self.table.clone(), self.quota);
            let set = Self { table, quota };
            move || calls.iter().map(|call| set.allows(*call)).collect()
        };
        // The last are made by this thread: each one more multiplies the orders.
        let (own, others) = threads.split_last().unwrap();
        let others: Vec<_> = others
            .iter()
            .map(|calls| thread::spawn(run(calls)))
            .collect();
        let own = run(own)();
        let mut answers: Vec<Vec<bool>> = others.into_iter().map(|t| t.join().unwrap()).collect();
        answers.push(own);
        answers.try_into().unwrap()
    }
}

fn allowed(answers: &[Vec<bool>]) -> usize {
    answers.iter().flatten().filter(|allowed| **allowed).count()
}

fn every_order(test: impl Fn() + Sync + Send + 'static) {
    loom::model(test);
}

/// Every order with at most three switches away from a thread that could go on: all
/// orders of three threads take too long.
fn most_orders(test: impl Fn() + Sync + Send + 'static) {
    let mut model = loom::model::Builder::new();
    model.preemption_bound = Some(3);
    model.check(test);
}

#[test]
fn threads_that_charge_one_slot_get_exactly_the_burst() {
    every_order(|| {
        let set = Set::new(3, 4);
        assert!(set.allows((F, 0)));
        let answers = set.race([&[(F, 0), (F, 0)], &[(F, 0), (F, 0)]]);
        assert_eq!(allowed(&answers), 3, "{answers:?}");
        assert!(set.allows((F, 10)) && !set.allows((F, 10)));
    });
}

#[test]
fn three_threads_get_exactly_the_burst() {
    most_orders(|| {
        let set = Set::new(3, 3);
        assert!(set.allows((F, 0)));
        let answers = set.race([&[(F, 0)], &[(F, 0)], &[(F, 0)]]);
        assert_eq!(allowed(&answers), 2, "{answers:?}");
    });
}

#[test]
fn newcomers_of_one_key_find_one_slot() {
    every_order(|| {
        let set = Set::new(2, 2);
        let answers = set.race([&[(F, 0), (F, 0)], &[(F, 0)]]);
        assert_eq!(allowed(&answers), 2, "{answers:?}");
        assert!(!set.allows((F, 9)) && set.allows((F, 10)));
    });
}

#[test]
fn newcomers_race_for_the_last_slot_and_one_overflows() {
    every_order(|| {
        let set = Set::new(3, 1);
        let answers = set.race([&[(F, 0)], &[(G, 0)]]);
        assert_eq!(allowed(&answers), 2, "{answers:?}");
        for key in [F, G] {
            assert!(!set.allows((key, 9)));
        }
    });
}

#[test]
fn those_in_the_overflow_share_one_burst() {
    every_order(|| {
        let set = Set::new(4, 2);
        let answers = set.race([&[(F, 0), (F, 0)], &[(G, 0), (H, 0)]]);
        assert_eq!(allowed(&answers), 2, "{answers:?}");
        for key in [F, G, H] {
            assert!(!set.allows((key, 0)));
        }
    });
}

/// F's bucket is full again at 10, and its slot the only one that is free.
fn with_a_free_slot_of_f(burst: u32) -> Set {
    let set = Set::new(3, burst);
    for _ in 0..burst {
        assert!(set.allows((F, 0)));
    }
    set
}

#[test]
fn a_slot_is_given_away_while_its_key_charges_it() {
    every_order(|| {
        let set = with_a_free_slot_of_f(1);
        let [f, g] = set.race([&[(F, 10), (F, 10)], &[(G, 10), (G, 10)]]);
        assert_eq!((f, g), (vec![true, false], vec![true, false]));
        for key in [F, G] {
            assert!(!set.allows((key, 19)));
        }
    });
}

#[test]
fn a_slot_is_given_away_while_two_threads_charge_it() {
    most_orders(|| {
        let set = with_a_free_slot_of_f(1);
        let [f, g, more] = set.race([&[(F, 10)], &[(G, 10)], &[(F, 10)]]);
        assert_eq!((allowed(&[f, more]), allowed(&[g])), (1, 1));
        for key in [F, G] {
            assert!(!set.allows((key, 19)));
        }
    });
}

/// Another slot is free as well, so nobody has to go to the overflow, whose debt would hide
/// that F's was forgotten.
#[test]
fn who_comes_back_in_time_keeps_the_slot() {
    every_order(|| {
        let set = Set::new(2, 1);
        assert!(set.allows((F, 0)) && set.allows((H, 1)));
        let [f, g] = set.race([&[(F, 11), (F, 11)], &[(G, 11)]]);
        assert_eq!((f, g), (vec![true, false], vec![true]));
        for key in [F, G] {
            assert!(!set.allows((key, 20)) && set.allows((key, 21)));
        }
    });
}

/// Were F charged to G's bucket, G would miss a token of its two.
#[test]
fn a_slot_that_was_given_away_is_charged_by_its_new_key_only() {
    every_order(|| {
        let set = with_a_free_slot_of_f(2);
        let [f, g] = set.race([&[(F, 20)], &[(G, 20), (G, 20)]]);
        assert_eq!((f, g), (vec![true], vec![true, true]));
        assert!(set.allows((F, 20)) || !set.allows((G, 29)));
    });
}

/// A thread that read the clock before the slot was given away comes after it.
#[test]
fn whose_slot_was_given_away_does_not_come_back_in_time() {
    every_order(|| {
        let set = with_a_free_slot_of_f(1);
        let [f, _] = set.race([&[(F, 9)], &[(G, 10)]]);
        assert!(f == [false] || !set.allows((F, 19)));
        assert!(set.allows((F, 20)));
    });
}

/// F's slot becomes G's and F's again, while another thread charges F.
#[test]
fn a_slot_comes_back_to_its_key() {
    every_order(|| {
        let set = with_a_free_slot_of_f(1);
        let [f, rest] = set.race([&[(F, 10)], &[(G, 10), (F, 20)]]);
        assert_eq!(rest, [true, true], "F at 10: {f:?}");
        assert!(!set.allows((F, 29)) && set.allows((F, 30)));
    });
}

#[test]
fn what_costs_nothing_takes_no_slot() {
    every_order(|| {
        let set = with_a_free_slot_of_f(1);
        let (table, quota) = (set.table.clone(), set.quota);
        let peek = thread::spawn(move || table.charge(G, 10, &quota, 0));
        assert!(set.allows((F, 10)));
        assert!(peek.join().unwrap().is_allowed());
        assert!(!set.allows((F, 19)));
    });
}
