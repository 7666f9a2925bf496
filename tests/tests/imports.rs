//! Bringing in what another tool says about Sprints.

use cairn_core::backlog::State;
use cairn_core::import::{ImportCounts, Imported, ImportedBacklog, ImportedItem, ImportedSprint};
use cairn_core::sprint::SprintFields;
use cairn_core::{Edit, Product};
use cairn_tests::*;
use chrono::FixedOffset;
use serde_json::Value;

/// A file of items, each a line: id, state, and the Sprints it names, all between bars.
fn file(items: &str, sprints: &[(&str, &str, &str)]) -> ImportedBacklog {
    let dated = |name: &str| sprints.iter().find(|(dated, ..)| *dated == name);
    let mut named: Vec<ImportedSprint> = Vec::new();
    let items = items.lines().enumerate().map(|(line, item)| {
        let mut cells = item.split('|').map(str::trim);
        let id = cells.next().unwrap().to_owned();
        let state = State::from_word(cells.next().unwrap());
        let sprints: Vec<String> = cells.map(str::to_owned).collect();
        for name in &sprints {
            if named.iter().all(|known| known.name != *name) {
                let days = dated(name).map(|(_, first, last)| (day(first), day(last)));
                let (first, last) = (days.map(|(first, _)| first), days.map(|(_, last)| last));
                named.push(ImportedSprint { name: name.clone(), first, last });
            }
        }
        ImportedItem {
            line: line + 2,
            external_id: Some(id.clone()),
            title: id,
            kind: None,
            state,
            source_state: None,
            size: None,
            labels: Vec::new(),
            parent: None,
            body: None,
            url: None,
            sprints,
            created_on: Some(day("2026-10-01")),
            started_on: None,
            done_on: None,
            stages: Vec::new(),
        }
    });
    let items = items.collect();
    let (source, file) = ("jira".to_owned(), "export.csv".to_owned());
    ImportedBacklog { source, file, known_until: None, stages: Vec::new(), sprints: named, items }
}

/// Brings a file in, and holds that undoing and redoing it and bringing it in again change nothing.
fn import(product: &mut Product, file: &ImportedBacklog) -> Imported {
    let before = content(product);
    let tried = product.try_import(file, at(TODAY)).unwrap();
    assert_eq!(content(product), before, "a try changes nothing");
    let (imported, _) = product.import(file, at(TODAY), &mut |_, _| true).unwrap();
    assert_eq!(imported, tried);
    let after = content(product);
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(product), before, "undone in one step");
    product.redo(at(TODAY)).unwrap();
    assert_eq!(content(product), after);
    let (again, outcome) = product.import(file, at(TODAY), &mut |_, _| true).unwrap();
    let unchanged = ImportCounts { unchanged: file.items.len(), ..ImportCounts::default() };
    assert_eq!((again.counts, outcome.done), (unchanged, None));
    assert_eq!(content(product), after, "again adds nothing");
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
    imported
}

/// The Sprints, each a line: number, name, days, and its items in the order of selection.
fn sprints(product: &Product) -> Vec<String> {
    let tables = product.tables().unwrap();
    let text =
        |row: &serde_json::Map<String, Value>, column: &str| row[column].as_str().unwrap_or("?").to_owned();
    let title = |id: &Value| {
        let item = tables["item"].iter().find(|item| item["id"] == *id);
        text(item.unwrap(), "title")
    };
    let mut rows: Vec<_> = tables["sprint"].iter().collect();
    rows.sort_by_key(|row| row["number"].as_i64());
    let line = |row: &serde_json::Map<String, Value>| {
        let selected = tables["sprint_item"].iter().filter(|selected| selected["sprint"] == row["id"]);
        let items: Vec<String> = selected.map(|selected| title(&selected["item"])).collect();
        let (first, last) = (text(row, "first"), text(row, "last"));
        format!("{} {:?} {first} {last}: {}", row["number"], text(row, "name"), items.join(" "))
    };
    rows.into_iter().map(line).collect()
}

fn add_sprint(product: &mut Product, number: u32, days: Option<(&str, &str)>) {
    let (first, last) = (days.map(|(first, _)| day(first)), days.map(|(_, last)| day(last)));
    let fields = SprintFields { number, first, last, ..SprintFields::default() };
    product.apply(Edit::AddSprint { fields }, at(TODAY)).unwrap();
}

#[test]
fn sprint_columns_become_sprints_with_their_items() {
    let mut product = product("Mine");
    let file = file(
        "A | done | Web Sprint 3 | Web Sprint 4\nB | done | Web Sprint 3\nC | ready | Web Sprint 4 | Alpha\nD | ready",
        &[("Web Sprint 3", "2026-11-02", "2026-11-13")],
    );
    let imported = import(&mut product, &file);
    assert_eq!(imported.counts, ImportCounts { added: 4, sprints: 3, ..ImportCounts::default() });
    assert_eq!(
        sprints(&product),
        [
            "3 \"Web Sprint 3\" 2026-11-02 2026-11-13: A B",
            "4 \"Web Sprint 4\" ? ?: A C",
            "5 \"Alpha\" ? ?: C"
        ]
    );
    assert_eq!(
        imported.warnings,
        ["The file does not say when 2 Sprints are, so they come in without days and never count as \
          running: Web Sprint 4, Alpha. Say their days in the settings."]
    );
}

#[test]
fn a_sprint_is_found_again_by_its_name_or_by_its_number() {
    let mut product = product("");
    add_sprint(&mut product, 7, Some(("2026-11-16", "2026-11-27")));
    add_sprint(&mut product, 8, None);
    import(
        &mut product,
        &file("A | ready | Web 7 | Web 8\nB | ready | App 7", &[("Web 8", "2026-11-30", "2026-12-11")]),
    );
    let expected = [
        "7 \"Web 7\" 2026-11-16 2026-11-27: A",
        "8 \"Web 8\" 2026-11-30 2026-12-11: A",
        "9 \"App 7\" ? ?: B",
    ];
    assert_eq!(sprints(&product), expected);

    // A number that Cairn gave to another one stays; days that Cairn holds are not written over.
    let id = product.load(at(TODAY)).unwrap().sprints[2].id;
    let (first, last) = (Some(day("2026-12-14")), Some(day("2026-12-23")));
    let fields = SprintFields { number: 40, name: "App 7".into(), first, last, ..SprintFields::default() };
    product.apply(Edit::ChangeSprint { id, fields }, at(TODAY)).unwrap();
    import(
        &mut product,
        &file("B | ready | App 7\nC | ready | App 7", &[("App 7", "2027-01-04", "2027-01-15")]),
    );
    assert_eq!(sprints(&product)[2], "40 \"App 7\" 2026-12-14 2026-12-23: B C");
}

#[test]
fn sprints_without_a_number_of_their_own_follow_in_the_order_of_their_days() {
    let mut product = product("");
    let file = file(
        "A | ready | Beta | Sprint 2026 | Alpha | Web 1 | App 1",
        &[("Beta", "2026-12-14", "2026-12-24"), ("Alpha", "2026-11-30", "2026-12-11")],
    );
    import(&mut product, &file);
    let names: Vec<String> =
        sprints(&product).iter().map(|line| line.split('?').next().unwrap().into()).collect();
    assert_eq!(names[0], "1 \"Web 1\" ");
    assert_eq!(
        &sprints(&product)[1..3],
        ["2 \"Alpha\" 2026-11-30 2026-12-11: A", "3 \"Beta\" 2026-12-14 2026-12-24: A"]
    );
    assert_eq!(names[3..], ["4 \"Sprint 2026\" ", "5 \"App 1\" "]);
}

#[test]
fn a_sprint_that_would_overlap_comes_in_without_days_and_says_so() {
    let mut product = product("");
    add_sprint(&mut product, 1, Some(("2026-11-16", "2026-11-27")));
    let file = file(
        "A | ready | Two | Three | Four",
        &[
            ("Two", "2026-11-26", "2026-12-04"),
            ("Three", "2026-12-07", "2026-12-18"),
            ("Four", "2026-12-17", "2026-12-24"),
        ],
    );
    let imported = import(&mut product, &file);
    assert_eq!(
        sprints(&product)[1..],
        ["2 \"Two\" ? ?: A", "3 \"Three\" 2026-12-07 2026-12-18: A", "4 \"Four\" ? ?: A"]
    );
    assert_eq!(
        imported.warnings,
        [
            "“Two” would overlap “Sprint 1”, so it is without days. Its items come in. Say its days in the settings.",
            "“Four” would overlap “Three”, so it is without days. Its items come in. Say its days in the settings.",
        ]
    );
}

#[test]
fn a_day_that_two_sprints_share_counts_for_the_one_before() {
    let mut product = product("");
    add_sprint(&mut product, 1, Some(("2026-11-16", "2026-11-27")));
    // As other tools write them: the next begins on the day the last one ends, the newest first.
    let file = file(
        "A | ready | Three | Two",
        &[("Three", "2026-12-11", "2026-12-18"), ("Two", "2026-11-27", "2026-12-11")],
    );
    let imported = import(&mut product, &file);
    assert_eq!(
        sprints(&product)[1..],
        ["2 \"Two\" 2026-11-28 2026-12-11: A", "3 \"Three\" 2026-12-12 2026-12-18: A"]
    );
    assert_eq!(
        imported.warnings,
        [
            "2 Sprints begin on the day the Sprint before ends. That day counts for the one before; here the next begins a day later."
        ]
    );
}

#[test]
fn days_that_a_later_file_has_are_filled_in() {
    let mut product = product("");
    import(&mut product, &file("A | ready | Web 3", &[]));
    let imported = import(&mut product, &file("A | ready | Web 3", &[("Web 3", "2026-11-02", "2026-11-13")]));
    assert_eq!(imported.counts, ImportCounts { unchanged: 1, sprints: 1, ..ImportCounts::default() });
    assert_eq!(sprints(&product), ["3 \"Web 3\" 2026-11-02 2026-11-13: A"]);
}

#[test]
fn a_sprint_without_days_neither_runs_nor_keeps_items_out_of_the_sprint() {
    let in_sprint = |days: &[(&str, &str, &str)]| {
        let mut product = product("");
        import(&mut product, &file("A | in_sprint | Web 3\nB | ready", days));
        product.items().iter().filter(|item| item.state == State::InSprint).count()
    };
    assert_eq!(in_sprint(&[]), 1, "no Sprint is known by its days");
    assert_eq!(in_sprint(&[("Web 3", "2026-11-23", "2026-12-04")]), 1, "it runs");
    assert_eq!(in_sprint(&[("Web 3", "2026-11-02", "2026-11-13")]), 0, "it is over");
}

#[test]
fn a_container_is_in_no_sprint() {
    let mut product = product("");
    let mut file = file("A | ready | Web 3\nB | ready | Web 3", &[]);
    file.items[1].parent = Some("A".into());
    import(&mut product, &file);
    assert_eq!(sprints(&product), ["3 \"Web 3\" ? ?: B"]);
}

#[test]
fn the_sprint_of_a_real_export_comes_in_with_its_items() {
    // The file is not part of the repository; where it is absent, nothing is checked.
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/exports/jira-cloud-en.csv");
    let Ok(bytes) = std::fs::read(path) else { return };
    let options = cairn_exchange::Options::new("jira-cloud-en.csv", FixedOffset::east_opt(0).unwrap());
    let backlog = cairn_exchange::read(&bytes, &options).unwrap().backlog;
    let mut product = product("");
    let imported = import(&mut product, &backlog);
    assert_eq!(imported.counts, ImportCounts { added: 22, sprints: 1, ..ImportCounts::default() });
    let [sprint] = &sprints(&product)[..] else { panic!("one Sprint") };
    assert!(sprint.starts_with("1 \"TES Sprint 1\" ? ?: "), "{sprint}");
    assert_eq!(product.tables().unwrap()["sprint_item"].len(), 18);
}
