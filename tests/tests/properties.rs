//! Random edits over the real core: whatever is done, the page stays true, undo leads back, redo
//! leads forward again, and each past day is what was seen then.

use cairn_core::backlog::Item;
use cairn_core::{Product, Snapshot};
use cairn_tests::*;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;
use std::path::Path;

/// What decides one step: numbers from which its verb and arguments are chosen.
type Numbers = [u16; 24];

fn steps(count: usize) -> impl Strategy<Value = Vec<Numbers>> {
    prop::collection::vec(prop::array::uniform24(any::<u16>()), 1..count)
}

/// Dice that show some numbers in turn, then zeros.
fn dice(numbers: &Numbers) -> impl FnMut(usize) -> usize + '_ {
    let mut left = numbers.iter();
    move |count| left.next().map_or(0, |number| usize::from(*number) % count)
}

fn start() -> DateTime<FixedOffset> {
    at(TODAY)
}

/// The page at a moment has positions without gaps, and the file is sound.
fn sound(product: &mut Product, page: &Snapshot) {
    let mut positions = page.items.iter().map_while(|item| item.position);
    assert!((1..).zip(&mut positions).all(|(expected, position)| expected == position));
    let containers = page.items.iter().filter(|item| item.position.is_none());
    assert!(containers.clone().all(|item| item.container));
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
}

fn opened_anew(path: &Path, now: DateTime<FixedOffset>) -> Snapshot {
    Product::open_to_read(path, now).unwrap().load(now).unwrap()
}

/// Runs steps, half a minute apart, with the page patched from outcomes alone. Returns the content
/// after each step of the journal that undo would take back.
fn run(product: &mut Product, path: &Path, steps: &[Numbers]) -> Vec<Tables> {
    let mut now = start();
    let mut page = Page { snapshot: product.load(now).unwrap() };
    let mut states = vec![content(product)];
    let mut last = 0;
    for numbers in steps {
        // Now and then the page is left open over midnight and is told of it by the edit alone.
        let edit = random::edit(product, now, &mut dice(numbers));
        let days = if numbers[23].is_multiple_of(16) { i64::from(numbers[22] % 9) } else { 0 };
        now += TimeDelta::days(days) + TimeDelta::seconds(30);
        let told = format!("{edit:?}");
        match product.apply(edit, now) {
            Ok(outcome) => {
                page.accept(&outcome);
                let after = content(product);
                match outcome.done {
                    // Saves of one field join, so that the state between them can't be gone back to.
                    Some(line) if line.operation.0 == last => *states.last_mut().unwrap() = after,
                    Some(line) => {
                        last = line.operation.0;
                        states.push(after);
                    }
                    None => assert_eq!(states.last(), Some(&after), "no step, but a change: {told}"),
                }
            }
            Err(_) => {
                assert_eq!(states.last(), Some(&content(product)), "refused, but changed: {told}");
                if days > 0 {
                    page = Page { snapshot: product.load(now).unwrap() };
                }
            }
        }
        let fresh = product.load(now).unwrap();
        assert_eq!(page.snapshot, fresh, "the patched page differs after {told}");
        sound(product, &fresh);
        assert_eq!(opened_anew(path, now), fresh, "opened anew it differs after {told}");
    }
    for state in states.iter().rev().skip(1) {
        page.accept(&product.undo(now).unwrap());
        assert_eq!(page.snapshot, product.load(now).unwrap(), "the patched page differs after undo");
        assert_eq!(&content(product), state, "undo leads back");
    }
    assert!(product.undo(now).is_err());
    for state in states.iter().skip(1) {
        page.accept(&product.redo(now).unwrap());
        assert_eq!(page.snapshot, product.load(now).unwrap(), "the patched page differs after redo");
        assert_eq!(&content(product), state, "redo leads forward again");
    }
    assert!(product.redo(now).is_err());
    let last = product.load(now).unwrap();
    sound(product, &last);
    states
}

/// The items of a past or present day: in order, then the containers by id.
fn shown(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| (item.position.unwrap_or(u32::MAX), item.id));
    items
}

/// `PROPTEST_CASES` asks for more.
fn config(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn any_edits_keep_the_page_true_and_can_be_undone(steps in steps(60)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.cairn");
        let mut product = Product::create(&path, "Test", start()).unwrap();
        run(&mut product, &path, &steps);
    }

    #[test]
    fn every_past_day_is_what_was_seen_then(days in prop::collection::vec(steps(10), 1..8)) {
        let mut product = Product::in_memory("Test", start()).unwrap();
        let mut now = start();
        let mut seen: Vec<(NaiveDate, Vec<Item>)> = Vec::new();
        for steps in &days {
            for numbers in steps {
                now += TimeDelta::seconds(30);
                let mut dice = dice(numbers);
                match dice(9) {
                    0 => drop(product.undo(now)),
                    1 => drop(product.redo(now)),
                    _ => {
                        let edit = random::edit(&mut product, now, &mut dice);
                        drop(product.apply(edit, now));
                    }
                }
            }
            seen.push((now.date_naive(), shown(product.load(now).unwrap().items)));
            now += TimeDelta::days(1 + i64::from(steps[0][0] % 9));
            product.load(now).unwrap();
        }
        for (day, items) in seen {
            prop_assert_eq!(&shown(product.day(day).unwrap().items), &items, "{}", day);
        }
    }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    #[ignore = "takes minutes"]
    fn soak_many_edits_keep_the_page_true_and_can_be_undone(steps in steps(300)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.cairn");
        let mut product = Product::create(&path, "Test", start()).unwrap();
        run(&mut product, &path, &steps);
    }
}
