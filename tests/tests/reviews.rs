//! Sprints as they go and their Reviews: what is selected, what becomes of it, and what a pack says.

use cairn_core::backlog::{Field, State};
use cairn_core::decision::DecisionFields;
use cairn_core::document::{Block, Document};
use cairn_core::feedback::FeedbackFields;
use cairn_core::forecast::{Assumptions, Question, display_likelihood};
use cairn_core::ids::*;
use cairn_core::report::{Cut, Report};
use cairn_core::review::{FollowUpAbout, ReviewFields, SectionFields};
use cairn_core::sprint::{Fate, Leftover, Met, SprintFields};
use cairn_core::stakeholder::StakeholderFields;
use cairn_core::story::{Check, Evidence, ExampleFields};
use cairn_core::{Edit, Error, Product};
use cairn_tests::*;

fn apply(product: &mut Product, edit: Edit) {
    product.apply(edit, at(TODAY)).unwrap();
}

fn made(product: &mut Product, edit: Edit) -> i64 {
    product.apply(edit, at(TODAY)).unwrap().created[0]
}

fn sprint(product: &mut Product, number: u32, days: Option<(&str, &str)>) -> SprintId {
    let (first, last) = days.map(|(first, last)| (day(first), day(last))).unzip();
    let fields = SprintFields { number, first, last, ..SprintFields::default() };
    SprintId(made(product, Edit::AddSprint { fields }))
}

fn state(product: &Product, title: &str) -> State {
    product.list_item(id(product, title)).unwrap().state
}

fn ids(product: &Product, titles: &[&str]) -> Vec<ItemId> {
    titles.iter().map(|title| id(product, title)).collect()
}

fn key(error: &Error) -> &str {
    match error {
        Error::Invalid { key, .. } | Error::NotFound { key, .. } => key,
        other => panic!("{other:?}"),
    }
}

fn refused(product: &mut Product, edit: Edit) -> String {
    key(&product.apply(edit, at(TODAY)).unwrap_err()).to_owned()
}

/// Every text of a document.
fn texts(document: &Document) -> String {
    fn of(blocks: &[Block], out: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Text { words } | Block::Markdown { words } | Block::Heading { words } => {
                    out.push(words.text.clone());
                }
                Block::Verdict { text, .. } => out.push(text.clone()),
                Block::Number { value, caption } => out.push(format!("{value} {caption}")),
                Block::Facts { facts } => {
                    out.extend(facts.iter().map(|fact| format!("{}: {}", fact.label, fact.words.text)));
                }
                Block::Table { table } => {
                    for row in &table.rows {
                        let cells =
                            row.cells.iter().map(|cell| format!("{} {}", cell.words.text, cell.small));
                        out.push(cells.collect::<Vec<_>>().join("|"));
                    }
                }
                Block::Figure { scene } => out.push(scene.sentence.clone()),
                Block::Beside { columns } => columns.iter().for_each(|blocks| of(blocks, out)),
            }
        }
    }
    let mut out = vec![document.title.clone(), document.when.clone()];
    for section in &document.sections {
        out.push(section.title.text.clone());
        out.extend(section.lead.as_ref().map(|lead| lead.text.clone()));
        of(&section.blocks, &mut out);
        out.push(section.notes.clone());
    }
    out.join("\n")
}

fn pack(product: &Product, sprint: SprintId) -> Document {
    product.document(&Report::Review { sprint }, false).unwrap()
}

#[test]
fn what_is_selected_waits_for_the_start_and_comes_back_at_the_end() {
    let mut product = product("A\nB\nC\nD\nE");
    let one = sprint(&mut product, 1, Some(("2026-11-12", "2026-11-25")));
    apply(&mut product, Edit::EndSprint { id: one, met: None, left: Vec::new() });
    let two = sprint(&mut product, 2, Some(("2026-12-10", "2026-12-23")));
    let chosen = ids(&product, &["B", "C", "D"]);
    check_edits(
        &mut product,
        [
            Edit::SelectItems { id: two, items: chosen.clone() },
            Edit::UnselectItems { id: two, items: ids_of(&chosen, 2) },
            Edit::SelectItems { id: two, items: ids_of(&chosen, 2) },
            Edit::StartSprint { id: two },
        ]
        .map(|edit| move |_: &Product| edit.clone()),
    );
    assert_eq!(order(&product), "B\nC\nD\nA\nE");
    let started = product.sprint(two).unwrap();
    assert!(started.running);
    assert_eq!(started.sprint.fields.first, Some(day(TODAY)));
    let on = day(TODAY);
    apply(&mut product, Edit::FinishItems { ids: vec![chosen[0]], on });
    let left = vec![Leftover {
        item: chosen[1],
        fate: Fate::Carried,
        why: "The file changed.".into(),
        next: "Ask the van company.".into(),
    }];
    let end = Edit::EndSprint { id: two, met: Some(Met::Partly), left };
    check_edits(&mut product, [move |_: &Product| end.clone()]);
    let ended = product.sprint(two).unwrap();
    let became: Vec<_> =
        ended.items.iter().map(|one| (one.item.title.as_str(), one.done, one.became)).collect();
    assert_eq!(
        became,
        [("C", false, Some(Fate::Carried)), ("D", false, Some(Fate::Returned)), ("B", true, None)]
    );
    assert_eq!(ended.items[0].why, "The file changed.");
    assert_eq!((state(&product, "C"), state(&product, "D")), (State::Ready, State::Ready));
    let three = product.sprint_of_number(3).unwrap();
    assert_eq!(product.sprint(three).unwrap().items.len(), 1);
    assert_eq!(refused(&mut product, Edit::StartSprint { id: two }), "error-sprint-ended");
}

fn ids_of(ids: &[ItemId], at: usize) -> Vec<ItemId> {
    vec![ids[at]]
}

#[test]
fn whatever_puts_an_item_into_the_running_sprint_selects_it() {
    let mut product = product("A\nB");
    let running = sprint(&mut product, 1, Some(("2026-11-23", "2026-12-04")));
    let edit = Edit::ChangeItems { ids: ids(&product, &["B"]), changes: vec![Field::State(State::InSprint)] };
    apply(&mut product, edit);
    let page = product.sprint(running).unwrap();
    assert_eq!(page.items.iter().map(|one| one.item.title.as_str()).collect::<Vec<_>>(), ["B"]);
    assert_eq!(page.items[0].selected_on, Some(day(TODAY)));
    // What is finished without being selected is told apart.
    let edit = Edit::FinishItems { ids: ids(&product, &["A"]), on: day(TODAY) };
    apply(&mut product, edit);
    let page = product.sprint(running).unwrap();
    assert_eq!((page.items.len(), page.unselected.len()), (1, 1));
    let line = product.sprint_lines().unwrap()[0];
    assert_eq!((line.selected, line.done, line.unselected), (1, 0, 1));
}

#[test]
fn days_that_are_missing_or_overlap_are_refused_with_a_way_out() {
    let mut product = product("A");
    let undated = sprint(&mut product, 1, None);
    assert_eq!(
        refused(&mut product, Edit::EndSprint { id: undated, met: None, left: Vec::new() }),
        "error-sprint-not-begun"
    );
    sprint(&mut product, 2, Some(("2026-11-23", "2026-12-04")));
    let half = SprintFields { number: 3, first: Some(day(TODAY)), ..SprintFields::default() };
    assert_eq!(refused(&mut product, Edit::AddSprint { fields: half }), "error-sprint-half-dated");
    let (first, last) = (Some(day("2026-12-04")), Some(day("2026-12-18")));
    let over = SprintFields { number: 3, first, last, ..SprintFields::default() };
    assert_eq!(refused(&mut product, Edit::AddSprint { fields: over }), "error-sprints-overlap");
    assert_eq!(refused(&mut product, Edit::StartSprint { id: undated }), "error-sprint-runs");
    // A pack of a Sprint without days, goal or items still says so in words.
    let said = texts(&pack(&product, undated));
    assert!(said.contains("Nothing was finished in this Sprint."), "{said}");
    assert!(said.contains("This Sprint had no Sprint Goal."), "{said}");
    assert!(product.sprint(undated).unwrap().chance.is_none());
}

#[test]
fn chances_are_those_of_the_forecast() {
    let mut product = Product::sample(at(TODAY)).unwrap();
    let running = product.sprint_of_number(15).unwrap();
    let page = product.sprint(running).unwrap();
    let last = page.sprint.fields.last.unwrap();
    let outlook = product.outlook(day(TODAY), &Assumptions::default()).unwrap();
    let open: Vec<_> = page.items.iter().filter(|one| !one.done).collect();
    assert!(open.len() > 2);
    for (place, one) in (1_u32..).zip(&open) {
        let question = Question { items: Some(place), in_progress: place, by: Some(last) };
        let likelihood = outlook.answer(&question, 85).likelihood.unwrap();
        assert_eq!(one.chance.as_deref(), Some(display_likelihood(likelihood).as_str()));
    }
    let all = page.chance.unwrap();
    assert!(all.contains(open.last().unwrap().chance.as_deref().unwrap()), "{all}");
    // A Sprint that is over has no chances any more.
    let past = product.sprint_of_number(14).unwrap();
    assert!(product.sprint(past).unwrap().items.iter().all(|one| one.done && one.chance.is_none()));
    product.load(at(TODAY)).unwrap();
}

/// A product with a Sprint in which A and B are Done, C is not, and one person.
fn reviewed() -> (Product, SprintId, StakeholderId) {
    let mut product = product("A\nB\nC\nD");
    let mut settings = product.settings().clone();
    settings.definition_of_done = "- Tested\n- Shown".into();
    apply(&mut product, Edit::ChangeSettings { settings });
    let fields = StakeholderFields { name: "Ines Duarte".into(), ..StakeholderFields::default() };
    let ines = StakeholderId(made(&mut product, Edit::AddStakeholder { fields }));
    let running = sprint(&mut product, 7, Some(("2026-11-23", TODAY)));
    let items = ids(&product, &["A", "B", "C"]);
    apply(&mut product, Edit::SelectItems { id: running, items: items.clone() });
    apply(&mut product, Edit::FinishItems { ids: vec![items[0], items[1]], on: day(TODAY) });
    (product, running, ines)
}

#[test]
fn the_order_of_showing_is_kept_and_taken_back() {
    let (mut product, sprint, _) = reviewed();
    let (a, b, c) = (id(&product, "A"), id(&product, "B"), id(&product, "C"));
    check_edits(
        &mut product,
        [
            Edit::MoveShown { sprint, item: b, to: 0 },
            Edit::ShowItem { sprint, item: a, by_whom: "Dana".into(), minutes: Some(4) },
            Edit::ShowItem { sprint, item: b, by_whom: "Ben".into(), minutes: Some(6) },
        ]
        .map(|edit| move |_: &Product| edit.clone()),
    );
    let shown: Vec<_> = product.review(sprint).unwrap().done.iter().map(|one| one.item.id).collect();
    assert_eq!(shown, [b, a]);
    assert_eq!(refused(&mut product, Edit::MoveShown { sprint, item: c, to: 0 }), "error-not-done-in-sprint");
    let said = texts(&pack(&product, sprint));
    assert!(said.contains("In the order we show it, 10 minutes"), "{said}");
    assert!(said.contains("Ben |6 min"), "{said}");
    product.undo(at(TODAY)).unwrap();
    assert!(!texts(&pack(&product, sprint)).contains("Ben"));
}

#[test]
fn a_hand_edit_survives_changed_data_and_says_what_data_say_now() {
    let (mut product, sprint, _) = reviewed();
    let lead = |product: &Product| {
        let pack = pack(product, sprint);
        pack.sections.iter().find(|section| section.id == "goal").unwrap().blocks[0].clone()
    };
    let Block::Text { words } = lead(&product) else { panic!() };
    assert_eq!((words.text.as_str(), words.data.as_deref()), ("2 items are Done, one is not.", None));
    let reword = |text: &str, said: &str| Edit::Reword {
        sprint,
        key: "goal.text".into(),
        text: text.into(),
        said: said.into(),
    };
    apply(&mut product, reword("Please try it yourself.", &words.text));
    let Block::Text { words } = lead(&product) else { panic!() };
    assert_eq!((words.text.as_str(), words.moved), ("Please try it yourself.", false));
    assert_eq!(words.data.as_deref(), Some("2 items are Done, one is not."));
    let edit = Edit::FinishItems { ids: ids(&product, &["C"]), on: day(TODAY) };
    apply(&mut product, edit);
    let Block::Text { words } = lead(&product) else { panic!() };
    assert_eq!((words.text.as_str(), words.moved), ("Please try it yourself.", true));
    assert_eq!(words.data.as_deref(), Some("3 items are Done."));
    apply(&mut product, reword("", ""));
    let Block::Text { words } = lead(&product) else { panic!() };
    assert_eq!((words.text.as_str(), words.data, words.moved), ("3 items are Done.", None, false));
}

#[test]
fn sections_are_hidden_moved_added_and_taken_away() {
    let (mut product, sprint, _) = reviewed();
    let shown = |product: &Product| {
        pack(product, sprint).sections.iter().map(|section| section.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&product)[..3], ["goal", "done", "not_done"]);
    let section = |name: &str| name.to_owned();
    let hidden = SectionFields::default();
    check_edits(
        &mut product,
        [
            Edit::ChangeSection { sprint, section: section("done"), fields: hidden },
            Edit::MoveSection { sprint, section: section("not_done"), to: 0 },
            Edit::AddSection { sprint, title: "A word".into(), text: "*Thank you* all.".into() },
        ]
        .map(|edit| move |_: &Product| edit.clone()),
    );
    let now = shown(&product);
    assert_eq!(now[..2], ["not_done", "goal"]);
    let text = now.last().unwrap().clone();
    assert!(text.starts_with("text ") && !now.contains(&section("done")));
    assert_eq!(
        refused(&mut product, Edit::RemoveSection { sprint, section: section("goal") }),
        "error-section-stays"
    );
    apply(&mut product, Edit::RemoveSection { sprint, section: text });
    assert!(!shown(&product).iter().any(|section| section.starts_with("text")));
}

#[test]
fn a_done_item_keeps_the_definition_of_done_of_its_day() {
    let (mut product, sprint, _) = reviewed();
    let mut settings = product.settings().clone();
    settings.definition_of_done = "- Something else".into();
    apply(&mut product, Edit::ChangeSettings { settings });
    let a = id(&product, "A");
    let evidence = product.item(a).unwrap().evidence.unwrap();
    assert_eq!(
        evidence.checks.iter().map(|check| check.text.as_str()).collect::<Vec<_>>(),
        ["Tested", "Shown"]
    );
    let give = |checks: Vec<Check>, url: &str| Edit::GiveEvidence {
        item: a,
        evidence: Evidence { checks, url: url.into() },
    };
    let mut checks = evidence.checks;
    checks[0].met = true;
    assert_eq!(refused(&mut product, give(checks.clone(), "javascript:alert(1)")), "error-url");
    apply(&mut product, give(checks, "https://example.org/try"));
    let said = texts(&pack(&product, sprint));
    assert!(said.contains("Definition of Done: 1 of 2 confirmed · try it"), "{said}");
    let edit = Edit::GiveEvidence { item: id(&product, "C"), evidence: Evidence::default() };
    assert_eq!(refused(&mut product, edit), "error-evidence-not-done");
    apply(&mut product, Edit::ReopenItems { ids: vec![a] });
    assert_eq!(product.item(a).unwrap().evidence, None);
}

#[test]
fn private_notes_are_in_a_document_only_when_asked_for() {
    const SECRET: &str = "Zwiebelfisch-5512";
    let (mut product, sprint, ines) = reviewed();
    apply(&mut product, Edit::NoteOnStakeholder { id: ines, text: format!("{SECRET} about her") });
    let fields = SectionFields { shown: true, notes: format!("{SECRET} for me"), ..Default::default() };
    apply(&mut product, Edit::ChangeSection { sprint, section: "done".into(), fields });
    let reports = [
        Report::Review { sprint },
        Report::Person { id: ines },
        Report::Backlog { cut: Cut::Developers },
        Report::Backlog { cut: Cut::Stakeholders },
        Report::Backlog { cut: Cut::Customers },
    ];
    for report in &reports {
        let without = product.document(report, false).unwrap();
        assert!(!serde_json::to_string(&without).unwrap().contains(SECRET), "{report:?}");
        assert!(without.goes_out.iter().any(|line| line == "Private notes stay here"), "{report:?}");
    }
    for report in &reports[..2] {
        let with = product.document(report, true).unwrap();
        assert!(serde_json::to_string(&with).unwrap().contains(SECRET), "{report:?}");
        assert!(with.goes_out.iter().any(|line| line.starts_with("Private notes go along")), "{report:?}");
    }
    let review = product.document(&reports[0], true).unwrap();
    assert!(texts(&review).contains(&format!("{SECRET} for me")));
    // Both kinds of notes stay out of what is handed on, and come along where asked for.
    let json = |with| String::from_utf8(product.export_json(with).unwrap()).unwrap();
    assert!(!json(false).contains(SECRET) && json(true).contains(SECRET));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.cairn");
    product.export_copy(&path, false).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()));
}

#[test]
fn what_waits_after_a_review_is_one_list() {
    let (mut product, sprint, ines) = reviewed();
    let fields = FeedbackFields {
        day: day(TODAY),
        text: "Seven days are short".into(),
        stakeholder: Some(ines),
        sprint: Some(sprint),
        item: Some(id(&product, "A")),
        reply: String::new(),
        replied_on: None,
    };
    let note = FeedbackId(made(&mut product, Edit::AddFeedback { fields }));
    let fields = DecisionFields {
        day: day(TODAY),
        title: "Which branch first".into(),
        context: String::new(),
        options: String::new(),
        decision: String::new(),
        effect: String::new(),
        look_again: None,
        outcome: String::new(),
    };
    apply(&mut product, Edit::AddDecision { fields });
    let c = id(&product, "C");
    let leftover = Edit::SayLeftover { sprint, item: c, why: "It rained".into(), next: "Again".into() };
    apply(&mut product, leftover);
    let after = product.follow_up(sprint).unwrap();
    let about: Vec<_> = after.lines.iter().map(|line| line.about).collect();
    assert!(about.contains(&FollowUpAbout::Triage { id: note }), "{about:?}");
    assert!(about.contains(&FollowUpAbout::Left { id: c }), "{about:?}");
    assert!(about.iter().any(|about| matches!(about, FollowUpAbout::Decision { .. })));
    assert_eq!(after.feedback.len(), 1);
    let said = texts(&pack(&product, sprint));
    assert!(said.contains("It rained") && said.contains("What happens now: Again"), "{said}");
    assert!(said.contains("Which branch first"), "{said}");
}

#[test]
fn the_three_cuts_of_the_backlog_say_what_they_may() {
    let (mut product, _, ines) = reviewed();
    let d = id(&product, "D");
    let want = Edit::Want { stakeholder: ines, items: vec![d], strength: 2, why: String::new(), need: None };
    apply(&mut product, want);
    let fields = ExampleFields { item: d, text: "Two holds, one cancelled".into() };
    apply(&mut product, Edit::AddExample { fields });
    let cut = |cut| texts(&product.document(&Report::Backlog { cut }, false).unwrap());
    let (developers, stakeholders, customers) =
        (cut(Cut::Developers), cut(Cut::Stakeholders), cut(Cut::Customers));
    assert!(developers.contains("Two holds") && !developers.contains("Ines"), "{developers}");
    assert!(stakeholders.contains("Ines Duarte") && !stakeholders.contains("Two holds"), "{stakeholders}");
    assert!(!customers.contains("Ines") && customers.contains("D "), "{customers}");
    let body = customers.split_once("What comes").unwrap().1;
    assert!(!body.split_once("What comes").unwrap().1.contains(|c: char| c.is_ascii_digit()), "{customers}");
}

#[test]
fn a_review_knows_when_it_is_and_what_moved_since_the_last() {
    let mut product = Product::sample(at(TODAY)).unwrap();
    let running = product.sprint_of_number(15).unwrap();
    let pack = pack(&product, running);
    assert_eq!(pack.title, "Sprint 15 Review");
    assert!(pack.when.ends_with("14:00, Hebden branch and call"), "{}", pack.when);
    let review = product.review(running).unwrap();
    let before = product.sprint(product.sprint_of_number(14).unwrap()).unwrap().sprint.fields.last;
    assert_eq!(review.before, before);
    let forecast = pack.sections.iter().find(|section| section.id == "forecast").unwrap();
    let table = forecast.blocks.iter().find_map(|block| match block {
        Block::Table { table } => Some(table),
        _ => None,
    });
    assert_eq!(table.unwrap().rows.len(), 4, "the move is split by its four causes");
    let fields = ReviewFields { time: "9:00".into(), ..review.fields };
    apply(&mut product, Edit::PlanReview { sprint: running, fields });
    assert!(self::pack(&product, running).when.contains("9:00"));
}

#[test]
fn three_hundred_done_items_and_a_title_of_two_thousand_characters_make_a_pack() {
    let titles: Vec<String> = (0..300).map(|n| format!("Item {n}")).collect();
    let mut product = product(&titles.join("\n"));
    let running = sprint(&mut product, 1, Some(("2026-11-23", "2026-12-04")));
    let all: Vec<ItemId> = product.items().iter().map(|item| item.id).collect();
    let long = Field::Title("long ".repeat(400));
    apply(&mut product, Edit::ChangeItems { ids: vec![all[0]], changes: vec![long] });
    apply(&mut product, Edit::FinishItems { ids: all, on: day(TODAY) });
    let pack = pack(&product, running);
    let done = pack.sections.iter().find(|section| section.id == "done").unwrap();
    let Block::Table { table } = &done.blocks[0] else { panic!() };
    assert_eq!(table.rows.len(), 300);
    assert!(texts(&pack).contains("300 items are Done."));
}
