//! The main job: exports of other tools in, the order with dates out.

mod desk;

use desk::{Desk, column, shared};
use serde_json::{Value, json};

/// Items of a state.
fn count(list: &Value, state: &str) -> usize {
    column(list, "state").iter().filter(|word| *word == state).count()
}

fn import_and_check(desk: &Desk, file: &str, expected: Value) {
    let empty = desk.rows();
    let before = desk.content();
    let tried = desk.json(&["import", file, "--dry-run"]);
    assert_eq!(desk.content(), before, "a dry run changes nothing");
    let done = desk.json(&["import", file]);
    assert_eq!(done, tried);
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&done[name], value, "{name}");
    }
    let whole = desk.rows();

    let again = desk.json(&["import", file]);
    let read = &expected["read"];
    assert_eq!((&again["added"], &again["updated"], &again["unchanged"]), (&json!(0), &json!(0), read));
    assert_eq!(desk.rows(), whole, "importing again changes nothing");

    desk.ok(&["undo"]);
    assert_eq!(column(&desk.json(&["list", "--all"]), "title"), Vec::<String>::new());
    desk.ok(&["redo"]);
    assert_eq!(desk.rows()["tables"]["item"], whole["tables"]["item"]);
    assert_eq!(empty["tables"]["item"], json!([]));
}

/// Positions count from 1, every open item has both dates, and they never go back.
fn order_has_dates(list: &Value) {
    let mut before = (String::new(), String::new());
    for (item, position) in list.as_array().unwrap().iter().zip(1..) {
        assert_eq!(item["position"], position);
        let dates = [&item["p50"], &item["p85"]].map(|day| day.as_str().unwrap().to_owned());
        assert!(dates[0] <= dates[1], "{item}");
        assert!(before.0 <= dates[0] && before.1 <= dates[1], "{item}");
        before = dates.into();
    }
}

#[test]
fn a_jira_export_becomes_an_order_with_dates() {
    let Some(file) = shared("exports/jira-cloud-en.csv") else { return };
    let desk = Desk::new();
    let expected = json!({
        "format": "jira", "encoding": "UTF-8", "delimiter": ",", "read": 22, "added": 22, "updated": 0,
        "unchanged": 0, "skipped": [], "done_with_date": 10
    });
    import_and_check(&desk, &file, expected);
    let list = desk.json(&["list"]);
    assert_eq!(list.as_array().unwrap().len(), 12);
    order_has_dates(&list);
    assert_eq!(list[11]["title"], "Enable Selinium scripts to also test Pega apps/iframes/etc");
    assert_eq!((count(&list, "in_sprint"), count(&list, "needs_conversation")), (3, 9));
    let all = desk.json(&["list", "--all"]);
    assert_eq!((all.as_array().unwrap().len(), count(&all, "done")), (22, 10));
    assert_eq!(all[12]["title"], "Change Cancel to Done");
    let mut done: Vec<String> = column(&all, "done_on").into_iter().filter(|day| day != "null").collect();
    done.sort();
    assert_eq!((done.len(), done[0].as_str(), done[9].as_str()), (10, "2025-08-22", "2025-09-19"));
}

#[test]
fn an_azure_export_with_swiss_dates_becomes_an_order_with_dates() {
    let Some(file) = shared("exports/ado-query-deCH-dates.csv") else { return };
    let desk = Desk::new();
    let expected = json!({"format": "azure", "read": 117, "added": 117, "skipped": [], "done_with_date": 88});
    import_and_check(&desk, &file, expected);
    order_has_dates(&desk.json(&["list"]));
    let all = desk.json(&["list", "--all"]);
    assert_eq!(all.as_array().unwrap().len(), 117);
    assert_eq!((count(&all, "done"), count(&all, "not_doing")), (88, 6));
    let item = desk.json(&["list", "--all", "--filter", "id:2502"]);
    assert_eq!(item[0]["done_on"], "2025-06-07");
    assert_eq!((&item[0]["external_id"], &item[0]["source_state"]), (&json!("2502"), &json!("Closed")));
}

#[test]
fn an_item_is_named_by_id_key_or_external_id() {
    let desk = Desk::new();
    let file = desk.write("i.csv", "Title,ID,State\nOne,ABC-7,To Do\nTwo,ABC-8,To Do\n");
    desk.ok(&["import", &file]);
    for name in ["2", "TES-2", "abc-8"] {
        let steps = desk.json(&["move", name, "--top"]);
        assert_eq!(steps["item"], 2, "{name}");
        desk.ok(&["move", "1", "--top"]);
    }
}

#[test]
fn changing_one_done_date_moves_every_date() {
    let Some(file) = shared("exports/ado-query-deCH-dates.csv") else { return };
    let desk = Desk::new();
    desk.ok(&["import", &file]);
    let dates = || column(&desk.json(&["list", "--as-of", "2025-09-01"]), "p85");
    let before = dates();
    // The history starts five weeks earlier: the pace was slower.
    desk.ok(&["edit", "2502", "done_on=2025-05-05"]);
    let after = dates();
    assert!(before.iter().zip(&after).all(|(before, after)| before < after), "{before:?} {after:?}");
    desk.ok(&["undo"]);
    assert_eq!(dates(), before);
}

#[test]
fn a_past_day_is_what_was_seen_then_whatever_is_undone_later() {
    let mut desk = Desk::with(&["A", "B", "C"]);
    desk.now = "2026-11-27T10:00:00+01:00".into();
    desk.ok(&["move", "3", "--top", "--reason", "The board asked"]);
    desk.now = "2026-11-28T10:00:00+01:00".into();
    desk.ok(&["undo"]);
    let at = |day: &str| column(&desk.json(&["at", day]), "title");
    assert_eq!(at("2026-11-26"), ["A", "B", "C"]);
    assert_eq!(at("2026-11-27"), ["C", "A", "B"]);
    assert_eq!(at("2026-11-28"), ["A", "B", "C"]);
    assert_eq!(at("2026-11-25"), Vec::<String>::new());
    assert!(desk.ok(&["at", "2026-11-27"]).contains("27 November"));
}

#[test]
fn columns_and_states_can_be_chosen() {
    let desk = Desk::new();
    let file = desk.write("x.csv", "Sache;Lage\nAlpha;QA\nBeta;Neu\n");
    let done = desk.json(&[
        "import",
        &file,
        "--map",
        "Sache=title",
        "--map",
        "Lage=state",
        "--state",
        "QA=in_sprint",
    ]);
    assert_eq!((&done["added"], &done["delimiter"]), (&json!(2), &json!(";")));
    assert_eq!(column(&desk.json(&["list"]), "state")[0], "in_sprint");
}
