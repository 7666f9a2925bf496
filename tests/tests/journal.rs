//! The journal: what is taken back, told and joined, and what a crash leaves.

use cairn_core::backlog::{Field, NewItem, Place, State};
use cairn_core::ids::{ItemId, OperationId};
use cairn_core::import::{Imported, ImportedBacklog, ImportedItem};
use cairn_core::snapshot::HistoryKind;
use cairn_core::stakeholder::StakeholderFields;
use cairn_core::{Edit, Product};
use cairn_tests::*;

/// Copies what a crash right now would leave on the disk.
fn crashed(path: &std::path::Path) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("p.cairn");
    for suffix in ["", "-wal"] {
        let from = format!("{}{suffix}", path.display());
        if std::fs::exists(&from).unwrap() {
            std::fs::copy(from, format!("{}{suffix}", copy.display())).unwrap();
        }
    }
    (folder, copy)
}

#[test]
fn a_crash_right_after_creation_leaves_a_product_that_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.cairn");
    let mut product = Product::create(&path, "Test", at(TODAY)).unwrap();
    let (_kept, copy) = crashed(&path);
    assert_eq!(order(&Product::open(&copy, at(TODAY)).unwrap()), "");
    product.apply(Edit::AddItems { items: vec![item("A")], place: Place::Top }, at(TODAY)).unwrap();
    let (_kept, copy) = crashed(&path);
    assert_eq!(order(&Product::open(&copy, at(TODAY)).unwrap()), "A");
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{names:?}");
}

#[test]
fn joined_saves_reach_page_and_search() {
    let mut product = product("A");
    let item = id(&product, "A");
    let mut page = Page::load(&mut product);
    for (title, body) in [("B", "willow"), ("C", "poplar"), ("D", "rowan")] {
        for change in
            [Field::Title(title.into()), Field::Title(format!("{title}!")), Field::Body(body.into())]
        {
            let edit = Edit::ChangeItems { ids: vec![item], changes: vec![change] };
            page.accept(&product.apply(edit, at(TODAY)).unwrap());
            page.check(&mut product);
        }
    }
    for body in ["rowan and willow", "alder"] {
        let edit = Edit::ChangeItems { ids: vec![item], changes: vec![Field::Body(body.into())] };
        product.apply(edit, at(TODAY)).unwrap();
    }
    assert_eq!(product.search("alder", 9).len(), 1);
    assert_eq!(product.search("rowan", 9).len(), 0);
}

/// A file of another tool with this many rows, all open, each third part of the one before.
fn file(rows: usize) -> ImportedBacklog {
    let items = (0..rows)
        .map(|n| ImportedItem {
            line: n + 2,
            external_id: Some(format!("T-{n}")),
            title: format!("Title {n}"),
            kind: None,
            state: Some(State::Ready),
            source_state: Some("To Do".into()),
            size: Some((n % 8) as f64),
            labels: vec![format!("label {}", n % 5)],
            parent: (n % 3 == 1).then(|| format!("T-{}", n - 1)),
            body: (n % 2 == 0).then(|| format!("What {n} is about")),
            url: None,
            sprints: Vec::new(),
            created_on: Some(day("2026-10-01")),
            started_on: None,
            done_on: None,
            stages: Vec::new(),
        })
        .collect();
    ImportedBacklog {
        source: "jira".into(),
        file: "export.csv".into(),
        known_until: Some(day("2026-11-20")),
        stages: Vec::new(),
        sprints: Vec::new(),
        items,
    }
}

/// How many rows of the journal there are.
fn journal_rows(product: &Product) -> usize {
    product.tables().unwrap()["change"].len()
}

#[test]
fn undo_of_a_large_import_leads_back_to_empty_and_redo_brings_it_back() {
    let mut product = product("");
    let before = content(&product);
    let (Imported { counts, .. }, outcome) =
        product.import(&file(10_000), at(TODAY), &mut |_, _| true).unwrap();
    assert_eq!((counts.added, counts.updated, counts.unchanged), (10_000, 0, 0));
    assert!(outcome.done.unwrap().text.contains("export.csv"));
    assert!(journal_rows(&product) < 20_000, "insertions in bulk are ranges: {}", journal_rows(&product));
    let after = content(&product);
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);
    assert!(product.items().is_empty());
    product.redo(at(TODAY)).unwrap();
    assert_eq!(content(&product), after);
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);
}

#[test]
fn insertions_of_an_import_are_one_range_a_table() {
    let mut product = product("");
    let mut plain = file(500);
    for item in &mut plain.items {
        (item.parent, item.body, item.labels) = (None, None, Vec::new());
    }
    product.import(&plain, at(TODAY), &mut |_, _| true).unwrap();
    let tables = product.tables().unwrap();
    let ranges: Vec<_> = tables["change"]
        .iter()
        .map(|row| {
            (row["table"].as_str().unwrap(), row["row"].as_i64().unwrap(), row["last"].as_i64().unwrap())
        })
        .collect();
    assert_eq!(ranges, [("import", 1, 1), ("item", 1, 500)]);
}

#[test]
fn importing_the_same_file_again_changes_nothing_and_leaves_no_step() {
    let mut product = product("Own");
    product.import(&file(60), at(TODAY), &mut |_, _| true).unwrap();
    let (before, steps) = (content(&product), product.history(None, None, 99).unwrap().len());
    let (Imported { counts, .. }, outcome) = product.import(&file(60), at(TODAY), &mut |_, _| true).unwrap();
    assert_eq!((counts.added, counts.updated, counts.unchanged), (0, 0, 60));
    assert_eq!(outcome.done, None);
    assert_eq!(content(&product), before);
    assert_eq!(product.history(None, None, 99).unwrap().len(), steps);
}

#[test]
fn a_later_import_merges_and_leaves_own_order_and_words_alone() {
    let mut product = product("");
    product.import(&file(6), at(TODAY), &mut |_, _| true).unwrap();
    let moved = id(&product, "Title 5");
    product
        .apply(Edit::MoveItems { ids: vec![moved], place: Place::Top, reason: String::new() }, at(TODAY))
        .unwrap();
    let notes = Edit::ChangeItems { ids: vec![moved], changes: vec![Field::Notes("mine".into())] };
    product.apply(notes, at(TODAY)).unwrap();
    let before = content(&product);
    let mut later = file(8);
    later.items[5].title = "Renamed".into();
    later.items[2].size = None;
    let expected = product.try_import(&later, at(TODAY)).unwrap().counts;
    assert_eq!(content(&product), before, "a trial changes nothing");
    let (Imported { counts, .. }, _) = product.import(&later, at(TODAY), &mut |_, _| true).unwrap();
    assert_eq!(counts, expected);
    assert_eq!((counts.added, counts.updated, counts.unchanged), (2, 1, 5));
    assert_eq!(order(&product).lines().next(), Some("Renamed"));
    assert_eq!(order(&product).lines().next_back(), Some("Title 7"));
    assert_eq!(product.item(moved).unwrap().notes, "mine");
    assert_eq!(product.list_item(id(&product, "Title 2")).unwrap().size, Some(2.0), "no size says nothing");
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);
}

#[test]
fn an_import_that_fails_leaves_nothing_behind() {
    let mut product = product("A");
    let before = content(&product);
    let mut circle = file(9);
    circle.items[0].parent = Some("T-1".into());
    assert!(product.import(&circle, at(TODAY), &mut |_, _| true).is_err());
    let mut untitled = file(9);
    untitled.items[8].title = " ".into();
    assert!(product.import(&untitled, at(TODAY), &mut |_, _| true).is_err());
    assert_eq!(content(&product), before);
    // The journal still notes every row.
    product.apply(Edit::AddItems { items: vec![item("B")], place: Place::Top }, at(TODAY)).unwrap();
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);
}

#[test]
fn deleting_an_item_takes_all_that_is_its_own_and_undo_brings_it_back() {
    let mut product = product("Theme\nA");
    let (theme, a) = (id(&product, "Theme"), id(&product, "A"));
    let person = StakeholderFields { name: "Maria".into(), ..StakeholderFields::default() };
    let person = product.apply(Edit::AddStakeholder { fields: person }, at(TODAY)).unwrap().created[0];
    for edit in [
        Edit::AddItems { items: vec![NewItem { part_of: Some(a), ..item("Part") }], place: Place::Bottom },
        Edit::LabelItems { ids: vec![a], add: vec!["x".into(), "y".into()], remove: vec![] },
        Edit::Want {
            stakeholder: cairn_core::ids::StakeholderId(person),
            items: vec![a, theme],
            strength: 3,
            why: "asked".into(),
            need: None,
        },
        Edit::AddLink { item: a, title: "Page".into(), url: "https://example.org".into() },
        Edit::AddRisk { item: a, text: "May be late".into(), probability: Some(30) },
        Edit::ChangeItems { ids: vec![a], changes: vec![Field::Body("Text".into())] },
        Edit::DeclineItems { ids: vec![a], reason: "too early".into(), revisit: None, assumption: None },
    ] {
        product.apply(edit, at(TODAY)).unwrap();
    }
    let (before, whole) = (content(&product), product.item(a).unwrap());
    let mut page = Page::load(&mut product);
    page.accept(&product.apply(Edit::DeleteItems { ids: vec![a] }, at(TODAY)).unwrap());
    page.check(&mut product);
    for table in ["label", "link", "risk", "not_doing", "item_text"] {
        assert_eq!(product.tables().unwrap()[table].len(), 0, "{table}");
    }
    assert_eq!(product.list_item(id(&product, "Part")).unwrap().part_of, None);
    page.accept(&product.undo(at(TODAY)).unwrap());
    page.check(&mut product);
    assert_eq!(content(&product), before);
    assert_eq!(product.item(a).unwrap(), whole);

    let gone = Edit::RemoveStakeholder { id: cairn_core::ids::StakeholderId(person) };
    page.accept(&product.apply(gone, at(TODAY)).unwrap());
    page.check(&mut product);
    assert!(product.item(theme).unwrap().wants.is_empty());
    page.accept(&product.undo(at(TODAY)).unwrap());
    page.check(&mut product);
    assert_eq!(content(&product), before);
}

#[test]
fn the_history_of_an_item_tells_its_own_steps_alone() {
    let mut product = product("A\nB");
    let (a, b) = (id(&product, "A"), id(&product, "B"));
    let title = |id: ItemId, title: &str| Edit::ChangeItems {
        ids: vec![id],
        changes: vec![Field::Title(title.into())],
    };
    product.apply(title(a, "Aa"), at(TODAY)).unwrap();
    product.apply(title(b, "Bb"), at(TODAY)).unwrap();
    product
        .apply(Edit::MoveItems { ids: vec![b], place: Place::Top, reason: "asked for".into() }, at(TODAY))
        .unwrap();
    product.undo(at(TODAY)).unwrap();
    let of = |item: ItemId| -> Vec<(HistoryKind, Option<(u32, u32)>)> {
        let lines = product.history(Some(item), None, 99).unwrap();
        lines.into_iter().map(|line| (line.kind, line.moved)).collect()
    };
    assert_eq!(of(a), [(HistoryKind::Edit, None); 2]);
    let moved = (HistoryKind::Edit, Some((2, 1)));
    assert_eq!(
        of(b),
        [(HistoryKind::Undo, None), moved, (HistoryKind::Edit, None), (HistoryKind::Edit, None)]
    );
    let newest = product.history(None, None, 2).unwrap();
    let older = product.history(None, Some(newest[1].operation), 99).unwrap();
    assert_eq!(newest.len() + older.len(), product.history(None, None, 99).unwrap().len());
    assert!(older.iter().all(|line| line.operation < newest[1].operation));
}

#[test]
fn a_reason_can_be_given_reworded_and_taken_back() {
    let mut product = product("A\nB");
    let b = id(&product, "B");
    let edit = Edit::MoveItems { ids: vec![b], place: Place::Top, reason: String::new() };
    let step = product.apply(edit, at(TODAY)).unwrap().done.unwrap().operation;
    let reason = |product: &Product| {
        product
            .history(None, None, 99)
            .unwrap()
            .into_iter()
            .find(|line| line.operation == step)
            .unwrap()
            .reason
    };
    let give = |text: &str| Edit::GiveReason { operation: step, reason: text.into() };
    product.apply(give("the board asked"), at(TODAY)).unwrap();
    product.apply(give("the board asked twice"), at(TODAY)).unwrap();
    assert_eq!(reason(&product).as_deref(), Some("the board asked twice"));
    product.undo(at(TODAY)).unwrap();
    assert_eq!(reason(&product).as_deref(), Some("the board asked"));
    product.apply(give(" "), at(TODAY)).unwrap();
    assert_eq!(reason(&product), None);
    assert_eq!(order(&product), "B\nA");
    let before = content(&product);
    let unknown = Edit::GiveReason { operation: OperationId(999), reason: "why".into() };
    assert!(product.apply(unknown, at(TODAY)).is_err());
    assert_eq!(content(&product), before);
}

#[test]
fn saves_of_one_field_join_only_within_a_minute_a_day_and_a_field() {
    let mut product = product("A\nB");
    let (a, b) = (id(&product, "A"), id(&product, "B"));
    let body =
        |id: ItemId, text: &str| Edit::ChangeItems { ids: vec![id], changes: vec![Field::Body(text.into())] };
    let steps = |product: &Product| product.history(None, None, 99).unwrap().len();
    let later = |seconds: i64| at(TODAY) + chrono::TimeDelta::seconds(seconds);
    let start = steps(&product);
    product.apply(body(a, "one"), later(0)).unwrap();
    product.apply(body(a, "one two"), later(30)).unwrap();
    assert_eq!(steps(&product), start + 1);
    product.apply(body(b, "other"), later(31)).unwrap();
    product.apply(body(a, "one two three"), later(32)).unwrap();
    assert_eq!(steps(&product), start + 3, "another item came between");
    product.apply(body(a, "much later"), later(32 + 61)).unwrap();
    assert_eq!(steps(&product), start + 4);
    product.undo(later(94)).unwrap();
    product.apply(body(a, "after an undo"), later(95)).unwrap();
    assert_eq!(steps(&product), start + 6);
    for expected in ["one two three", "one two", "one two", ""] {
        product.undo(later(96)).unwrap();
        assert_eq!(product.item(a).unwrap().body, expected);
    }
}

#[test]
fn a_text_that_an_import_gives_to_an_older_item_is_taken_back() {
    let mut product = product("");
    let mut rows = file(3);
    for row in &mut rows.items {
        row.body = None;
    }
    product.import(&rows, at(TODAY), &mut |_, _| true).unwrap();
    let last = id(&product, "Title 2");
    let body = Edit::ChangeItems { ids: vec![last], changes: vec![Field::Body("Own".into())] };
    product.apply(body, at(TODAY)).unwrap();
    let before = content(&product);
    rows.items[0].body = Some("What it is about".into());
    product.import(&rows, at(TODAY), &mut |_, _| true).unwrap();
    let after = content(&product);
    assert_eq!(product.item(id(&product, "Title 0")).unwrap().body, "What it is about");
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);
    product.redo(at(TODAY)).unwrap();
    assert_eq!(content(&product), after);
}

#[test]
fn a_row_that_an_import_made_and_took_away_again_does_not_come_back() {
    let mut product = product("A");
    let before = content(&product);
    let mut backlog = file(1);
    backlog.stages = vec!["Open".into(), "Done".into()];
    let (mut first, mut again) = (backlog.items[0].clone(), backlog.items[0].clone());
    first.stages = vec![Some(day(TODAY)), None];
    again.stages = vec![None, None];
    backlog.items = vec![first, again];
    product.import(&backlog, at(TODAY), &mut |_, _| true).unwrap();
    let after = content(&product);
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);
    product.redo(at(TODAY)).unwrap();
    assert_eq!(content(&product), after);
}
