//! What a product owner does, as data: start, edits, expected order. Every journey also undoes
//! and redoes itself.

use cairn_core::backlog::{Field, Place, State};
use cairn_core::sprint::SprintFields;
use cairn_core::{Edit, Product};
use cairn_tests::*;

fn moving(title: &'static str, place: Place) -> Box<dyn Fn(&Product) -> Edit> {
    Box::new(move |product| Edit::MoveItems { ids: vec![id(product, title)], place, reason: String::new() })
}

fn setting(title: &'static str, change: Field) -> Box<dyn Fn(&Product) -> Edit> {
    Box::new(move |product| Edit::ChangeItems {
        ids: vec![id(product, title)],
        changes: vec![change.clone()],
    })
}

fn sprint(number: u32, first: &str, last: &str) -> Box<dyn Fn(&Product) -> Edit> {
    let (first, last) = (Some(day(first)), Some(day(last)));
    let fields = SprintFields { number, first, last, ..SprintFields::default() };
    Box::new(move |_| Edit::AddSprint { fields: fields.clone() })
}

#[test]
fn moving_to_the_top_keeps_the_rest_in_order() {
    check("A\nB\nC", [moving("C", Place::Top)], "C\nA\nB");
}

#[test]
fn moving_to_a_position_counts_without_the_moved_item() {
    check("A\nB\nC\nD", [moving("A", Place::Position { position: 3 })], "B\nC\nA\nD");
}

#[test]
fn a_block_lands_together_and_keeps_its_order() {
    let block: Box<dyn Fn(&Product) -> Edit> = Box::new(|product| Edit::MoveItems {
        ids: vec![id(product, "E"), id(product, "B")],
        place: Place::Before { id: id(product, "A") },
        reason: "together".into(),
    });
    let product = check("A\nB\nC\nD\nE", [block], "B\nE\nA\nC\nD");
    let reasons: Vec<_> =
        product.history(None, None, 10).unwrap().into_iter().filter_map(|line| line.reason).collect();
    assert_eq!(reasons, ["together"]);
}

#[test]
fn sprint_items_stand_on_top_and_return_to_their_rank() {
    let product = check(
        "A\nB\nC\nD",
        [
            sprint(1, "2026-11-23", "2026-12-04"),
            setting("C", Field::State(State::InSprint)),
            setting("D", Field::State(State::InSprint)),
            moving("D", Place::Top),
        ],
        "D\nC\nA\nB",
    );
    drop(product);
    check(
        "A\nB\nC\nD",
        [
            sprint(1, "2026-11-23", "2026-12-04"),
            setting("C", Field::State(State::InSprint)),
            setting("C", Field::State(State::Ready)),
        ],
        "A\nB\nC\nD",
    );
}

#[test]
fn dropping_among_sprint_items_selects_for_the_sprint() {
    let product =
        check("A\nB\nC", [setting("C", Field::State(State::InSprint)), moving("B", Place::Top)], "B\nC\nA");
    assert_eq!(product.list_item(id(&product, "B")).unwrap().state, State::InSprint);
}

#[test]
fn between_sprints_nothing_is_in_sprint() {
    let product = check(
        "A\nB",
        [setting("B", Field::State(State::InSprint)), sprint(1, "2026-11-02", "2026-11-13")],
        "A\nB",
    );
    assert_eq!(product.list_item(id(&product, "B")).unwrap().state, State::Ready);
}

#[test]
fn an_item_with_parts_leaves_the_order() {
    let product = check(
        "Theme\nA\nB",
        [Box::new(|product: &Product| Edit::ChangeItems {
            ids: vec![id(product, "A"), id(product, "B")],
            changes: vec![Field::PartOf(Some(id(product, "Theme")))],
        })],
        "A\nB",
    );
    assert!(product.list_item(id(&product, "Theme")).unwrap().container);
}

#[test]
fn done_and_declined_items_leave_the_order_and_come_back() {
    let finish: Box<dyn Fn(&Product) -> Edit> =
        Box::new(|product| Edit::FinishItems { ids: vec![id(product, "A")], on: day("2026-11-24") });
    let decline: Box<dyn Fn(&Product) -> Edit> = Box::new(|product| Edit::DeclineItems {
        ids: vec![id(product, "B")],
        reason: "nobody asked twice".into(),
        revisit: None,
        assumption: None,
    });
    let reopen: Box<dyn Fn(&Product) -> Edit> =
        Box::new(|product| Edit::ReopenItems { ids: vec![id(product, "A")] });
    check("A\nB\nC", [finish, decline, reopen], "A\nC");
}

#[test]
fn a_split_stays_in_its_place() {
    let split: Box<dyn Fn(&Product) -> Edit> = Box::new(|product| Edit::SplitItem {
        id: id(product, "B"),
        titles: vec!["B1".into(), "B2".into(), "B3".into()],
    });
    check("A\nB\nC", [split], "A\nB1\nB2\nB3\nC");
}

#[test]
fn parts_of_an_item_in_the_sprint_are_in_the_sprint() {
    for (inside, order) in [("A", "A1\nA2\nB\nC"), ("B", "A\nB1\nB2\nC")] {
        let product = check(
            "A\nB\nC",
            [
                setting("A", Field::State(State::InSprint)),
                setting("B", Field::State(State::InSprint)),
                Box::new(move |product: &Product| Edit::SplitItem {
                    id: id(product, inside),
                    titles: vec![format!("{inside}1"), format!("{inside}2")],
                }),
            ],
            order,
        );
        let second = product.list_item(id(&product, &format!("{inside}2"))).unwrap();
        assert_eq!(second.state, State::InSprint);
    }
}

#[test]
fn several_fields_change_in_one_step() {
    let both: Box<dyn Fn(&Product) -> Edit> = Box::new(|product| Edit::ChangeItems {
        ids: vec![id(product, "B")],
        changes: vec![Field::Size(Some(3.0)), Field::State(State::Done), Field::DoneOn(day("2026-11-20"))],
    });
    let product = check("A\nB\nC", [both], "A\nC");
    let line = &product.history(None, None, 1).unwrap()[0];
    assert_eq!(line.text, "Redone: Changed the size, the state, the finish date of “B”");
}

#[test]
fn a_merge_keeps_labels_and_wants() {
    let label: Box<dyn Fn(&Product) -> Edit> = Box::new(|product| Edit::LabelItems {
        ids: vec![id(product, "B")],
        add: vec!["tech".into()],
        remove: vec![],
    });
    let merge: Box<dyn Fn(&Product) -> Edit> =
        Box::new(|product| Edit::MergeItems { into: id(product, "A"), ids: vec![id(product, "B")] });
    let product = check("A\nB\nC", [label, merge], "A\nC");
    assert_eq!(product.list_item(id(&product, "A")).unwrap().labels, ["tech"]);
}

#[test]
fn saves_of_one_field_join_and_undo_as_one() {
    let mut product = product("A");
    let item = id(&product, "A");
    let before = content(&product);
    for body in ["H", "He", "Hello"] {
        let change = Field::Body(body.into());
        product.apply(Edit::ChangeItems { ids: vec![item], changes: vec![change] }, at(TODAY)).unwrap();
    }
    assert_eq!(product.item(item).unwrap().body, "Hello");
    assert_eq!(product.history(Some(item), None, 10).unwrap().len(), 2);
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);
    product.redo(at(TODAY)).unwrap();
    assert_eq!(product.item(item).unwrap().body, "Hello");
}

#[test]
fn a_new_edit_clears_what_could_be_redone() {
    let mut product = product("A\nB");
    product.undo(at(TODAY)).unwrap();
    product.apply(Edit::AddItems { items: vec![item("X")], place: Place::Bottom }, at(TODAY)).unwrap();
    assert!(product.redo(at(TODAY)).is_err());
    assert_eq!(order(&product), "X");
}

#[test]
fn a_past_day_is_what_was_seen_then() {
    let mut product = product("A\nB\nC");
    let top = |product: &Product, title| Edit::MoveItems {
        ids: vec![id(product, title)],
        place: Place::Top,
        reason: "for the board".into(),
    };
    let edit = top(&product, "C");
    product.apply(edit, at("2026-11-27")).unwrap();
    let edit = top(&product, "B");
    product.apply(edit, at("2026-11-30")).unwrap();
    product.undo(at("2026-12-01")).unwrap();
    let shown = |day_text: &str| -> Vec<String> {
        product.day(day(day_text)).unwrap().items.into_iter().map(|item| item.title).collect()
    };
    assert_eq!(shown("2026-11-25"), Vec::<String>::new());
    assert_eq!(shown("2026-11-26"), ["A", "B", "C"]);
    assert_eq!(shown("2026-11-28"), ["C", "A", "B"]);
    assert_eq!(shown("2026-11-30"), ["B", "C", "A"]);
    assert_eq!(shown("2026-12-01"), ["C", "A", "B"]);
    assert_eq!(product.day(day("2026-11-28")).unwrap().since.len(), 2);
}

#[test]
fn undo_lasts_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.cairn");
    let mut product = Product::create(&path, "Test", at(TODAY)).unwrap();
    product.apply(Edit::AddItems { items: vec![item("A")], place: Place::Bottom }, at(TODAY)).unwrap();
    drop(product);
    let mut product = Product::open(&path, at(TODAY)).unwrap();
    product.undo(at(TODAY)).unwrap();
    assert_eq!(order(&product), "");
    drop(product);
    let mut product = Product::open(&path, at(TODAY)).unwrap();
    product.redo(at(TODAY)).unwrap();
    assert_eq!(order(&product), "A");
}

#[test]
fn an_edit_on_a_new_day_tells_the_page_of_the_new_day() {
    let mut product = product("A\nB\nC");
    for edit in [sprint(1, "2026-11-16", TODAY), setting("C", Field::State(State::InSprint))] {
        product.apply(edit(&product), at(TODAY)).unwrap();
    }
    let mut page = Page::load(&mut product);
    assert_eq!(order(&product), "C\nA\nB");
    let refused = Edit::DeleteItems { ids: vec![] };
    assert!(product.apply(refused, at("2026-11-27")).is_err());
    let edit = setting("A", Field::Title("A!".into()))(&product);
    page.accept(&product.apply(edit, at("2026-11-28")).unwrap());
    page.check_on(&mut product, "2026-11-28");
    assert_eq!(order(&product), "A!\nB\nC");
}

#[test]
fn a_container_that_loses_very_many_parts_leaves_the_page() {
    let parts = (0..2_100).map(|n| format!("Part {n}\n")).collect::<String>();
    let mut product = product(&format!("Theme\nOther\n{parts}"));
    let theme = id(&product, "Theme");
    let ids: Vec<_> = product.items().into_iter().skip(2).map(|item| item.id).collect();
    let mut page = Page::load(&mut product);
    for edit in [
        Edit::ChangeItems { ids: ids.clone(), changes: vec![Field::PartOf(Some(theme))] },
        Edit::FinishItems { ids: vec![theme], on: day(TODAY) },
        Edit::DeleteItems { ids },
    ] {
        page.accept(&product.apply(edit, at(TODAY)).unwrap());
        page.check(&mut product);
    }
    assert_eq!(order(&product), "Other");
}
