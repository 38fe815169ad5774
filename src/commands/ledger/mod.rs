//! Unread is one ledger: after each step of thousands of random histories every count that the server tells is the one
//! that a simple model keeps, and leads to something that can be read.

mod house;
mod model;
mod steps;
mod story;

use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};

use self::house::House;
use self::story::Story;

/// Histories that are replayed unless the environment's LEDGER_HISTORIES says otherwise, as `scripts/test` and
/// `scripts/torture` do.
const HISTORIES: u32 = 100;

/// Each with a server of its own.
const THREADS: u32 = 2;

fn histories() -> u32 {
    let given = std::env::var("LEDGER_HISTORIES").ok();
    given.map_or(HISTORIES, |number| number.parse().expect("LEDGER_HISTORIES is a number"))
}

/// Replays `number` histories on one server.
fn replay(number: u32) {
    let persistence = Some(Box::new(FileFailurePersistence::Off) as _);
    let config = Config { cases: number, failure_persistence: persistence, max_shrink_iters: 400, ..Config::default() };
    let house = std::cell::RefCell::new(House::new());
    let outcome = TestRunner::new(config).run(&steps::history(), |steps| {
        let mut house = house.borrow_mut();
        Story::begin(&mut house).play(&steps)
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    let House { taken, refused, .. } = *house.borrow();
    // Many a step is one that its person may not take, as it should be; a third at least must do something.
    let all = taken + refused;
    assert!(taken * 3 > all, "of {all} steps only {taken} were taken");
}

#[test]
fn every_count_of_unread_is_the_one_that_a_simple_ledger_keeps() {
    let number = histories().div_ceil(THREADS);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(move || replay(number))).collect();
        for thread in threads {
            if let Err(why) = thread.join() {
                std::panic::resume_unwind(why);
            }
        }
    });
}
