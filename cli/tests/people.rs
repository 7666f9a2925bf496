//! Whom the order serves, and why it is as it is: people, records, the inbox, reasons.

mod desk;

use desk::{Desk, column};
use serde_json::{Value, json};

/// Two people, three items.
fn library() -> Desk {
    let desk = Desk::with(&["Reserve", "Renew", "Remind"]);
    desk.ok(&["stakeholder", "add", "Maria", "group=Staff"]);
    desk.ok(&["stakeholder", "add", "Tom", "role=Librarian"]);
    desk
}

/// Runs a step, expects its sentence and that undo leads back.
fn step(desk: &Desk, arguments: &[&str], says: &str) {
    let before = desk.rows();
    let said = desk.ok(arguments);
    assert!(said.contains(says), "{arguments:?}: {said}");
    let after = desk.rows();
    assert_ne!(after, before, "{arguments:?}");
    desk.ok(&["undo"]);
    assert_eq!(desk.rows(), before, "{arguments:?}");
    desk.ok(&["redo"]);
    assert_eq!(desk.rows(), after, "{arguments:?}");
}

#[test]
fn a_person_stands_where_it_is_said() {
    let desk = library();
    let fields = ["power=80", "interest=60", "wished_power=90", "attitude=sceptical", "cadence=14d"];
    step(&desk, &[&["stakeholder", "edit", "maria"][..], &fields].concat(), "Changed what is said of Maria");
    let maria = desk.json(&["stakeholder", "show", "Maria"]);
    assert_eq!(
        maria,
        json!({
            "id": 1, "name": "Maria", "role": "", "group": "Staff", "power": 80, "interest": 60,
            "wished_power": 90, "wished_interest": null, "attitude": "sceptical", "cadence": 14,
            "last_contact": null, "due": "2026-12-10"
        })
    );
    step(&desk, &["stakeholder", "edit", "1", "power=", "Maria Okafor"], "Maria Okafor");
    let maria = desk.json(&["stakeholder", "show", "1"]);
    assert_eq!((&maria["power"], &maria["interest"]), (&json!(null), &json!(60)));
    assert_eq!(column(&desk.json(&["stakeholder", "list"]), "name"), ["Maria Okafor", "Tom"]);
    step(&desk, &["stakeholder", "remove", "Tom"], "Removed Tom");
    step(&desk, &["stakeholder", "add", "Ida"], "Added Ida: number 3");
}

#[test]
fn merged_people_become_one() {
    let desk = library();
    desk.ok(&["stakeholder", "add", "maria"]);
    desk.ok(&["want", "1", "--by", "3"]);
    desk.ok(&["stakeholder", "note", "3", "quiet"]);
    step(&desk, &["stakeholder", "merge", "1", "3"], "Merged");
    let maria = desk.json(&["person", "Maria", "--private"]);
    assert_eq!((&maria["wants"][0]["title"], &maria["private_note"]), (&json!("Reserve"), &json!("quiet")));
    assert!(desk.refused(&["stakeholder", "merge", "1", "1"]).contains("into itself"));
}

#[test]
fn two_people_with_one_name_are_told_apart_by_number() {
    let desk = library();
    desk.ok(&["stakeholder", "add", "Maria", "role=Reader"]);
    for arguments in [
        &["person", "maria"][..],
        &["want", "1", "--by", "Maria"],
        &["add", "New", "--wanted-by", "Maria"],
        &["need", "add", "Quiet", "person=Maria"],
        &["stakeholder", "edit", "Maria", "power=1"],
        &["feedback", "add", "Loud", "--from", "Maria"],
    ] {
        let said = desk.refused(arguments);
        assert!(said.contains("Maria (1, Staff); Maria (3, Reader)"), "{arguments:?}: {said}");
        assert!(said.contains("Nothing was changed") && said.contains("number"), "{said}");
    }
    desk.ok(&["want", "1", "--by", "3"]);
    assert_eq!(desk.json(&["person", "3"])["wants"][0]["title"], "Reserve");
    assert_eq!(desk.json(&["person", "1"])["wants"], json!([]));
}

#[test]
fn a_need_is_answered_by_items_and_belongs_to_a_goal() {
    let desk = library();
    step(&desk, &["business-goal", "add", "Fewer calls"], "Fewer calls");
    let made = desk.json(&["need", "add", "Shorter queues", "person=Maria", "strength=3", "goal=1"]);
    assert_eq!(made["created"], 1);
    step(&desk, &["need", "edit", "1", "why=Two desks are closed"], "Shorter queues");
    step(&desk, &["want", "1", "3", "--by", "Maria", "--need", "1"], "Maria wants 2 items");
    desk.ok(&["done", "2"]);
    step(&desk, &["want", "2", "--by", "Maria", "--need", "1"], "Maria");
    assert_eq!(
        desk.json(&["need", "list"]),
        json!([{
            "id": 1, "text": "Shorter queues", "person": "Maria", "person_id": 1, "strength": 3,
            "why": "Two desks are closed", "goal": 1, "items": ["TES-1", "TES-3", "TES-2"]
        }])
    );
    assert!(desk.ok(&["need", "list"]).contains("Shorter queues  Maria   3         TES-1, TES-3, TES-2"));
    assert!(desk.refused(&["want", "1", "--by", "Tom", "--need", "1"]).contains("somebody else"));
    step(&desk, &["need", "remove", "1"], "Shorter queues");
    step(&desk, &["business-goal", "edit", "1", "No calls"], "No calls");
    assert_eq!(column(&desk.json(&["business-goal", "list"]), "sentence"), ["No calls"]);
    step(&desk, &["business-goal", "remove", "1"], "No calls");
}

#[test]
fn conversations_are_logged_and_the_next_is_due() {
    let desk = library();
    desk.ok(&["stakeholder", "edit", "Maria", "cadence=14"]);
    assert_eq!(desk.json(&["contact", "list", "--overdue"]), json!([]));
    step(&desk, &["contact", "log", "Queues = pain", "person=Maria", "day=2026-11-12"], "Queues = pain");
    desk.ok(&["contact", "log", "All is well", "person=Tom", "again_on=2026-12-01"]);
    assert_eq!(column(&desk.json(&["contact", "list"]), "text"), ["All is well", "Queues = pain"]);
    assert_eq!(column(&desk.json(&["contact", "list", "--overdue"]), "name"), ["Maria"]);
    step(&desk, &["contact", "edit", "1", "day=2026-11-20"], "Queues");
    assert_eq!(desk.json(&["contact", "list", "--due"]), json!([]));
    step(&desk, &["contact", "remove", "2"], "All is well");
}

#[test]
fn a_question_is_open_until_it_is_answered() {
    let desk = library();
    step(&desk, &["ask", "How many desks?", "person=Maria", "item=TES-1"], "How many desks?");
    assert_eq!(desk.json(&["person", "Maria"])["ask"], "How many desks?");
    step(&desk, &["answer", "1", "Three = too many"], "How many desks?");
    let question = &desk.json(&["question", "list"])[0];
    assert_eq!(
        (&question["answer"], &question["answered_on"], &question["item"], &question["item_id"]),
        (&json!("Three = too many"), &json!("2026-11-26"), &json!("TES-1"), &json!(1))
    );
    assert_eq!(desk.json(&["person", "Maria"])["questions"], json!([]));
    desk.ok(&["question", "edit", "1", "answer="]);
    assert_eq!(desk.json(&["question", "show", "1"])["answered_on"], json!(null));
    step(&desk, &["question", "remove", "1"], "How many desks?");
}

#[test]
fn a_conflict_has_two_sides_and_a_decision() {
    let desk = library();
    let sides = ["Maria", "second=Tom", "first_item=1", "second_position=Later", "follow_up_on=2026-11-26"];
    step(&desk, &[&["conflict", "add"][..], &sides].concat(), "needs compete");
    step(
        &desk,
        &["conflict", "edit", "1", "decision=Maria first", "second_interest=Less noise"],
        "needs that compete",
    );
    let conflict = &desk.json(&["conflict", "list", "--due"])[0];
    assert_eq!(
        (&conflict["first"], &conflict["second"], &conflict["first_item"], &conflict["second_interest"]),
        (&json!("Maria"), &json!("Tom"), &json!("TES-1"), &json!("Less noise"))
    );
    assert_eq!(desk.json(&["person", "Tom"])["conflicts"][0]["decision"], "Maria first");
    assert!(desk.refused(&["conflict", "add", "Maria", "second=1"]).contains("two people"));
    assert!(desk.refused(&["stakeholder", "merge", "Maria", "Tom"]).contains("conflict"));
    step(&desk, &["conflict", "remove", "1"], "competing needs");
}

#[test]
fn the_order_says_whom_it_serves() {
    let desk = library();
    assert!(desk.ok(&["served"]).contains("Nobody wants anything"));
    desk.ok(&["want", "1", "2", "--by", "Maria"]);
    desk.ok(&["done", "2"]);
    desk.ok(&["need", "add", "Quiet", "person=Tom"]);
    let served = desk.json(&["served"]);
    let maria = &served["people"][0];
    assert_eq!((&maria["person"], &maria["later"], &maria["done"]), (&json!("Maria"), &json!(1), &json!(1)));
    assert_eq!(served["people"][1]["not_planned"], 1);
    let text = desk.ok(&["served"]);
    assert!(text.contains("Not planned") && text.contains("Tom"), "{text}");

    let sample = Desk::empty();
    sample.ok(&["init", "--sample"]);
    let served = sample.json(&["served"]);
    let (first, second) = (&served["competing"][0]["first"], &served["competing"][0]["second"]);
    assert!(first["position"].as_u64() < second["position"].as_u64());
    let text = sample.ok(&["served"]);
    for said in [&first["title"], &second["person"], &served["competing"][0]["sentence"]] {
        assert!(text.contains(said.as_str().unwrap()), "{said}: {text}");
    }
    let page = sample.ok(&["person", second["person"].as_str().unwrap()]);
    assert!(page.contains(second["item"].as_str().unwrap()) && page.contains("Ask\n"), "{page}");
}

#[test]
fn a_note_of_the_inbox_becomes_what_it_is() {
    let desk = library();
    let note = |text: &str| {
        let made = desk.json(&["feedback", "add", text, "--from", "Maria", "--on", "2026-11-20"]);
        made["created"].as_u64().unwrap()
    };
    let triage = |text: &str, what: &[&str]| {
        let made = note(text);
        let id = made.to_string();
        assert!(desk.ok(&["feedback", "reply", &id]).contains("waiting"));
        step(&desk, &[&["feedback", "triage", &id][..], what].concat(), text);
        let list = desk.json(&["feedback", "list"]);
        let note = list.as_array().unwrap().iter().find(|note| note["id"] == made).unwrap();
        (note["became"].clone(), note["became_id"].clone(), desk.ok(&["feedback", "reply", &id]))
    };
    let (became, id, reply) = triage("Dark please", &["item", "Dark mode", "--top"]);
    assert_eq!((&became, &id), (&json!("item"), &json!(4)));
    assert!(reply.contains("“Dark mode” is in the order"), "{reply}");
    assert_eq!(desk.order()[0], "Dark mode");
    assert_eq!(desk.json(&["list"])[0]["wanted_by"], json!(["Maria"]));
    assert_eq!(triage("Renew it", &["known", "TES-2"]).1, 2);
    assert_eq!(triage("Too slow", &["need", "Faster", "--strength", "3"]).0, "need");
    assert_eq!(desk.json(&["need", "list"])[0]["strength"], 3);
    assert_eq!(triage("All have phones", &["assumption", "Phones"]).0, "assumption");
    assert_eq!(triage("Nobody reads it", &["learning", "Unread"]).0, "learning");
    let declined =
        ["not-doing", "Cash", "--reason", "Costly", "--revisit", "2027-01-01", "--assumption", "1"];
    let (became, _, reply) = triage("Pay cash", &declined);
    assert!(became == "notDoing" && reply.contains("Costly"), "{reply}");
    assert_eq!(desk.json(&["not-doing"])[0]["assumption"], "Phones");

    step(&desk, &["feedback", "reply", "1", "It = coming"], "Dark please");
    let note = desk.json(&["feedback", "show", "1"]);
    assert_eq!((&note["reply"], &note["replied_on"]), (&json!("It = coming"), &json!("2026-11-26")));
    desk.ok(&["feedback", "add", "From nobody"]);
    assert!(desk.refused(&["feedback", "triage", "7", "need", "X"]).contains("belongs to somebody"));
    step(&desk, &["feedback", "remove", "7"], "From nobody");
    assert_eq!(desk.run(&["feedback", "triage", "1"]).code, 2);
}

#[test]
fn what_is_not_done_is_looked_at_again_when_its_assumption_falls() {
    let desk = library();
    step(&desk, &["assumption", "add", "Readers have phones"], "Readers have phones");
    step(&desk, &["decline", "3", "--reason", "No phones", "--assumption", "1"], "Remind");
    assert_eq!(desk.json(&["not-doing"])[0]["look_again"], json!(null));
    step(&desk, &["assumption", "edit", "1", "state=holds"], "Readers have phones");
    assert_eq!(desk.json(&["assumption", "list"])[0]["state_on"], "2026-11-26");
    let again = desk.ok(&["not-doing"]);
    assert!(again.contains("No phones") && again.contains("TES-3: Look again"), "{again}");
    step(&desk, &["learning", "add", "They do", "assumption=1"], "They do");
    step(&desk, &["learning", "edit", "1", "day=2026-11-25"], "They do");
    assert_eq!(desk.json(&["learning", "list"])[0]["assumption"], 1);
    step(&desk, &["learning", "remove", "1"], "They do");
}

#[test]
fn a_new_item_that_resembles_one_not_done_says_so() {
    let desk = Desk::with(&["Print receipts at the desk"]);
    desk.ok(&["decline", "1", "--reason", "Paper"]);
    let added = desk.json(&["add", "Print receipts"]);
    let note = added["notes"][0].as_str().unwrap();
    assert!(note.contains("TES-1") && note.contains("Paper"), "{note}");
    assert!(desk.ok(&["add", "Print the receipts"]).contains("Print receipts at the desk"));
    assert_eq!(desk.json(&["add", "Dark mode"]).get("notes"), None);
    assert_eq!(desk.order(), ["Print receipts", "Print the receipts", "Dark mode"]);
}

#[test]
fn a_decision_and_what_was_handed_over_come_due() {
    let desk = library();
    step(&desk, &["decision", "add", "One desk", "decision=Close two", "look_again=2026-11-26"], "One desk");
    desk.ok(&["decision", "add", "Later", "look_again=2026-11-27"]);
    assert_eq!(column(&desk.json(&["decision", "list", "--due"]), "title"), ["One desk"]);
    step(&desk, &["decision", "edit", "1", "outcome=It works"], "One desk");
    assert_eq!(desk.json(&["decision", "list", "--due"]), json!([]));
    assert_eq!(desk.json(&["decision", "list"]).as_array().unwrap().len(), 2);
    step(&desk, &["decision", "remove", "2"], "Later");

    step(&desk, &["delegation", "add", "Survey", "who=Ida", "by=2026-11-20", "item=2"], "Survey");
    assert_eq!(column(&desk.json(&["delegation", "list", "--due"]), "item"), ["TES-2"]);
    step(&desk, &["delegation", "edit", "1", "result=12 of 20"], "Survey");
    assert_eq!(desk.json(&["delegation", "show", "1"])["done_on"], "2026-11-26");
    assert_eq!(desk.json(&["delegation", "list", "--due"]), json!([]));
    step(&desk, &["delegation", "remove", "1"], "Survey");
}

#[test]
fn why_an_item_stands_where_it_does_is_told() {
    let mut desk = library();
    desk.ok(&["want", "3", "--by", "Maria"]);
    desk.now = "2026-11-27T10:00:00+01:00".into();
    desk.ok(&["move", "3", "--top", "--reason", "The law"]);
    let why = desk.json(&["why", "3"]);
    let moved = &why["moves"][0];
    assert_eq!(
        (&moved["reason"], &moved["serves"], &moved["moved"]),
        (&json!("The law"), &json!(["Maria"]), &json!({ "from": 3, "to": 1 }))
    );
    assert!(desk.ok(&["why", "3"]).contains("because The law"));
    assert!(desk.ok(&["why", "2"]).contains("No move of it stands"));
    step(&desk, &["why", "3", "--over", "1", "Fines start in May"], "Fines start in May");
    assert_eq!(desk.json(&["why", "1"])["pairs"][0]["above"], "TES-3");
    step(&desk, &["pairs", "edit", "1", "Fines start in June"], "June");
    assert_eq!(column(&desk.json(&["pairs"]), "why"), ["Fines start in June"]);
    assert!(desk.refused(&["why", "3", "--over", "TES-3", "x"]).contains("two items"));
    assert_eq!(desk.run(&["why", "3", "--over", "1"]).code, 2);
    step(&desk, &["pairs", "remove", "1"], "June");

    desk.ok(&["done", "1"]);
    desk.ok(&["add", "New"]);
    let since = desk.json(&["since", "2026-11-26"]);
    assert_eq!(
        (column(&since["added"], "title"), column(&since["done"], "title")),
        (vec!["New".into()], vec!["Reserve".into()])
    );
    assert_eq!(since["moves"][0]["reason"], "The law");
    assert_eq!(desk.ok(&["moves", "2026-11-26"]), desk.ok(&["since", "2026-11-26"]));
    desk.ok(&["move", "3", "--bottom"]);
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["why", "3"])["moves"].as_array().unwrap().len(), 1);
    assert!(desk.ok(&["since", "2026-11-27"]).contains("Nothing moved, came or went."));
}

#[test]
fn since_begins_where_the_last_sprint_ended() {
    let desk = Desk::empty();
    desk.ok(&["init", "--sample"]);
    assert_eq!(desk.json(&["since"])["day"], "2026-11-20");
}

#[test]
fn scores_and_risks_stand_beside_the_order() {
    let desk = library();
    assert!(desk.ok(&["scores"]).contains("Nothing can be scored"));
    assert!(desk.ok(&["risks"]).contains("No open item has a risk"));
    desk.ok(&["edit", "1", "size=5", "value=10..20@70%"]);
    desk.ok(&["edit", "2", "size=1", "value=10..20@50", "need=2", "urgency=1", "risk=3"]);
    let order = desk.order();
    let scores = desk.json(&["scores"]);
    assert_eq!(column(&scores["value"], "key"), ["TES-1", "TES-2"]);
    assert_eq!((&scores["value"][0]["score"], &scores["value"][1]["score"]), (&json!(2.1), &json!(7.5)));
    assert_eq!((&scores["value"][1]["order"], &scores["value"][1]["place"]), (&json!(2), &json!(1)));
    assert_eq!(scores["delay"][0]["score"], 6.0);
    assert!(desk.ok(&["scores"]).contains("7.50"));
    assert_eq!(desk.order(), order);
    desk.ok(&["edit", "1", "value=", "risk="]);
    assert_eq!(column(&desk.json(&["scores"])["value"], "key"), ["TES-2"]);

    let sample = Desk::empty();
    sample.ok(&["init", "--sample"]);
    let risks = sample.json(&["risks"]);
    let places: Vec<u64> =
        risks.as_array().unwrap().iter().map(|risk| risk["position"].as_u64().unwrap()).collect();
    assert!(places.len() > 2 && places.is_sorted_by(|one, other| one >= other), "{places:?}");
    assert!(sample.ok(&["risks"]).contains(risks[0]["key"].as_str().unwrap()));
}

#[test]
fn a_private_note_is_told_by_nothing_but_its_own_flag() {
    let desk = library();
    let secret = "Xyzzy-leaves-in-May";
    desk.ok(&["want", "1", "--by", "Maria"]);
    desk.ok(&["need", "add", "Quiet", "person=Maria"]);
    desk.ok(&["contact", "log", "Hello", "person=Maria"]);
    desk.ok(&["feedback", "add", "Loud", "--from", "Maria"]);
    desk.ok(&["conflict", "add", "Maria", "second=Tom"]);
    desk.ok(&["ask", "When?", "person=Maria"]);
    let said = desk.ok(&["stakeholder", "note", "Maria", secret]);
    assert!(said.contains("private note about Maria") && !said.contains("Xyzzy"), "{said}");
    let csv = desk.path("out.csv");
    let csv = csv.to_str().unwrap();
    for verb in [
        &["list", "--all"][..],
        &["at", "2026-11-26"],
        &["search", "Xyzzy"],
        &["search", "Reserve"],
        &["history"],
        &["history", "1"],
        &["person", "Maria"],
        &["person", "1"],
        &["stakeholder", "list"],
        &["stakeholder", "show", "Maria"],
        &["served"],
        &["need", "list"],
        &["need", "show", "1"],
        &["business-goal", "list"],
        &["contact", "list"],
        &["contact", "list", "--overdue"],
        &["contact", "show", "1"],
        &["question", "list"],
        &["conflict", "list"],
        &["conflict", "show", "1"],
        &["feedback", "list"],
        &["feedback", "show", "1"],
        &["feedback", "reply", "1"],
        &["assumption", "list"],
        &["learning", "list"],
        &["decision", "list"],
        &["delegation", "list"],
        &["pairs"],
        &["why", "1"],
        &["since", "2026-11-25"],
        &["not-doing"],
        &["scores"],
        &["risks"],
        &["check"],
        &["backups"],
        &["slice", "list"],
        &["forecast", "list"],
        &["calibration"],
        &["export", csv],
    ] {
        for json in [&[][..], &["--json"]] {
            if verb[0] == "export" {
                // An export is never written over what is there.
                let _ = std::fs::remove_file(csv);
            }
            let said = desk.run(&[verb, json].concat());
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{verb:?}");
            assert!(!said.out.contains("Xyzzy"), "{verb:?}: {}", said.out);
        }
    }
    assert!(!std::fs::read_to_string(csv).unwrap().contains("Xyzzy"));
    assert!(desk.ok(&["person", "Maria", "--private"]).contains(secret));
    assert_eq!(desk.json(&["person", "Maria", "--private"])["private_note"], secret);

    // Nor do the steps tell it that move or take it away.
    for change in [
        &["stakeholder", "merge", "Tom", "Maria"][..],
        &["conflict", "remove", "1"],
        &["stakeholder", "merge", "Tom", "Maria"],
        &["undo"],
        &["redo"],
        &["stakeholder", "note", "Tom", ""],
        &["history", "--json"],
    ] {
        let said = desk.run(change);
        assert!(!format!("{}{}", said.out, said.err).contains("Xyzzy"), "{change:?}: {said:?}");
    }
    assert_eq!(desk.json(&["person", "Tom", "--private"])["private_note"], Value::from(""));
}

#[test]
fn an_erased_person_is_gone_from_every_answer_and_can_t_come_back() {
    let desk = Desk::empty();
    desk.ok(&["init", "--sample"]);
    let unsure = desk.run(&["stakeholder", "erase", "Tom Aldridge"]);
    assert!(unsure.code == 2 && unsure.err.contains("--yes"), "{unsure:?}");
    let erased = desk.json(&["stakeholder", "erase", "Tom Aldridge", "--yes"]);
    assert!(erased["mentions"].is_array() && erased["backups"].is_array(), "{erased}");
    for verb in [&["stakeholder", "list"][..], &["history"], &["served"], &["conflict", "list"], &["since"]] {
        let told = desk.ok(verb);
        assert!(!told.contains("Tom Aldridge"), "{verb:?} {told}");
    }
    assert!(desk.refused(&["undo"]).contains("nothing"), "undo does not reach behind");
}
