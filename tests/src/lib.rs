//! Builders and checks for tests over the real core, and the hosts that try Cairn from outside.

pub mod desk;
pub mod host;

use cairn_core::backlog::{NewItem, Place};
use cairn_core::ids::ItemId;
use cairn_core::snapshot::ItemChanges;
use cairn_core::{Edit, Outcome, Product, Records, Snapshot};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

pub mod random;

/// A moment of a day, one hour east of Greenwich.
pub fn at(day: &str) -> DateTime<FixedOffset> {
    format!("{day}T09:42:00+01:00").parse().unwrap()
}

/// A day.
pub fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// The day most tests take place on.
pub const TODAY: &str = "2026-11-26";

/// A product in memory with one item a line.
pub fn product(titles: &str) -> Product {
    let mut product = Product::in_memory("Test", at(TODAY)).unwrap();
    let items: Vec<NewItem> = titles.lines().filter(|line| !line.is_empty()).map(item).collect();
    if !items.is_empty() {
        product.apply(Edit::AddItems { items, place: Place::Bottom }, at(TODAY)).unwrap();
    }
    product
}

/// A new item with a title.
pub fn item(title: &str) -> NewItem {
    NewItem { title: title.into(), ..NewItem::default() }
}

/// The id of the item with that title, whatever its state.
pub fn id(product: &Product, title: &str) -> ItemId {
    let found = product.filter_all("").unwrap();
    found.iter().find(|item| item.title == title).unwrap_or_else(|| panic!("no item {title}")).id
}

/// The titles in order, one a line.
pub fn order(product: &Product) -> String {
    let items = product.items();
    items
        .iter()
        .filter(|item| item.position.is_some())
        .map(|item| item.title.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Rows of tables by name.
pub type Tables = BTreeMap<String, Vec<Map<String, Value>>>;

/// Everything in the file but the journal.
pub fn content(product: &Product) -> Tables {
    let mut tables = product.tables().unwrap();
    tables.retain(|table, _| table != "operation" && table != "change");
    tables
}

/// A page that keeps itself true with nothing but what outcomes tell.
pub struct Page {
    /// What it shows.
    pub snapshot: Snapshot,
}

impl Page {
    /// Loads a product.
    pub fn load(product: &mut Product) -> Self {
        Self { snapshot: product.load(at(TODAY)).unwrap() }
    }

    /// Patches itself as [`ItemChanges`] says.
    pub fn accept(&mut self, outcome: &Outcome) {
        let changes = outcome.changes.clone();
        let page = &mut self.snapshot;
        macro_rules! take {
            ($($field:ident),+) => {$(if let Some(new) = changes.$field { page.$field = new; })+};
        }
        take!(settings, goals, sprints, stakeholders, views, date_lines, closed_days, slices, kept, finish);
        macro_rules! take_records {
            // All of them, or it doesn't compile.
            ($($list:ident),+) => {
                let Records { $($list),+ } = changes.records;
                $(if $list.is_some() { page.records.$list = $list; })+
            };
        }
        take_records!(
            needs,
            business_goals,
            questions,
            conflicts,
            feedback,
            assumptions,
            learnings,
            decisions,
            delegations,
            pairs,
            misunderstandings
        );
        page.today = page.finish.as_of;
        page.counts = changes.counts;
        page.undo = outcome.undo.clone();
        page.redo = outcome.redo.clone();
        let ItemChanges { put, removed } = changes.items;
        let touched = |id: ItemId| removed.contains(&id) || put.iter().any(|item| item.id == id);
        let (mut order, mut containers): (Vec<_>, Vec<_>) =
            page.items.drain(..).filter(|item| !touched(item.id)).partition(|item| !item.container);
        let mut placed: Vec<_> = put.iter().filter(|item| item.position.is_some()).cloned().collect();
        placed.sort_by_key(|item| item.position);
        for item in placed {
            order.insert(item.position.unwrap() as usize - 1, item);
        }
        for (item, position) in order.iter_mut().zip(1..) {
            item.position = Some(position);
        }
        containers.extend(put.into_iter().filter(|item| item.container));
        containers.sort_by_key(|item| item.id);
        order.extend(containers);
        page.items = order;
    }

    /// Fails unless the page equals what a load would show now.
    pub fn check(&self, product: &mut Product) {
        self.check_on(product, TODAY);
    }

    /// Fails unless the page equals what a load would show on a day.
    pub fn check_on(&self, product: &mut Product, day: &str) {
        let fresh = product.load(at(day)).unwrap();
        assert_eq!(self.snapshot, fresh, "the patched page differs from a fresh load");
    }
}

/// Applies edits to a product of those titles and compares the order; then undoes everything,
/// compares, and redoes it, with the page patched all the way.
pub fn check(
    titles: &str,
    edits: impl IntoIterator<Item = impl Fn(&Product) -> Edit>,
    expected: &str,
) -> Product {
    let mut product = product(titles);
    check_edits(&mut product, edits);
    assert_eq!(order(&product), expected);
    product
}

/// Applies edits, then undoes and redoes them all, comparing contents at every step.
pub fn check_edits(product: &mut Product, edits: impl IntoIterator<Item = impl Fn(&Product) -> Edit>) {
    let mut page = Page::load(product);
    let mut states = vec![content(product)];
    for edit in edits {
        let outcome = product.apply(edit(product), at(TODAY)).unwrap();
        page.accept(&outcome);
        page.check(product);
        if outcome.done.is_some() {
            states.push(content(product));
        }
    }
    for state in states.iter().rev().skip(1) {
        let outcome = product.undo(at(TODAY)).unwrap();
        page.accept(&outcome);
        page.check(product);
        assert_eq!(&content(product), state, "undo leads back");
    }
    for state in states.iter().skip(1) {
        let outcome = product.redo(at(TODAY)).unwrap();
        page.accept(&outcome);
        page.check(product);
        assert_eq!(&content(product), state, "redo leads forward again");
    }
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
}
