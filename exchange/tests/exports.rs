//! Real exports of other tools against values computed by other means. The files are not part of
//! the repository; where they are absent, nothing is checked.

use cairn_core::backlog::State;
use cairn_exchange::{Format, Import, Options, Order, read};
use chrono::FixedOffset;
use serde_json::Value;
use std::collections::BTreeMap;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/exports");

fn import(file: &str) -> Option<Import> {
    let bytes = std::fs::read(format!("{FOLDER}/{file}")).ok()?;
    Some(read(&bytes, &Options::new(file, FixedOffset::east_opt(0).unwrap())).unwrap())
}

fn counted<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

#[test]
fn every_real_export_gives_what_is_in_it() {
    let Ok(expected) = std::fs::read_to_string(format!("{FOLDER}/expected.json")) else { return };
    let expected: BTreeMap<String, Value> = serde_json::from_str(&expected).unwrap();
    for (file, expected) in &expected {
        let import = import(file).unwrap();
        let items = &import.backlog.items;
        assert_eq!(items.len() as u64, expected["items"], "{file}: items");
        assert_eq!(import.skipped, [], "{file}: skipped");
        assert_eq!(items.first().unwrap().title, expected["first"].as_str().unwrap(), "{file}: first");
        assert_eq!(items.last().unwrap().title, expected["last"].as_str().unwrap(), "{file}: last");
        let order = if expected["order"] == "rank" { Order::Rank } else { Order::File };
        assert_eq!(import.order, order, "{file}: order");
        let states = counted(items.iter().map(|item| item.source_state.as_deref().unwrap_or("")));
        assert_eq!(serde_json::to_value(&states).unwrap(), expected["statuses"], "{file}: states");
        let sizes: Vec<f64> = items.iter().filter_map(|item| item.size).collect();
        assert_eq!(sizes.len() as u64, expected["estimates"]["count"], "{file}: sizes");
        assert_eq!(
            sizes.iter().sum::<f64>(),
            expected["estimates"]["sum"].as_f64().unwrap(),
            "{file}: sizes"
        );
        let done: Vec<_> = items.iter().filter_map(|item| item.done_on).collect();
        assert_eq!(done.len() as u64, expected["completed"]["count"], "{file}: done");
        for (name, day) in [("min", done.iter().min()), ("max", done.iter().max())] {
            let Some(written) = expected["completed"][name].as_str() else { continue };
            if written.starts_with("20") {
                assert_eq!(day.unwrap().to_string(), written.get(..10).unwrap(), "{file}: {name}");
            } else {
                assert_eq!(day.unwrap().to_string(), "2025-04-22", "{file}: {name}");
            }
        }
    }
}

/// Shows what matters about an import in one line.
fn show(file: &str) -> Option<(Format, usize, Option<String>, Vec<String>)> {
    let import = import(file)?;
    Some((
        import.format,
        import.done_with_date,
        import.backlog.known_until.map(|day| day.to_string()),
        import.unknown_states,
    ))
}

#[test]
fn each_tool_is_recognised_and_its_history_known_up_to_a_day() {
    let until = |day: &str| Some(day.to_owned());
    for (file, expected) in [
        ("jira-cloud-en.csv", (Format::Jira, 10, until("2025-09-22"), vec![])),
        ("ado-query-deCH-dates.csv", (Format::Azure, 88, until("2025-08-27"), vec!["Planned".to_owned()])),
        ("actionableagile-jira-atlassian.csv", (Format::ActionableAgile, 97, until("2017-07-10"), vec![])),
        ("linear-tiny.csv", (Format::Linear, 0, until("2025-04-22"), vec![])),
        ("plane-tiny.csv", (Format::Plane, 0, until("2025-04-22"), vec![])),
        ("excel-pl-semicolon.csv", (Format::Table, 0, None, vec![])),
        ("lighthouse-team.csv", (Format::Lighthouse, 2, until("2025-02-05"), vec![])),
        ("generic-multiline.csv", (Format::Table, 0, None, vec![])),
    ] {
        if let Some(shown) = show(file) {
            assert_eq!(shown, expected, "{file}");
        }
    }
}

#[test]
fn removed_items_are_not_done_and_parents_are_kept() {
    let Some(import) = import("ado-query-deCH-dates.csv") else { return };
    let count = |state| import.backlog.items.iter().filter(|item| item.state == Some(state)).count();
    assert_eq!((count(State::Done), count(State::NotDoing)), (88, 6));
    let item = import.backlog.items.iter().find(|item| item.external_id.as_deref() == Some("3025")).unwrap();
    assert_eq!(item.parent.as_deref(), Some("2758"));
    let item = import.backlog.items.iter().find(|item| item.external_id.as_deref() == Some("2637")).unwrap();
    assert_eq!(item.labels, ["Chart", "Community"]);
}

#[test]
fn a_rank_that_goes_on_comes_after_the_one_it_begins_with() {
    let Some(import) = import("jira-cloud-en.csv") else { return };
    let keys: Vec<&str> =
        import.backlog.items.iter().filter_map(|item| item.external_id.as_deref()).collect();
    assert_eq!(keys.get(..5).unwrap(), ["TES-4", "TES-5", "TES-9", "TES-11", "TES-8"]);
}

#[test]
fn a_done_date_on_an_open_item_is_kept_and_warned_about() {
    let Some(import) = import("linear-tiny.csv") else { return };
    let item = import.backlog.items.first().unwrap();
    assert_eq!((item.state, item.done_on.is_some()), (Some(State::InSprint), true));
    assert!(
        import.warnings.iter().any(|warning| warning.starts_with("One open item has a done date")),
        "{:?}",
        import.warnings
    );
}

#[test]
fn the_sprints_of_real_exports_are_named_once() {
    let Some(jira) = import("jira-cloud-en.csv") else { return };
    let names: Vec<&str> = jira.backlog.sprints.iter().map(|sprint| &*sprint.name).collect();
    assert_eq!(names, ["TES Sprint 1"]);
    assert_eq!(jira.backlog.items.iter().filter(|item| item.sprints == names).count(), 18);
    for file in ["linear-tiny.csv", "plane-tiny.csv", "ado-query-deCH-dates.csv", "lighthouse-team.csv"] {
        assert_eq!(import(file).unwrap().backlog.sprints, [], "{file}");
    }
}
