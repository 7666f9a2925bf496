//! People: private notes that stay, persons that are merged and erased, what the order gives whom.

use cairn_core::backlog::{Field, Place, State, ValueRange};
use cairn_core::conflict::{ConflictFields, Side};
use cairn_core::contact::{ContactFields, QuestionFields};
use cairn_core::decision::PairFields;
use cairn_core::discovery::{AssumptionFields, AssumptionState};
use cairn_core::feedback::{FeedbackFields, Triage};
use cairn_core::ids::*;
use cairn_core::need::NeedFields;
use cairn_core::review::SectionFields;
use cairn_core::sprint::SprintFields;
use cairn_core::stakeholder::StakeholderFields;
use cairn_core::story::SaidBackFields;
use cairn_core::{Edit, Error, Product};
use cairn_tests::*;
use chrono::Days;
use std::path::Path;

fn person(product: &mut Product, name: &str) -> StakeholderId {
    let fields = StakeholderFields { name: name.into(), ..Default::default() };
    StakeholderId(made(product, Edit::AddStakeholder { fields }))
}

fn sample() -> Product {
    Product::sample(at(TODAY)).unwrap()
}

fn at_position(product: &Product, position: u32) -> ItemId {
    product.items()[position as usize - 1].id
}

/// The id of what an edit made.
fn made(product: &mut Product, edit: Edit) -> i64 {
    product.apply(edit, at(TODAY)).unwrap().created[0]
}

fn want(product: &mut Product, stakeholder: StakeholderId, title: &str, strength: u8) {
    let items = vec![id(product, title)];
    let edit = Edit::Want { stakeholder, items, strength, why: String::new(), need: None };
    product.apply(edit, at(TODAY)).unwrap();
}

fn need(stakeholder: StakeholderId, text: &str) -> NeedFields {
    NeedFields { stakeholder, text: text.into(), strength: 2, why: String::new(), business_goal: None }
}

fn talk(stakeholder: StakeholderId, day: &str, text: &str) -> Edit {
    let day = cairn_tests::day(day);
    Edit::AddContact { fields: ContactFields { stakeholder, day, text: text.into(), again_on: None } }
}

fn feedback(text: &str, stakeholder: Option<StakeholderId>) -> Edit {
    let fields = FeedbackFields {
        day: day(TODAY),
        text: text.into(),
        stakeholder,
        sprint: None,
        item: None,
        reply: String::new(),
        replied_on: None,
    };
    Edit::AddFeedback { fields }
}

fn holds(bytes: &[u8], secret: &str) -> bool {
    bytes.windows(secret.len()).any(|window| window == secret.as_bytes())
}

const SECRET: &str = "Zwiebelfisch-7731";

/// A product in which a secret stood in a private note, stood there before, and was taken back.
fn with_a_secret() -> (Product, StakeholderId) {
    let mut product = product("A\nB");
    let maria = person(&mut product, "Maria");
    for text in [format!("old {SECRET}"), SECRET.to_owned(), format!("{SECRET} again")] {
        let note = Edit::NoteOnStakeholder { id: maria, text };
        product.apply(note, at(TODAY)).unwrap();
        product.undo(at(TODAY)).unwrap();
        product.redo(at(TODAY)).unwrap();
    }
    want(&mut product, maria, "A", 3);
    (product, maria)
}

#[test]
fn private_notes_leave_only_when_asked_for() {
    let (mut product, maria) = with_a_secret();
    assert!(product.private_note(maria).unwrap().contains(SECRET));
    let shown = serde_json::to_vec(&product.load(at(TODAY)).unwrap()).unwrap();
    assert!(!holds(&shown, SECRET));
    assert!(!holds(&serde_json::to_vec(&product.person(maria).unwrap()).unwrap(), SECRET));
    let history = product.history(None, None, u32::MAX).unwrap();
    assert!(!holds(&serde_json::to_vec(&history).unwrap(), SECRET));
    assert!(!holds(&product.export_json(false).unwrap(), SECRET));
    assert!(holds(&product.export_json(true).unwrap(), SECRET));

    let folder = tempfile::tempdir().unwrap();
    let (bare, whole) = (folder.path().join("bare.cairn"), folder.path().join("whole.cairn"));
    product.export_copy(&bare, false).unwrap();
    product.export_copy(&whole, true).unwrap();
    assert!(!holds(&std::fs::read(&bare).unwrap(), SECRET));
    assert!(holds(&std::fs::read(&whole).unwrap(), SECRET));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    let mut bare = Product::open(&bare, at(TODAY)).unwrap();
    assert_eq!(bare.check().unwrap(), Vec::<String>::new());
    assert_eq!(bare.private_note(maria).unwrap(), "");
    while bare.undo(at(TODAY)).is_ok() {}
    assert!(bare.items().is_empty());
}

#[test]
fn a_product_from_an_export_without_private_notes_goes_on() {
    let (product, maria) = with_a_secret();
    let json = product.export_json(false).unwrap();
    let mut here = Product::of_json(&json, Path::new("x.json"), at(TODAY)).unwrap();
    let note = Edit::NoteOnStakeholder { id: maria, text: "new".into() };
    here.apply(note, at(TODAY)).unwrap();
    assert_eq!(here.private_note(maria).unwrap(), "new");
    assert_eq!(here.check().unwrap(), Vec::<String>::new());
}

#[test]
fn an_erased_person_is_gone_from_the_file_and_its_past() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.cairn");
    let mut product = Product::create(&path, "P", at(TODAY)).unwrap();
    let items = vec![item("A"), item("B"), item("Ask Zacharias about C")];
    product.apply(Edit::AddItems { items, place: Place::Bottom }, at(TODAY)).unwrap();
    let gone = person(&mut product, "Zacharias");
    let other = person(&mut product, "Zachariasson");
    let renamed = StakeholderFields { name: "Quintilian".into(), role: "x".into(), ..Default::default() };
    product.apply(Edit::ChangeStakeholder { id: gone, fields: renamed }, at(TODAY)).unwrap();
    want(&mut product, gone, "A", 3);
    want(&mut product, other, "A", 1);
    let fields = need(gone, "Secretneed");
    product.apply(Edit::AddNeed { fields }, at(TODAY)).unwrap();
    product.apply(talk(gone, TODAY, "Secrettalk"), at(TODAY)).unwrap();
    product.apply(Edit::NoteOnStakeholder { id: gone, text: "Secretnote".into() }, at(TODAY)).unwrap();
    let note = FeedbackId(made(&mut product, feedback("Please add print", Some(gone))));
    let triage = Triage::Item { title: "Print".into(), place: Place::Top };
    product.apply(Edit::TriageFeedback { id: note, triage }, at(TODAY)).unwrap();
    let (a, b) = (id(&product, "A"), id(&product, "B"));
    let reason = "Quintilian asked for it".to_owned();
    product
        .apply(Edit::MoveItems { ids: vec![b], place: Place::Before { id: a }, reason }, at(TODAY))
        .unwrap();
    product.apply(Edit::RemoveNeed { id: NeedId(1) }, at(TODAY)).unwrap();
    let today = Some(day(TODAY));
    let fields = SprintFields { number: 1, first: today, last: today, ..SprintFields::default() };
    let sprint = SprintId(made(&mut product, Edit::AddSprint { fields }));
    let written = || "Ask Quintilian".to_owned();
    let notes = SectionFields { shown: true, notes: written(), ..SectionFields::default() };
    let said_back = SaidBackFields { item: b, day: day(TODAY), who: written(), text: "B".into() };
    for edit in [
        Edit::FinishItems { ids: vec![b], on: day(TODAY) },
        Edit::AddSection { sprint, title: written(), text: written() },
        Edit::Reword { sprint, key: "goal.text".into(), text: written(), said: written() },
        Edit::ShowItem { sprint, item: b, by_whom: written(), minutes: None },
        Edit::ChangeSection { sprint, section: "done".into(), fields: notes },
        Edit::AddSaidBack { fields: said_back },
    ] {
        product.apply(edit, at(TODAY)).unwrap();
    }
    let before: Vec<String> = product.items().into_iter().map(|item| item.title).collect();

    let mentions = product.erase(gone, at(TODAY)).unwrap();
    assert_eq!(mentions, Vec::<ItemId>::new());
    assert!(product.stakeholders().iter().all(|person| person.id != gone));
    let after: Vec<String> = product.items().into_iter().map(|item| item.title).collect();
    assert_eq!(after, before);
    assert!(matches!(product.undo(at(TODAY)), Err(Error::Invalid { key: "error-nothing-to-undo", .. })));
    assert!(matches!(product.redo(at(TODAY)), Err(Error::Invalid { .. })));
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
    let wanted = product.items().into_iter().find(|item| item.title == "A").unwrap().wanted_by;
    assert_eq!(wanted, [other]);
    product.apply(Edit::DeleteItems { ids: vec![a] }, at(TODAY)).unwrap();
    product.undo(at(TODAY)).unwrap();
    let json = product.export_json(true).unwrap();
    drop(product);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in ["Quintilian", "Secretneed", "Secrettalk", "Secretnote"] {
            assert!(!holds(&bytes, secret), "{secret}");
        }
        assert!(holds(&bytes, "Zachariasson"));
    }
    for secret in ["Quintilian", "Secretneed", "Secrettalk", "Secretnote"] {
        assert!(!holds(&json, secret), "{secret}");
    }
    let product = Product::open(&path, at(TODAY)).unwrap();
    let told: Vec<String> =
        product.history(None, None, 100).unwrap().into_iter().map(|line| line.text).collect();
    assert!(told.iter().any(|text| text == "Erased a person"), "{told:?}");
    assert!(told.iter().any(|text| text == "Added Zachariasson"), "{told:?}");
}

#[test]
fn erasing_names_the_items_that_still_mention_the_person() {
    let mut product = product("Ask Tomasz about C\nB");
    let tom = person(&mut product, "Tomasz");
    assert_eq!(product.erase(tom, at(TODAY)).unwrap(), [id(&product, "Ask Tomasz about C")]);
    assert!(matches!(product.erase(tom, at(TODAY)), Err(Error::NotFound { .. })));
}

#[test]
fn people_become_one_in_one_step() {
    let mut product = product("A\nB");
    let (ann, anna) = (person(&mut product, "Ann"), person(&mut product, "Anna"));
    want(&mut product, ann, "A", 1);
    want(&mut product, anna, "A", 3);
    want(&mut product, anna, "B", 2);
    product.apply(Edit::AddNeed { fields: need(anna, "Light") }, at(TODAY)).unwrap();
    product.apply(talk(anna, TODAY, "Lunch"), at(TODAY)).unwrap();
    product.apply(Edit::NoteOnStakeholder { id: ann, text: "one".into() }, at(TODAY)).unwrap();
    product.apply(Edit::NoteOnStakeholder { id: anna, text: "two".into() }, at(TODAY)).unwrap();
    let before = content(&product);
    product.apply(Edit::MergeStakeholders { into: ann, ids: vec![anna] }, at(TODAY)).unwrap();
    let page = product.person(ann).unwrap();
    let wants: Vec<(String, u8)> =
        page.wants.into_iter().map(|want| (want.item.title, want.strength)).collect();
    assert_eq!(wants, [("A".to_owned(), 3), ("B".to_owned(), 2)]);
    assert_eq!((page.needs.len(), page.contacts.len()), (1, 1));
    assert_eq!(page.stakeholder.last_contact, Some(day(TODAY)));
    assert_eq!(product.private_note(ann).unwrap(), "one\n\ntwo");
    assert!(product.stakeholder(anna).is_none());
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);

    let side = |stakeholder| Side { stakeholder, item: None, position: "x".into(), interest: "".into() };
    let fields = ConflictFields {
        day: day(TODAY),
        first: side(ann),
        second: side(anna),
        options: String::new(),
        decision: String::new(),
        follow_up: String::new(),
        follow_up_on: None,
    };
    product.apply(Edit::AddConflict { fields }, at(TODAY)).unwrap();
    let merge = Edit::MergeStakeholders { into: ann, ids: vec![anna] };
    assert!(matches!(
        product.apply(merge, at(TODAY)),
        Err(Error::Invalid { key: "error-merge-at-odds", .. })
    ));
}

#[test]
fn the_next_contact_is_the_agreed_day_or_follows_the_rhythm() {
    let mut product = product("A");
    let fields = StakeholderFields { name: "Mo".into(), cadence: Some(10), ..Default::default() };
    let mo = StakeholderId(made(&mut product, Edit::AddStakeholder { fields }));
    let due = |product: &Product| product.stakeholder(mo).unwrap().due.unwrap() - day(TODAY);
    assert_eq!(due(&product).num_days(), 10);
    let earlier = (day(TODAY) - Days::new(4)).to_string();
    product.apply(talk(mo, &earlier, "hello"), at(TODAY)).unwrap();
    assert_eq!(due(&product).num_days(), 6);
    let agreed = ContactFields {
        stakeholder: mo,
        day: day(TODAY),
        text: "again soon".into(),
        again_on: Some(day(TODAY) + Days::new(2)),
    };
    product.apply(Edit::AddContact { fields: agreed }, at(TODAY)).unwrap();
    assert_eq!(due(&product).num_days(), 2);
    let late = talk(mo, &(day(TODAY) + Days::new(1)).to_string(), "tomorrow");
    assert!(matches!(product.apply(late, at(TODAY)), Err(Error::Invalid { key: "error-day-in-future", .. })));
}

#[test]
fn what_each_person_gets_is_counted_by_the_dates_that_are_waited_for() {
    let mut product = sample();
    let service = product.service().unwrap();
    assert_eq!(service.lines.len(), 2);
    let order = product.items();
    for served in &service.people {
        let wants: Vec<_> =
            order.iter().filter(|item| item.wanted_by.contains(&served.stakeholder)).collect();
        let sure = |item: &&&cairn_core::backlog::Item| {
            item.position.and_then(|position| product.finish().date_at(85, position))
        };
        let by = |line: usize| {
            wants.iter().filter(|item| sure(item).is_some_and(|date| date <= service.lines[line].day)).count()
        };
        let placed = wants.iter().filter(|item| item.position.is_some()).count();
        assert_eq!(served.soon as usize, by(0));
        assert_eq!(served.next as usize, by(1) - by(0));
        assert_eq!(served.later as usize, placed - by(1));
    }
    let first = order.iter().find(|item| item.wanted_by.len() == 1).unwrap();
    let (item, who) = (first.id, first.wanted_by[0]);
    let soon = |product: &Product| {
        let service = product.service().unwrap();
        let served = service.people.into_iter().find(|served| served.stakeholder == who).unwrap();
        (served.done, served.not_planned)
    };
    let (done, not_planned) = soon(&product);
    product.apply(Edit::FinishItems { ids: vec![item], on: day(TODAY) }, at(TODAY)).unwrap();
    assert_eq!(soon(&product), (done + 1, not_planned));
    let decline =
        Edit::DeclineItems { ids: vec![item], reason: "no".into(), revisit: None, assumption: None };
    product.apply(decline, at(TODAY)).unwrap();
    assert_eq!(soon(&product), (done, not_planned + 1));
    product.apply(Edit::AddNeed { fields: need(who, "More light") }, at(TODAY)).unwrap();
    assert_eq!(soon(&product), (done, not_planned + 2));
}

#[test]
fn needs_compete_where_a_date_lies_between_what_different_people_want() {
    let mut product = sample();
    let sure = |product: &Product, position: u32| product.finish().date_at(85, position);
    let place = (10..30).find(|at| sure(&product, *at) < sure(&product, at + 1)).unwrap();
    let (above, below) = (at_position(&product, place), at_position(&product, place + 1));
    let (one, other) = (person(&mut product, "One"), person(&mut product, "Other"));
    for (stakeholder, item) in [(one, above), (other, below)] {
        let wanted = product.list_item(item).unwrap().wanted_by;
        for before in wanted {
            product.apply(Edit::Unwant { stakeholder: before, items: vec![item] }, at(TODAY)).unwrap();
        }
        let want = Edit::Want { stakeholder, items: vec![item], strength: 1, why: String::new(), need: None };
        product.apply(want, at(TODAY)).unwrap();
    }
    let found = |product: &Product| {
        let all = product.service().unwrap().competing;
        all.into_iter().find(|pair| (pair.first.stakeholder, pair.second.stakeholder) == (one, other))
    };
    assert_eq!(found(&product), None, "weak wants without a date between");
    let line = sure(&product, place).unwrap();
    product.apply(Edit::AddDateLine { name: "Audit".into(), day: line }, at(TODAY)).unwrap();
    let pair = found(&product).unwrap();
    assert!(pair.sentence.contains("Audit"), "{}", pair.sentence);
    assert_eq!((pair.first.item, pair.first.position, pair.conflict), (above, place, None));
    let want =
        Edit::Want { stakeholder: one, items: vec![below], strength: 1, why: String::new(), need: None };
    product.apply(want, at(TODAY)).unwrap();
    assert_eq!(found(&product), None, "both are wanted by the same person");
}

#[test]
fn a_note_becomes_what_it_is_and_the_person_hears_of_it() {
    let mut product = sample();
    let ann = person(&mut product, "Ann");
    let note = |product: &mut Product| FeedbackId(made(product, feedback("Please print it", Some(ann))));
    let id = note(&mut product);
    assert!(product.reply_line(id).unwrap().contains("waiting"));
    let before = content(&product);
    let triage = Triage::Item { title: "Print".into(), place: Place::Top };
    product.apply(Edit::TriageFeedback { id, triage }, at(TODAY)).unwrap();
    let item = product.items().into_iter().find(|item| item.title == "Print").unwrap();
    assert_eq!(item.wanted_by, [ann]);
    let reply = product.reply_line(id).unwrap();
    assert!(reply.contains("85% likely by") && reply.contains("50% by"), "{reply}");
    product.apply(Edit::FinishItems { ids: vec![item.id], on: day(TODAY) }, at(TODAY)).unwrap();
    assert!(product.reply_line(id).unwrap().ends_with("is Done."));
    product.undo(at(TODAY)).unwrap();
    product.undo(at(TODAY)).unwrap();
    assert_eq!(content(&product), before);

    let id = note(&mut product);
    let declined = Triage::NotDoing {
        title: "Print receipts at the desk".into(),
        reason: "Paper".into(),
        revisit: None,
        assumption: None,
    };
    product.apply(Edit::TriageFeedback { id, triage: declined }, at(TODAY)).unwrap();
    assert!(product.reply_line(id).unwrap().ends_with("We will not do it: Paper"));
    let again = product.similar("Receipts: print them").unwrap();
    assert_eq!(again[0].reason, "Paper");
    assert!(product.similar("Reserve a book").unwrap().iter().all(|declined| declined.reason != "Paper"));

    let nobody = FeedbackId(made(&mut product, feedback("Somebody said", None)));
    let need = Triage::Need { text: "Light".into(), strength: 2 };
    let refused = product.apply(Edit::TriageFeedback { id: nobody, triage: need }, at(TODAY));
    assert!(matches!(refused, Err(Error::Invalid { key: "error-need-of-nobody", .. })));
}

#[test]
fn what_is_not_done_comes_up_again_on_its_day_and_when_its_assumption_changes() {
    let mut product = product("A\nB\nC");
    let fields = AssumptionFields {
        text: "Paper is dear".into(),
        state: AssumptionState::Untested,
        state_on: day(TODAY),
    };
    let assumption = AssumptionId(made(&mut product, Edit::AddAssumption { fields: fields.clone() }));
    let decline = |product: &mut Product, title: &str, revisit: Option<&str>, assumption| {
        let ids = vec![id(product, title)];
        let revisit = revisit.map(day);
        product
            .apply(Edit::DeclineItems { ids, reason: "no".into(), revisit, assumption }, at(TODAY))
            .unwrap();
    };
    decline(&mut product, "A", Some("2027-01-01"), None);
    decline(&mut product, "B", None, Some(assumption));
    let again = |product: &mut Product, on: &str| -> Vec<String> {
        product.load(at(on)).unwrap();
        let declined = product.declined().unwrap();
        declined.into_iter().filter(|one| one.look_again.is_some()).map(|one| one.item.title).collect()
    };
    assert_eq!(again(&mut product, TODAY), Vec::<String>::new());
    assert_eq!(again(&mut product, "2027-01-01"), ["A"]);
    product.load(at(TODAY)).unwrap();
    let fields = AssumptionFields { state: AssumptionState::Fails, ..fields };
    product.apply(Edit::ChangeAssumption { id: assumption, fields }, at(TODAY)).unwrap();
    assert_eq!(again(&mut product, TODAY), ["B"]);
}

#[test]
fn a_person_s_page_says_what_changed_since_the_last_talk() {
    let mut product = product("A\nB\nC\nD");
    let ann = person(&mut product, "Ann");
    for title in ["A", "B", "C"] {
        want(&mut product, ann, title, 2);
    }
    product.apply(talk(ann, TODAY, "hello"), at(TODAY)).unwrap();
    let later = "2026-12-10";
    let (a, b, c) = (id(&product, "A"), id(&product, "B"), id(&product, "C"));
    product.apply(Edit::FinishItems { ids: vec![a], on: day(later) }, at(later)).unwrap();
    let reason = String::new();
    product.apply(Edit::MoveItems { ids: vec![c], place: Place::Top, reason }, at(later)).unwrap();
    let decline = Edit::DeclineItems { ids: vec![b], reason: "no".into(), revisit: None, assumption: None };
    product.apply(decline, at(later)).unwrap();
    let page = product.person(ann).unwrap();
    let expected = ["“C” moved up from 3 to 1.", "“A” is Done.", "“B” will not be done."];
    assert_eq!(page.changed, expected);
    let fields = QuestionFields {
        stakeholder: Some(ann),
        item: None,
        text: "Which branch first?".into(),
        answer: String::new(),
        answered_on: None,
    };
    assert_ne!(page.ask, fields.text);
    product.apply(Edit::AddQuestion { fields }, at(later)).unwrap();
    assert_eq!(product.person(ann).unwrap().ask, "Which branch first?");
}

#[test]
fn scores_stand_beside_the_order_and_say_where_they_disagree() {
    let mut product = product("A\nB\nC\nD");
    let mut set = |title: &str, size: f64, marks: [u8; 2]| {
        let ids = vec![id(&product, title)];
        let [value, urgency] = marks.map(Some);
        let changes = vec![Field::Size(Some(size)), Field::Need(value), Field::Urgency(urgency)];
        product.apply(Edit::ChangeItems { ids, changes }, at(TODAY)).unwrap();
    };
    set("A", 8.0, [1, 0]);
    set("B", 4.0, [2, 1]);
    set("C", 1.0, [4, 4]);
    let scores = product.scores().unwrap();
    let told = |scored: &[cairn_core::Scored]| -> Vec<(String, f64, u32, u32)> {
        let title = |id| product.list_item(id).unwrap().title;
        scored.iter().map(|one| (title(one.item), one.score, one.order, one.place)).collect()
    };
    let expected = [("A", 0.125, 1, 3), ("C", 4.0, 3, 1), ("B", 0.5, 2, 2)];
    assert_eq!(
        told(&scores.value),
        expected.map(|(title, score, order, place)| (title.to_owned(), score, order, place))
    );
    assert_eq!(told(&scores.delay)[1], ("C".to_owned(), 8.0, 3, 1));
    let ids = vec![id(&product, "D")];
    let value = Some(ValueRange { low: 10.0, high: 30.0, confidence: 50 });
    let changes = vec![Field::Size(Some(5.0)), Field::Value(value)];
    product.apply(Edit::ChangeItems { ids: ids.clone(), changes }, at(TODAY)).unwrap();
    assert_eq!(product.item(ids[0]).unwrap().value, value);
    let scores = product.scores().unwrap();
    assert_eq!(scores.value.iter().map(|one| one.score).collect::<Vec<_>>(), [2.0]);
    let wrong = Some(ValueRange { low: 3.0, high: 1.0, confidence: 50 });
    let refused = product.apply(Edit::ChangeItems { ids, changes: vec![Field::Value(wrong)] }, at(TODAY));
    assert!(matches!(refused, Err(Error::Invalid { key: "error-value", .. })));
}

#[test]
fn what_changed_since_a_day_leaves_out_what_was_taken_back() {
    let mut product = product("A\nB\nC");
    let later = "2026-12-10";
    let (a, c) = (id(&product, "A"), id(&product, "C"));
    let up = |reason: &str| Edit::MoveItems { ids: vec![c], place: Place::Top, reason: reason.into() };
    product.apply(up("urgent"), at(later)).unwrap();
    let down = Edit::MoveItems { ids: vec![c], place: Place::Bottom, reason: String::new() };
    product.apply(down, at(later)).unwrap();
    product.undo(at(later)).unwrap();
    product.redo(at(later)).unwrap();
    product.undo(at(later)).unwrap();
    product.apply(Edit::FinishItems { ids: vec![a], on: day(later) }, at(later)).unwrap();
    let place = Place::Bottom;
    product.apply(Edit::AddItems { items: vec![item("New")], place }, at(later)).unwrap();
    let since = product.since(Some(day(TODAY))).unwrap();
    let titles = |items: &[cairn_core::backlog::Item]| -> Vec<String> {
        items.iter().map(|item| item.title.clone()).collect()
    };
    assert_eq!((titles(&since.added), titles(&since.done)), (vec!["New".to_owned()], vec!["A".to_owned()]));
    let reasons: Vec<_> = since.moves.iter().map(|line| line.reason.as_deref()).collect();
    assert_eq!(reasons, [Some("urgent")]);
    assert_eq!(product.days().unwrap(), [day(TODAY), day(later)]);
    assert!(product.since(Some(day("2027-05-05"))).is_err());
}

#[test]
fn what_can_t_be_meant_is_refused_and_changes_nothing() {
    let mut product = product("A\nB");
    let (ann, bob) = (person(&mut product, "Ann"), person(&mut product, "Bob"));
    let (a, b) = (id(&product, "A"), id(&product, "B"));
    let theirs = NeedId(made(&mut product, Edit::AddNeed { fields: need(bob, "Light") }));
    let before = content(&product);
    let stakeholder = |fields: StakeholderFields| Edit::ChangeStakeholder { id: ann, fields };
    let named = || StakeholderFields { name: "Ann".into(), ..Default::default() };
    let pair = |above, below, why: &str| Edit::AddPair {
        fields: PairFields { day: day(TODAY), above, below, why: why.into() },
    };
    let refused = [
        stakeholder(StakeholderFields { power: Some(101), ..named() }),
        stakeholder(StakeholderFields { cadence: Some(0), ..named() }),
        stakeholder(StakeholderFields { name: " ".into(), ..named() }),
        Edit::MergeStakeholders { into: ann, ids: vec![ann] },
        Edit::AddNeed { fields: need(ann, " ") },
        Edit::AddNeed { fields: NeedFields { strength: 4, ..need(ann, "Light") } },
        Edit::AddNeed { fields: need(StakeholderId(99), "Light") },
        Edit::Want { stakeholder: ann, items: vec![a], strength: 2, why: String::new(), need: Some(theirs) },
        pair(a, a, "x"),
        pair(a, b, " "),
        feedback(" \n", Some(ann)),
    ];
    for edit in refused {
        assert!(product.apply(edit.clone(), at(TODAY)).is_err(), "{edit:?}");
    }
    assert_eq!(content(&product), before);
    product.apply(pair(a, b, &"because ".repeat(1_250)), at(TODAY)).unwrap();
    product.apply(Edit::FinishItems { ids: vec![a], on: day(TODAY) }, at(TODAY)).unwrap();
    want(&mut product, ann, "A", 3);
    let page = product.person(ann).unwrap();
    assert_eq!((page.wants[0].item.state, page.wants[0].position), (State::Done, None));
    let twin = person(&mut product, "Ann");
    assert_ne!(twin, ann);
}

#[test]
fn a_need_says_which_items_answer_it_in_one_step() {
    let mut product = product("A\nB\nC");
    let ann = person(&mut product, "Ann");
    want(&mut product, ann, "A", 1);
    let light = NeedId(made(&mut product, Edit::AddNeed { fields: need(ann, "Light") }));
    let answers = |product: &Product| {
        let wants = product.person(ann).unwrap().wants;
        let told = |title: &str| wants.iter().find(|want| want.item.title == title).map(|want| want.strength);
        (product.person(ann).unwrap().needs[0].items.len(), told("A"), told("B"))
    };
    let (a, b) = (id(&product, "A"), id(&product, "B"));
    product.apply(Edit::AnswerNeed { id: light, items: vec![a, b] }, at(TODAY)).unwrap();
    assert_eq!(answers(&product), (2, Some(1), Some(2)), "a want that was there keeps its strength");
    product.apply(Edit::AnswerNeed { id: light, items: vec![b] }, at(TODAY)).unwrap();
    assert_eq!(answers(&product), (1, Some(1), Some(2)), "what no longer answers it stays wanted");
    product.undo(at(TODAY)).unwrap();
    product.undo(at(TODAY)).unwrap();
    assert_eq!(answers(&product), (0, Some(1), None));
}
