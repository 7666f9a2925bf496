//! Each verb, its text and its JSON.

mod desk;

use desk::{Desk, column};
use serde_json::json;

#[test]
fn options_stand_before_or_after_the_verb() {
    let desk = Desk::with(&["A"]);
    let product = desk.product();
    let product = product.to_str().unwrap();
    let after = desk.bare(&["list", "--product", product, "--json"]);
    let before = desk.bare(&["--json", "--product", product, "list"]);
    let between = desk.bare(&["--json", "list", "--product", product]);
    assert_eq!((after.code, before.code, between.code), (0, 0, 0));
    assert_eq!(after.out, before.out);
    assert_eq!(after.out, between.out);
}

#[test]
fn a_new_product_is_called_after_its_file_and_is_the_one_opened_last() {
    let desk = Desk::empty();
    let made = desk.json(&["init"]);
    assert_eq!((&made["name"], &made["items"]), (&json!("p"), &json!(0)));
    assert!(desk.refused(&["init"]).contains("exists already"));

    assert_eq!(desk.bare(&["init"]).code, 2);
    assert_eq!(desk.bare(&["init", "--name", "Reading room"]).code, 0);
    assert_eq!(desk.bare(&["add", "First"]).code, 0);
    let list = desk.bare(&["list"]);
    assert!(list.out.contains("RR-1") && list.out.contains("First"), "{list:?}");
}

#[test]
fn the_sample_opens_with_dates_and_history() {
    let desk = Desk::empty();
    let made = desk.json(&["init", "--sample"]);
    assert_eq!(made["name"], "Lendwell");
    let list = desk.json(&["list"]);
    assert!(list.as_array().unwrap().len() > 30);
    assert!(list[0]["p85"].is_string());
    assert!(!list[0]["wanted_by"].as_array().unwrap().is_empty());
    let history = desk.ok(&["history"]);
    assert!(history.contains("because ") && history.contains("serves "), "{history}");
    assert!(!history.contains("NUMBER"), "{history}");
    assert!(desk.refused(&["init", "--sample"]).contains("exists already"));
}

#[test]
fn an_item_is_added_at_its_place_with_what_is_known_of_it() {
    let desk = Desk::with(&["A", "B"]);
    let made =
        desk.json(&["add", "Top", "--top", "--kind", "Bug", "--size", "2.5", "--label", "x", "--label", "y"]);
    assert_eq!(made["created"], 3);
    assert!(made["operation"].is_number());
    assert_eq!(made["text"], "Added “Top”");
    desk.ok(&["add", "Before B", "--before", "2", "--state", "ready"]);
    desk.ok(&["add", "After A", "--after", "TES-1"]);
    desk.ok(&["add", "Third", "--to", "3"]);
    assert_eq!(desk.order(), ["Top", "A", "Third", "After A", "Before B", "B"]);
    let top = &desk.json(&["list"])[0];
    assert_eq!(
        (&top["kind"], &top["size"], &top["labels"], &top["state"]),
        (&json!("bug"), &json!(2.5), &json!(["x", "y"]), &json!("needs_conversation"))
    );
    assert_eq!(desk.ok(&["add", "Last"]), "Added “Last”: TES-7 at place 7\n");
}

#[test]
fn an_item_in_json_has_exactly_these_members() {
    let desk = Desk::with(&["A"]);
    let list = desk.json(&["list"]);
    let mut names: Vec<&str> = list[0].as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "done_on",
            "external_id",
            "id",
            "kind",
            "labels",
            "p50",
            "p85",
            "part_of",
            "position",
            "size",
            "source_state",
            "state",
            "title",
            "wanted_by"
        ]
    );
}

#[test]
fn a_calendar_file_closes_its_days_once_and_in_one_step() {
    let desk = Desk::with(&["A"]);
    let before = desk.rows();
    let event = |day: &str, name: &str| {
        format!("BEGIN:VEVENT\nDTSTART;VALUE=DATE:{day}\nSUMMARY:{name}\nEND:VEVENT\n")
    };
    let calendar = |events: &str| format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n");
    let christmas = event("20261225", "Christmas");
    let meeting = "BEGIN:VEVENT\nDTSTART:20261201T090000Z\nEND:VEVENT\n";
    let file = desk.write("a.ics", calendar(&(christmas.clone() + &event("20270101", "New Year") + meeting)));
    let done = desk.json(&["holidays", &file]);
    assert_eq!((&done["read"], &done["added"]), (&json!(2), &json!(2)));
    assert!(done["warnings"][0].as_str().unwrap().contains("time of day"), "{done}");
    let again = desk.write("b.ics", calendar(&(christmas + &event("20270326", "Good Friday"))));
    let said = desk.ok(&["holidays", &again]);
    assert_eq!(said, "Closed the days of one holiday; one was closed already.\n");
    assert_eq!(desk.rows()["tables"]["closed_days"].as_array().unwrap().len(), 3);
    assert_eq!(desk.json(&["holidays", &again])["added"], 0);
    desk.ok(&["undo"]);
    desk.ok(&["undo"]);
    assert_eq!(desk.rows(), before);
    assert!(desk.refused(&["holidays", &desk.write("c.ics", "hello")]).contains("no calendar"));
}

#[test]
fn slices_are_named_filled_and_taken_away() {
    let desk = Desk::with(&["A", "B"]);
    assert_eq!(desk.json(&["slice", "add", "Spring"])["created"], 1);
    desk.ok(&["edit", "1", "slice=Spring"]);
    desk.ok(&["done", "1"]);
    desk.ok(&["edit", "2", "slice=spring", "title=B2"]);
    assert_eq!(desk.json(&["slice", "list"]), json!([{ "id": 1, "name": "Spring", "open": 1, "done": 1 }]));
    desk.ok(&["slice", "rename", "spring", "Easter"]);
    assert!(desk.ok(&["slice", "list"]).contains("Easter  1 open, 1 Done"));
    desk.ok(&["edit", "2", "slice="]);
    assert_eq!(desk.json(&["slice", "list"])[0]["open"], 0);
    desk.ok(&["slice", "remove", "Easter"]);
    assert_eq!(desk.ok(&["slice", "list"]), "There are no slices yet.\n");
    assert!(desk.refused(&["slice", "remove", "Easter"]).contains("no slice “Easter”"));
    assert!(desk.refused(&["edit", "2", "slice=Easter"]).contains("no slice “Easter”"));
    assert!(desk.refused(&["edit", "2", "goal=7"]).contains("no goal “7”"));
    assert!(desk.refused(&["edit", "2", "goal=current"]).contains("no current Product Goal"));
}

/// Item, stage and day of each row.
fn stages(desk: &Desk) -> Vec<String> {
    let tables = desk.rows()["tables"].clone();
    let board = tables["board_stage"].as_array().unwrap();
    let row = |row: &serde_json::Value| {
        let stage = board.iter().find(|stage| stage["place"] == row["place"]).unwrap();
        let (name, day) = (stage["name"].as_str().unwrap(), row["day"].as_str().unwrap());
        format!("{} {} {name} {day}", row["item"], row["place"])
    };
    tables["stage"].as_array().unwrap().iter().map(row).collect()
}

#[test]
fn the_days_items_entered_stages_come_along_and_follow_the_file() {
    let desk = Desk::new();
    let header = "ID,Link,Name,Open,Build,Done,Type\n";
    let first = desk.write(
        "a.csv",
        format!("{header}X-1,,One,2026-10-01,2026-10-05,2026-10-09,Story\nX-2,,Two,2026-10-02,,,Story\n"),
    );
    desk.ok(&["import", &first]);
    let before =
        ["1 0 Open 2026-10-01", "1 1 Build 2026-10-05", "1 2 Done 2026-10-09", "2 0 Open 2026-10-02"];
    assert_eq!(stages(&desk), before);
    assert_eq!(desk.json(&["import", &first])["unchanged"], 2);

    let second = desk.write(
        "b.csv",
        format!("{header}X-1,,One,2026-10-01,,2026-10-09,Story\nX-2,,Two,2026-10-02,2026-11-02,,Story\n"),
    );
    assert_eq!(desk.json(&["import", &second])["updated"], 2);
    assert_eq!(
        stages(&desk),
        ["1 0 Open 2026-10-01", "1 2 Done 2026-10-09", "2 0 Open 2026-10-02", "2 1 Build 2026-11-02"]
    );
    desk.ok(&["undo"]);
    assert_eq!(stages(&desk), before);
    desk.ok(&["delete", "X-1"]);
    assert_eq!(stages(&desk), before[3..]);
    desk.ok(&["undo"]);
    assert_eq!(stages(&desk), before);
}

#[test]
fn the_stages_of_a_real_export_are_those_of_the_file() {
    let Some(file) = desk::shared("exports/actionableagile-jira-atlassian.csv") else { return };
    let desk = Desk::new();
    desk.ok(&["import", &file]);
    let text = std::fs::read_to_string(&file).unwrap();
    let days = text
        .lines()
        .skip(1)
        .flat_map(|line| line.split(',').skip(3).take(5).map(str::to_owned).collect::<Vec<_>>());
    let filled = days.filter(|day| day.len() == 10 && day.starts_with("20")).count();
    let rows = stages(&desk);
    assert!(rows.len() > 150 && rows.len().abs_diff(filled) < 10, "{} of {filled}", rows.len());
    assert!(rows.iter().any(|row| row.ends_with("0 Open 2015-11-11")));
}

#[test]
fn fields_are_edited_and_cleared() {
    let desk = Desk::with(&["A", "Theme"]);
    desk.ok(&[
        "edit",
        "1",
        "title=A = B",
        "kind=spike",
        "state=ready",
        "size=3",
        "part_of=2",
        "labels=x, y",
        "body=Card",
        "notes=Own",
        "need=4",
        "business=3",
        "feasibility=2",
        "urgency=1",
        "external_id=EX-1",
        "url=https://example.org",
    ]);
    let list = desk.json(&["list", "--all"]);
    let item = &list[0];
    for (name, value) in [
        ("title", json!("A = B")),
        ("kind", json!("spike")),
        ("state", json!("ready")),
        ("size", json!(3.0)),
        ("part_of", json!("TES-2")),
        ("labels", json!(["x", "y"])),
        ("external_id", json!("EX-1")),
    ] {
        assert_eq!(item[name], value, "{name}");
    }
    assert_eq!(list[1]["position"], json!(null), "an item made of parts has no place");
    assert_eq!(desk.order(), ["A = B"]);

    desk.ok(&["edit", "EX-1", "size=", "part_of=", "labels=", "external_id=", "url=", "need="]);
    let list = desk.json(&["list"]);
    let item = &list[0];
    for name in ["size", "part_of", "external_id"] {
        assert_eq!(item[name], json!(null), "{name}");
    }
    assert_eq!(item["labels"], json!([]));
    assert_eq!(desk.json(&["edit", "1", "size="])["operation"], json!(null), "nothing had to change");
}

#[test]
fn an_edit_of_several_fields_is_made_whole_or_not_at_all() {
    let desk = Desk::with(&["A"]);
    assert!(desk.refused(&["edit", "1", "size=5", "url=javascript:alert(1)"]).contains("A link starts with"));
    assert!(desk.refused(&["edit", "1", "size=5", "colour=red"]).contains("no field colour"));
    assert!(desk.refused(&["edit", "1", "title=B", "part_of=1"]).contains("part of itself"));
    for bad in
        ["title=", "size=big", "need=5", "need=much", "state=later", "done_on=2026-11-20", "part_of=77"]
    {
        desk.refused(&["edit", "1", bad]);
    }
}

#[test]
fn items_move_with_a_reason_and_back() {
    let desk = Desk::with(&["A", "B", "C", "D"]);
    let step = desk.json(&["move", "4", "--top", "--reason", "The board asked"]);
    assert_eq!((&step["moved"]["from"], &step["moved"]["to"]), (&json!(4), &json!(1)));
    assert_eq!(desk.order(), ["D", "A", "B", "C"]);
    desk.ok(&["move", "1", "--after", "3"]);
    desk.ok(&["move", "4", "--to", "2"]);
    desk.ok(&["move", "3", "--bottom"]);
    assert_eq!(desk.order(), ["B", "D", "A", "C"]);
    desk.ok(&["move", "3", "4", "--before", "2"]);
    assert_eq!(desk.order(), ["D", "C", "B", "A"]);
    assert!(desk.ok(&["undo"]).starts_with("Undone: Moved 2 items"));
    assert!(desk.ok(&["redo"]).starts_with("Redone: Moved 2 items"));
    assert_eq!(desk.order(), ["D", "C", "B", "A"]);
    let history = desk.json(&["history", "4"]);
    let moved = history.as_array().unwrap().iter().find(|step| step["reason"] == "The board asked").unwrap();
    assert_eq!((&moved["day"], &moved["at"]), (&json!("2026-11-26"), &json!("2026-11-26T09:42:00+01:00")));
    assert!(desk.ok(&["history"]).contains("  because The board asked"));
    assert_eq!(desk.run(&["move", "1"]).code, 2);
    assert_eq!(desk.run(&["move", "1", "--top", "--bottom"]).code, 2);
}

#[test]
fn items_are_done_on_a_day() {
    let desk = Desk::with(&["A", "B", "C"]);
    assert!(desk.ok(&["done", "1"]).contains("“A” is Done"));
    desk.ok(&["done", "2", "3", "--on", "2026-11-20"]);
    let all = desk.json(&["list", "--all"]);
    assert_eq!(column(&all, "done_on"), ["2026-11-26", "2026-11-20", "2026-11-20"]);
    assert_eq!(desk.order(), Vec::<String>::new());
    assert!(desk.refused(&["done", "1", "--on", "2026-11-27"]).contains("has not come yet"));
    desk.ok(&["edit", "1", "state=ready"]);
    assert_eq!(desk.order(), ["A"]);
    assert!(desk.refused(&["edit", "2", "done_on="]).contains("keeps its finish date"));
}

#[test]
fn the_list_is_filtered_and_searched() {
    let desk = Desk::with(&["Read a book", "Write a letter"]);
    desk.ok(&["edit", "2", "kind=chore"]);
    desk.ok(&["done", "1"]);
    assert_eq!(column(&desk.json(&["list", "--filter", "kind:chore"]), "title"), ["Write a letter"]);
    assert_eq!(column(&desk.json(&["list", "--filter", "book"]), "title"), Vec::<String>::new());
    assert_eq!(column(&desk.json(&["list", "--filter", "book", "--all"]), "title"), ["Read a book"]);
    assert_eq!(column(&desk.json(&["search", "BOOK"]), "title"), ["Read a book"]);
    assert_eq!(desk.ok(&["search", "nothing"]), "No items.\n");
    assert!(desk.refused(&["list", "--filter", "size:>x"]).contains("size:>3"));
}

#[test]
fn an_export_comes_back_and_a_product_is_never_written_over() {
    let desk = Desk::with(&["A", "B"]);
    desk.ok(&["move", "2", "--top"]);
    let csv = desk.path("out.csv");
    let written = desk.json(&["export", csv.to_str().unwrap()]);
    assert_eq!((&written["format"], &written["items"]), (&json!("csv"), &json!(2)));
    let text = std::fs::read_to_string(&csv).unwrap();
    assert!(text.starts_with("Position,ID,Title") && text.contains("1,TES-2,B"), "{text}");

    let json_file = desk.path("out.json");
    desk.ok(&["export", json_file.to_str().unwrap()]);
    let whole: serde_json::Value = serde_json::from_slice(&std::fs::read(&json_file).unwrap()).unwrap();
    assert_eq!((&whole["format"], whole["tables"]["item"].as_array().unwrap().len()), (&json!("cairn"), 2));

    let back = desk.path("back.cairn");
    let back = ["--product", back.to_str().unwrap()];
    let made = desk.bare(&[&back[..], &["init", "--from", json_file.to_str().unwrap(), "--json"]].concat());
    assert_eq!(made.code, 0, "{}", made.err);
    for verb in [&["list", "--all"][..], &["history"], &["undo"], &["list"], &["add", "C"]] {
        let there = desk.bare(&[&back[..], verb].concat());
        assert_eq!(there.out, desk.ok(verb), "{verb:?}");
    }
    desk.refused(&["init", "--from", json_file.to_str().unwrap()]);

    let copy = desk.path("copy.cairn");
    desk.ok(&["export", copy.to_str().unwrap()]);
    let listed = desk.bare(&["list", "--json", "--product", copy.to_str().unwrap()]);
    assert_eq!(listed.out, desk.ok(&["list", "--json"]));
    desk.refused(&["export", copy.to_str().unwrap()]);
    desk.refused(&["export", desk.product().to_str().unwrap()]);
    assert!(desk.refused(&["export", "out.docx"]).contains(".csv, .json and .cairn"));
}

#[test]
fn the_check_says_sound() {
    let desk = Desk::with(&["A"]);
    assert_eq!(desk.ok(&["check"]), "sound\n");
    assert_eq!(desk.json(&["check"]), json!({"sound": true, "found": []}));
}

#[test]
fn nothing_to_undo_is_said() {
    let desk = Desk::new();
    assert!(desk.refused(&["undo"]).contains("nothing to undo"));
    assert!(desk.refused(&["redo"]).contains("nothing to redo"));
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    use std::process::Stdio;
    let desk = Desk::empty();
    desk.ok(&["init", "--sample"]);
    let mut child = desk
        .command()
        .args(["--product", "p.cairn", "history", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn usage_is_exit_2_and_help_is_exit_0() {
    let desk = Desk::new();
    for wrong in
        [&["frobnicate"][..], &[], &["forecast", "--by", "soon"], &["forecast", "--items", "0"], &["add"]]
    {
        let said = desk.run(wrong);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{wrong:?}");
    }
    for help in [&["--help"][..], &["help"], &["forecast", "--help"], &["--version"]] {
        assert_eq!(desk.run(help).code, 0, "{help:?}");
    }
}

#[test]
fn titles_do_not_steer_the_terminal() {
    let desk = Desk::with(&["A\u{1b}[31mred"]);
    for verb in ["list", "history"] {
        assert!(!desk.ok(&[verb]).contains('\u{1b}'), "{verb}");
    }
}

#[test]
fn an_import_is_backed_up_before_and_the_backup_comes_back() {
    let desk = Desk::with(&["A"]);
    assert_eq!(desk.ok(&["backups"]), "There are no backups of this product yet.\n");
    desk.ok(&["import", &desk.write("i.csv", "Title\nB\nC\n")]);
    let backups = desk.json(&["backups"]);
    let backup = &backups[0];
    assert_eq!(
        (&backup["items"], &backup["before"], &backup["sound"], &backup["at"]),
        (&json!(1), &json!("import"), &json!(true), &json!("2026-11-26T09:42:00+01:00"))
    );
    assert!(desk.ok(&["backups"]).contains("before an import"));
    let restored = desk.json(&["restore", backup["name"].as_str().unwrap()]);
    assert_eq!(restored["items"], 1);
    assert_eq!(desk.order(), ["A"]);
    let newest = desk.json(&["backups"])[0].clone();
    assert_eq!((&newest["items"], &newest["before"]), (&json!(3), &json!("restore")));
    desk.ok(&["restore", newest["name"].as_str().unwrap()]);
    assert_eq!(desk.order(), ["A", "B", "C"]);
}

#[test]
fn an_item_is_split_and_merged_and_all_of_it_undone() {
    let desk = Desk::with(&["A", "B", "C"]);
    desk.ok(&["edit", "2", "external_id=EX-2"]);
    assert!(desk.json(&["split", "EX-2", "B one", "B two"])["operation"].is_number());
    assert_eq!(desk.order(), ["A", "B one", "B two", "C"]);
    assert!(desk.refused(&["split", "1", "Only one"]).contains("at least two titles"));
    desk.ok(&["merge", "TES-1", "EX-2", "4"]);
    assert_eq!(desk.order(), ["A", "C"]);
    assert!(desk.refused(&["merge", "1", "1"]).contains("merged into itself"));
    desk.ok(&["undo"]);
    desk.ok(&["undo"]);
    assert_eq!(desk.order(), ["A", "B", "C"]);
    assert_eq!(desk.run(&["merge", "1"]).code, 2);
}

#[test]
fn items_are_declined_with_a_reason_reopened_and_deleted() {
    let desk = Desk::with(&["A", "B", "C"]);
    desk.ok(&["decline", "1", "2", "--reason", "Nobody asks", "--revisit", "2027-03-01"]);
    let all = desk.json(&["list", "--all"]);
    assert_eq!(column(&all, "state"), ["needs_conversation", "not_doing", "not_doing"]);
    assert!(desk.refused(&["decline", "3", "--reason", " "]).contains("Say why"));
    assert_eq!(desk.run(&["decline", "3"]).code, 2);
    assert!(desk.ok(&["reopen", "2"]).contains("“B”"));
    desk.ok(&["done", "3"]);
    desk.ok(&["reopen", "3"]);
    assert_eq!(desk.order(), ["B", "C"]);
    assert!(desk.ok(&["delete", "1", "3"]).contains("Deleted 2 items"));
    assert_eq!(column(&desk.json(&["list", "--all"]), "title"), ["B"]);
    assert_eq!(desk.ok(&["backups"]), "There are no backups of this product yet.\n");
}

#[test]
fn many_items_are_backed_up_before_they_are_deleted() {
    let desk = Desk::new();
    let rows: String = (1..=51).map(|number| format!("Item {number}\n")).collect();
    desk.ok(&["import", &desk.write("i.csv", format!("Title\n{rows}"))]);
    let ids: Vec<String> = (1..=51).map(|id| id.to_string()).collect();
    let mut delete = vec!["delete"];
    delete.extend(ids.iter().map(String::as_str));
    desk.ok(&delete);
    let newest = desk.json(&["backups"])[0].clone();
    assert_eq!((&newest["items"], &newest["before"]), (&json!(51), &json!("deletion")));
}

#[test]
fn somebody_wants_an_item_and_no_longer() {
    let desk = Desk::empty();
    desk.ok(&["init", "--sample"]);
    let history =
        |text: &str| desk.json(&["history", "--limit", "1"])[0]["text"].as_str().unwrap().contains(text);
    let list = desk.json(&["list"]);
    let name = list[0]["wanted_by"][0].as_str().unwrap();
    let unwanted = list
        .as_array()
        .unwrap()
        .iter()
        .find(|item| !item["wanted_by"].as_array().unwrap().iter().any(|other| other == name));
    let id = unwanted.unwrap()["id"].to_string();
    let id = id.trim_matches('"');
    desk.ok(&["want", id, "--by", &name.to_uppercase(), "--strength", "3", "--why", "For the board"]);
    assert!(history(name));
    let wants = |desk: &Desk| {
        let all = desk.json(&["list", "--all"]);
        let item = all.as_array().unwrap().iter().find(|item| item["id"].to_string().trim_matches('"') == id);
        item.unwrap()["wanted_by"].as_array().unwrap().iter().any(|other| other == name)
    };
    assert!(wants(&desk));
    desk.ok(&["unwant", id, "--by", name]);
    assert!(!wants(&desk));
    assert!(desk.refused(&["want", id, "--by", "Nobody"]).contains("no stakeholder"));
    assert!(desk.refused(&["want", id, "--by", name, "--strength", "4"]).contains("from 1 to 3"));
    assert_eq!(desk.run(&["want", id]).code, 2);
}
