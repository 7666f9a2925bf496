//! Bad input: a clear sentence that says what is safe, exit 1, and nothing changed.

mod desk;

use desk::Desk;
use std::fs;

/// Runs on a file that is no good product and holds that it keeps every byte.
fn refused_file(desk: &Desk, path: &str, says: &str) {
    let before = fs::read(path).unwrap();
    for verb in [&["list"][..], &["add", "X"], &["undo"], &["check"], &["export", "out.json"]] {
        let said = desk.bare(&[&["--json", "--product", path], verb].concat());
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{verb:?}: {said:?}");
        assert!(said.err.contains(says), "{verb:?}: {}", said.err);
        assert_eq!(fs::read(path).unwrap(), before, "{verb:?}");
    }
}

#[test]
fn a_text_that_is_no_table_is_refused() {
    let desk = Desk::with(&["A"]);
    let file = desk.write("letter.txt", "Dear reader\n\nThis is a letter without any table in it.\n");
    let said = desk.refused(&["import", &file]);
    assert!(said.contains("Nothing was"), "{said}");
    assert!(desk.refused(&["import", &desk.write("empty.csv", "")]).contains("The file is empty"));
    assert!(desk.refused(&["import", &desk.write("a.zip", b"PK\x03\x04rest")]).contains("zip"));
    desk.refused(&["import", "--throughput", &file]);
    assert_eq!(desk.bare(&["forecast", "--throughput", &file, "--items", "3"]).code, 1);
    assert_eq!(desk.bare(&["backtest", "--throughput", &file]).code, 1);
}

#[test]
fn assumptions_that_cannot_be_meant_are_refused() {
    let desk = Desk::with(&["A"]);
    let letter = desk.write("letter.ics", "Dear reader");
    for (options, says) in [
        (&["--growth", "-91..5"][..], "between -90% and 500%"),
        (&["--growth", "20..5"], "from the lower number"),
        (&["--splitting", "90..120"], "1 to 5 items"),
        (&["--team", "2026-11-25=50"], "not before it"),
        (&["--team", "2026-12-01=2000"], "between 0% and 1,000%"),
        (&["--team", "2026-02-30=50"], "no day 2026-02-30"),
        (&["--start", "2026-12-20..2026-12-01"], "before the first"),
        (&["--start", "2026-11-01..2026-12-01"], "not before it"),
        (&["--closed", "2026-12-20..2026-12-01"], "before the first"),
        (&["--risk", "Law=120:1..2"], "0% to 100%"),
        (&["--holidays", &letter], "no calendar"),
        (&["--holidays", "nowhere.ics"], "There is no file"),
        (&["--item", "X-9"], "no item X-9"),
    ] {
        let said = desk.refused(&[&["forecast"], options].concat());
        assert!(said.contains(says), "{options:?}: {said}");
    }
    let growth = &["--growth", "-91..5"][..];
    for verb in [&["forecast", "keep"][..], &["chart", "burn-up", "c.svg"], &["chart", "throughput", "c.svg"]]
    {
        assert!(desk.refused(&[verb, growth].concat()).contains("between -90% and 500%"), "{verb:?}");
    }
    assert!(!desk.path("c.svg").exists());
    for usage in [
        &["--growth", "some"][..],
        &["--growth", "5"],
        &["--working", "weekdays"],
        &["--team", "2026-12-01"],
        &["--risk", "Law"],
        &["--start", "soon"],
        &["--in-progress", "some"],
        &["--window", "0"],
        &["--window", "521"],
        &["--force"],
    ] {
        let said = desk.run(&[&["forecast"], usage].concat());
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{usage:?}: {said:?}");
    }
}

#[test]
fn a_file_that_is_not_there_is_said() {
    let desk = Desk::with(&["A"]);
    assert!(desk.refused(&["import", "nowhere.csv"]).contains("There is no file nowhere.csv"));
    let said = desk.bare(&["list", "--product", "nowhere.cairn"]);
    assert!(said.code == 1 && said.err.contains("There is no file"), "{said:?}");
    let said = desk.bare(&["add", "X", "--product", "nowhere.cairn"]);
    assert_eq!((said.code, desk.path("nowhere.cairn.lock").exists()), (1, false));
}

#[test]
fn a_table_without_titles_says_how_to_name_them() {
    let desk = Desk::with(&["A"]);
    let file = desk.write("t.csv", "Zahl;Wert\n1;2\n3;4\n");
    assert!(desk.refused(&["import", &file]).contains("--map"));
    assert!(desk.refused(&["import", &file, "--map", "Sache=title"]).contains("no column Sache"));
    assert!(desk.refused(&["import", &file, "--map", "Zahl=colour"]).contains("no field colour"));
    assert!(desk.refused(&["import", &file, "--state", "x=later"]).contains("no state"));
}

#[test]
fn a_wrong_encoding_is_refused_and_a_guessed_one_told() {
    let desk = Desk::with(&["A"]);
    let file = desk.write("e.csv", b"Titel;Status\nK\xe4se f\xfcr \xdcbermorgen;Neu\n");
    assert!(desk.refused(&["import", &file, "--encoding", "klingon"]).contains("klingon"));
    let done = desk.json(&["import", &file]);
    assert_eq!(done["encoding"], "windows-1252");
    assert!(desk.order().contains(&"Käse für Übermorgen".to_owned()));
    let binary: Vec<u8> = (0..=255).cycle().take(5000).collect();
    desk.refused(&["import", &desk.write("b.csv", binary)]);
}

#[test]
fn rows_that_lack_cells_are_read_and_told_and_others_left_out() {
    let desk = Desk::new();
    let file =
        desk.write("r.csv", "ID,Title,State\n1,One,Done\n2,Two\n3,,Done\n4,Four,Done,Extra\n5,Five,New\n");
    let done = desk.json(&["import", &file]);
    assert_eq!(done["read"], 3);
    let lines: Vec<u64> =
        done["skipped"].as_array().unwrap().iter().map(|row| row["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [4, 5]);
    assert!(done["skipped"][0]["reason"].as_str().unwrap().contains("no title"));
    assert!(done["warnings"].to_string().contains("fewer cells"), "{done}");
}

#[test]
fn a_file_that_is_no_product_keeps_every_byte() {
    let desk = Desk::empty();
    let text =
        desk.write("notes.cairn", "just some notes that are long enough to be read as a header".repeat(5));
    refused_file(&desk, &text, "is not a Cairn product");
    assert!(!desk.path("notes.cairn.lock").exists());
    // Another program's database: the same file without Cairn's mark.
    desk.ok(&["init"]);
    let other = desk.write("other.db", patched(&desk, 68, 0));
    refused_file(&desk, &other, "is not a Cairn product");
    assert!(!desk.path("other.db.lock").exists());
}

/// The bytes of the product with another number in its header.
fn patched(desk: &Desk, at: usize, number: u32) -> Vec<u8> {
    let mut bytes = fs::read(desk.product()).unwrap();
    bytes[at..at + 4].copy_from_slice(&number.to_be_bytes());
    bytes
}

#[test]
fn a_newer_product_keeps_every_byte() {
    let desk = Desk::with(&["A"]);
    let newer = desk.write("newer.cairn", patched(&desk, 60, 999));
    refused_file(&desk, &newer, "newer Cairn");
}

#[test]
fn a_damaged_product_keeps_every_byte() {
    let desk = Desk::with(&["A"]);
    let mut bytes = fs::read(desk.product()).unwrap();
    let half = desk.write("half.cairn", &bytes[..9000]);
    refused_file(&desk, &half, "is damaged");
    bytes[4096..].fill(0x5a);
    let hurt = desk.write("hurt.cairn", &bytes);
    refused_file(&desk, &hurt, "is damaged");
}

#[test]
fn an_unknown_item_is_said() {
    let desk = Desk::with(&["A"]);
    for arguments in [
        &["edit", "77", "title=x"][..],
        &["move", "X-1", "--top"],
        &["move", "1", "--before", "X-1"],
        &["done", "1", "77"],
        &["history", "77"],
        &["forecast", "--item", "77"],
        &["add", "B", "--after", "77"],
        &["add", "B", "--part-of", "77"],
    ] {
        let said = desk.refused(arguments);
        assert!(said.contains("There is no item") && said.contains("Nothing was changed"), "{said}");
    }
    assert!(desk.refused(&["add", "B", "--wanted-by", "Nobody"]).contains("no stakeholder"));
}

#[test]
fn what_a_record_cannot_hold_is_refused() {
    let desk = Desk::with(&["A"]);
    desk.ok(&["stakeholder", "add", "Maria"]);
    desk.ok(&["assumption", "add", "Phones"]);
    desk.ok(&["feedback", "add", "Loud"]);
    for (arguments, says) in [
        (&["stakeholder", "add", "Tom", "power=101"][..], "between 0 and 100"),
        (&["stakeholder", "edit", "Maria", "interest=300"], "between 0 and 100"),
        (&["stakeholder", "edit", "Maria", "wished_power=-1"], "between 0 and 100"),
        (&["stakeholder", "edit", "Maria", "cadence=0"], "at least one day"),
        (&["stakeholder", "edit", "Maria", "cadence=weekly"], "at least one day"),
        (&["stakeholder", "edit", "Maria", "attitude=angry"], "neutral, supports, sceptical"),
        (&["stakeholder", "edit", "Maria", "name="], "needs a name"),
        (&["stakeholder", "edit", "Nobody", "power=1"], "no stakeholder"),
        (&["stakeholder", "note", "Nobody", "x"], "no stakeholder"),
        (&["person", "Nobody"], "no stakeholder"),
        (&["person", "77"], "no stakeholder"),
        (&["need", "add", "Quiet"], "person is missing"),
        (&["need", "add", "", "person=Maria"], "Say what is needed"),
        (&["need", "add", "Quiet", "person=Nobody"], "no stakeholder"),
        (&["need", "add", "Quiet", "person=Maria", "strength=4"], "from 1 to 3"),
        (&["need", "add", "Quiet", "person=Maria", "strength="], "strength is missing"),
        (&["need", "add", "Quiet", "person=Maria", "goal=9"], "no longer there"),
        (&["need", "add", "Quiet", "person=Maria", "items=1"], "no field items"),
        (&["need", "add", "Quiet", "person=Maria", "text=Loud"], "said twice"),
        (&["need", "edit", "9", "why=x"], "number 9"),
        (&["need", "edit", "first", "why=x"], "is no number"),
        (&["need", "remove", "9"], "number 9"),
        (&["contact", "log", "Hi", "person=Maria", "day=2026-11-27"], "has not come yet"),
        (&["contact", "log", "Hi", "person=Maria", "day=tomorrow"], "is no day"),
        (&["contact", "log", "Hi", "person=Maria", "again_on=2026-11-25"], "before the first"),
        (&["ask", "When?", "item=77"], "There is no item"),
        (&["answer", "9", "Now"], "number 9"),
        (&["conflict", "add", "Maria", "second=Maria"], "name two people"),
        (&["conflict", "add", "Maria"], "second is missing"),
        (&["feedback", "add", "x", "--from", "Nobody"], "no stakeholder"),
        (&["feedback", "add", "x", "--on", "2026-11-27"], "has not come yet"),
        (&["feedback", "triage", "9", "item", "x"], "number 9"),
        (&["feedback", "triage", "1", "known", "77"], "There is no item"),
        (&["feedback", "reply", "9"], "number 9"),
        (&["assumption", "edit", "1", "state=maybe"], "untested, holds, fails"),
        (&["assumption", "edit", "1", "state_on="], "state_on is missing"),
        (&["learning", "add", "x", "assumption=9"], "no longer there"),
        (&["decline", "1", "--reason", "x", "--assumption", "9"], "no longer there"),
        (&["decision", "add", "x", "look_again=2026-02-30"], "no day"),
        (&["delegation", "add", "Survey"], "needs a name"),
        (&["why", "1", "--over", "1", "because"], "two items"),
        (&["why", "77"], "There is no item"),
        (&["since", "2026-11-27"], "has not come yet"),
        (&["edit", "1", "risk=5"], "between 0 and 4"),
        (&["edit", "1", "value=20..10@70"], "from low to high"),
        (&["edit", "1", "value=10..20@101"], "from low to high"),
        (&["edit", "1", "value=10"], "10..20@70"),
        (&["want", "1", "--by", "Maria", "--need", "9"], "no longer there"),
    ] {
        let said = desk.refused(arguments);
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert!(said.contains("Nothing was changed"), "{said}");
    }
    for usage in
        [&["need"][..], &["need", "add"], &["need", "list", "--due"], &["stakeholder", "note", "Maria"]]
    {
        assert_eq!(desk.run(usage).code, 2, "{usage:?}");
    }
}

#[test]
fn a_day_that_does_not_exist_is_said() {
    let desk = Desk::with(&["A"]);
    for arguments in [
        &["done", "1", "--on", "2026-02-30"][..],
        &["at", "2026-13-01"],
        &["list", "--as-of", "2026-02-29"],
        &["forecast", "--by", "2026-04-31"],
        &["forecast", "--as-of", "2026-00-10"],
        &["forecast", "--closed", "2026-02-28..2026-02-30"],
        &["edit", "1", "done_on=2026-02-30"],
    ] {
        let said = desk.refused(arguments);
        assert!(said.contains("There is no day") && said.contains("Nothing was changed"), "{said}");
    }
    assert!(desk.refused(&["forecast", "--closed", "2026-03-02..2026-03-01"]).contains("before the first"));
    assert!(desk.refused(&["at", "2026-11-27"]).contains("has not come yet"));
}

#[test]
fn without_any_product_the_way_on_is_said() {
    let desk = Desk::empty();
    let said = desk.bare(&["list"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--product FILE") && said.err.contains("init"), "{said:?}");
}

#[test]
fn a_product_held_elsewhere_can_be_read_and_says_who_has_it() {
    let desk = Desk::with(&["A"]);
    let held = cairn_host::Lock::take(&desk.product(), "the window of Cairn").unwrap();
    for arguments in [&["add", "B"][..], &["undo"], &["done", "1"], &["edit", "1", "size=1"]] {
        let said = desk.refused(arguments);
        assert!(said.contains("the window of Cairn") && said.contains("Nothing was changed"), "{said}");
    }
    assert_eq!(desk.order(), ["A"]);
    let file = desk.write("i.csv", "Title\nB\n");
    assert_eq!(desk.json(&["import", &file, "--dry-run"])["added"], 1);
    drop(held);
    desk.ok(&["add", "B"]);
    assert_eq!(desk.order(), ["A", "B"]);
}

#[test]
fn a_backup_that_is_not_there_or_was_changed_is_not_restored() {
    let desk = Desk::with(&["A"]);
    assert!(desk.refused(&["restore", "2026-11-26-094200"]).contains("There is no backup"));
    let file = desk.write("i.csv", "Title\nB\n");
    desk.ok(&["import", &file]);
    let name = desk.json(&["backups"])[0]["name"].as_str().unwrap().to_owned();
    let held = cairn_host::Lock::take(&desk.product(), "the window of Cairn").unwrap();
    assert!(desk.refused(&["restore", &name]).contains("the window of Cairn"));
    drop(held);
    fs::write(desk.path(&format!("p.cairn.backups/{name}.cairn")), "changed").unwrap();
    assert_eq!(desk.json(&["backups"])[0]["sound"], false);
    assert!(desk.ok(&["backups"]).contains("changed since it was made"));
    assert!(desk.refused(&["restore", &name]).contains("not what was verified"));
    assert_eq!(desk.run(&["restore"]).code, 2);
}

#[test]
fn a_product_that_is_gone_is_not_replaced_by_an_empty_one() {
    let desk = Desk::with(&["A"]);
    desk.ok(&["import", &desk.write("i.csv", "Title\nB\n")]);
    fs::remove_file(desk.product()).unwrap();
    let said = desk.run(&["init"]);
    assert!(said.code == 1 && said.err.contains("backups"), "{said:?}");
    assert!(!desk.product().exists());
    let name = desk.json(&["backups"])[0]["name"].as_str().unwrap().to_owned();
    desk.ok(&["restore", &name]);
    assert_eq!(desk.order(), ["A"]);
}

/// Files may grow to a few kilobytes only, as on a disk that is nearly full.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_leaves_no_half_document() {
    let desk = Desk::empty();
    desk.ok(&["init", "--sample"]);
    let limited = |command: &str, file: &str| {
        let script =
            format!("trap '' XFSZ; ulimit -f 8; exec \"$0\" --product p.cairn {command} --out {file}");
        let cairn = desk.command();
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script]).arg(cairn.get_program()).current_dir(desk.path(""));
        shell.envs(cairn.get_envs().filter_map(|(name, value)| Some((name, value?)))).output().unwrap()
    };
    let names = || {
        let names = fs::read_dir(desk.path("")).unwrap().map(|one| one.unwrap().file_name());
        names.collect::<std::collections::BTreeSet<_>>()
    };
    desk.write("there.html", "kept");
    let before = names();
    for ending in ["html", "md", "pdf", "pptx"] {
        let output = limited("review --sprint 15", &format!("pack.{ending}"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{ending}: {said}");
        assert!(said.contains("What was saved before is safe"), "{ending}: {said}");
    }
    assert_eq!(limited("report backlog --for developers --force", "there.html").status.code(), Some(1));
    assert_eq!(names(), before);
    assert_eq!(fs::read_to_string(desk.path("there.html")).unwrap(), "kept");
    // The same with room for it.
    desk.ok(&["review", "--sprint", "15", "--out", "pack.html"]);
}
