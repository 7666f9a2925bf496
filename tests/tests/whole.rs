//! The complete export: everything comes back, and what makes no product is refused.

use cairn_core::backlog::Field;
use cairn_core::{Edit, Error, Product};
use cairn_tests::*;
use serde_json::{Value, json};
use std::path::Path;

fn back(json: &[u8]) -> cairn_core::Result<Product> {
    Product::of_json(json, Path::new("whole.json"), at(TODAY))
}

#[test]
fn the_sample_comes_back_with_its_history_and_undo() {
    let mut there = Product::sample(at(TODAY)).unwrap();
    let last = there.items().into_iter().next_back().unwrap().id;
    there.apply(Edit::DeleteItems { ids: vec![last] }, at(TODAY)).unwrap();
    let mut here = back(&there.export_json(true).unwrap()).unwrap();
    assert_eq!(here.tables().unwrap(), there.tables().unwrap());
    assert_eq!(here.load(at(TODAY)).unwrap(), there.load(at(TODAY)).unwrap());
    assert_eq!(here.check().unwrap(), Vec::<String>::new());
    for _ in 0..20 {
        here.undo(at(TODAY)).unwrap();
        there.undo(at(TODAY)).unwrap();
        assert_eq!(content(&here), content(&there));
    }
    let past = day(TODAY) - chrono::Days::new(60);
    assert_eq!(here.day(past).unwrap(), there.day(past).unwrap());
}

/// The export as the first schema would have written it: without the tables and columns that later
/// ones brought.
fn of_the_first_schema(json: &[u8]) -> Vec<u8> {
    let mut whole: Value = serde_json::from_slice(json).unwrap();
    whole["schema"] = json!(1);
    let tables = whole["tables"].as_object_mut().unwrap();
    let mut later: Vec<_> =
        std::fs::read_dir("../core/schema").unwrap().map(|file| file.unwrap().path()).collect();
    later.sort();
    assert!(later.len() > 1);
    let mut renamed = std::collections::BTreeSet::new();
    for change in later[1..].iter().flat_map(|file| {
        let text = std::fs::read_to_string(file).unwrap();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    }) {
        match change.split_whitespace().collect::<Vec<_>>()[..] {
            ["CREATE", "TABLE", table, ..] => {
                tables.remove(table);
            }
            // It comes again under its name, made otherwise.
            ["ALTER", "TABLE", table, "RENAME", "COLUMN", column, ..] => {
                renamed.insert((table.to_owned(), column.to_owned()));
            }
            ["ALTER", "TABLE", table, "ADD", "COLUMN", column, ..]
                if !renamed.contains(&(table.to_owned(), column.to_owned())) =>
            {
                for row in tables.get_mut(table).and_then(Value::as_array_mut).into_iter().flatten() {
                    row.as_object_mut().unwrap().remove(column);
                }
            }
            _ => {}
        }
    }
    for operation in tables["operation"].as_array_mut().unwrap() {
        operation["schema"] = json!(1);
    }
    serde_json::to_vec(&whole).unwrap()
}

#[test]
fn an_export_of_an_older_cairn_keeps_its_past_but_undo_does_not_reach_behind() {
    let there = Product::sample(at(TODAY)).unwrap();
    let older = of_the_first_schema(&there.export_json(true).unwrap());
    let mut here = back(&older).unwrap();
    let known: Value = serde_json::from_slice(&older).unwrap();
    let came = content(&here);
    for (table, rows) in known["tables"].as_object().unwrap() {
        let Some(came) = came.get(table) else { continue };
        assert_eq!(came.len(), rows.as_array().unwrap().len(), "{table}");
        for (came, row) in came.iter().zip(rows.as_array().unwrap()) {
            assert!(
                row.as_object().unwrap().iter().all(|(name, value)| &came[name] == value),
                "{table} {row}"
            );
        }
    }
    let past = day(TODAY) - chrono::Days::new(60);
    assert_eq!(here.day(past).unwrap(), there.day(past).unwrap());
    assert!(matches!(here.undo(at(TODAY)), Err(Error::Invalid { key: "error-nothing-to-undo", .. })));
    let shown = here.load(at(TODAY)).unwrap();
    let title = vec![Field::Title("After".into())];
    let ids = vec![shown.items[0].id];
    here.apply(Edit::ChangeItems { ids, changes: title }, at(TODAY)).unwrap();
    here.undo(at(TODAY)).unwrap();
    assert_eq!(content(&here), came);
}

#[test]
fn an_id_that_is_gone_does_not_come_again() {
    let mut there = product("A\nB");
    let gone = id(&there, "B");
    there.apply(Edit::DeleteItems { ids: vec![gone] }, at(TODAY)).unwrap();
    let mut here = back(&there.export_json(true).unwrap()).unwrap();
    let add = Edit::AddItems { items: vec![item("C")], place: cairn_core::backlog::Place::Bottom };
    here.apply(add, at(TODAY)).unwrap();
    assert!(id(&here, "C") > gone);
}

#[test]
fn a_file_that_is_no_complete_export_makes_no_product() {
    let whole: Value = serde_json::from_slice(&product("A\nB").export_json(true).unwrap()).unwrap();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut other = whole.clone();
        change(&mut other);
        other
    };
    let set = |whole: &mut Value, name: &str, value: Value| whole["tables"]["item"][0][name] = value;
    let refused = [
        (json!([]), "NotAProduct"),
        (json!({ "format": "jira", "schema": 1, "tables": {} }), "NotAProduct"),
        (with(&|whole| whole["schema"] = json!(999)), "NewerFile"),
        (with(&|whole| whole["schema"] = json!(0)), "NotAProduct"),
        (with(&|whole| whole["tables"]["item; DROP TABLE item"] = json!([])), "Damaged"),
        (with(&|whole| set(whole, "colour", json!("red"))), "Damaged"),
        (with(&|whole| set(whole, "state", json!("lost"))), "Damaged"),
        (with(&|whole| set(whole, "rank", json!(1.5))), "Damaged"),
        (with(&|whole| set(whole, "rank", json!("high"))), "Damaged"),
        (with(&|whole| set(whole, "part_of", json!(77))), "Damaged"),
        (with(&|whole| set(whole, "created_on", json!("yesterday"))), "Damaged"),
        (with(&|whole| whole["tables"]["product"] = json!([])), "Damaged"),
    ];
    for (json, expected) in refused {
        let error = back(json.to_string().as_bytes()).err().unwrap_or_else(|| panic!("{json}"));
        let kind = match error {
            Error::NotAProduct { .. } => "NotAProduct",
            Error::NewerFile { .. } => "NewerFile",
            Error::Damaged { path, .. } if path == Path::new("whole.json") => "Damaged",
            other => panic!("{other:?} for {json}"),
        };
        assert_eq!(kind, expected, "{json}");
    }
}

#[test]
fn a_text_of_any_letters_comes_back() {
    let mut there = product("A");
    let text = "\u{202e}\"\\\u{1}\n𝄞 'x'; --".to_owned();
    let ids = vec![id(&there, "A")];
    there.apply(Edit::ChangeItems { ids, changes: vec![Field::Body(text)] }, at(TODAY)).unwrap();
    let here = back(&there.export_json(true).unwrap()).unwrap();
    assert_eq!(here.tables().unwrap(), there.tables().unwrap());
}
