//! The Reviews of the sample product. The people in it are fiction.

use super::{Agenda, Maker, PAST, RUNNING_DONE, Row, sprint_day, working_day};
use crate::decision::DecisionFields;
use crate::edit::Edit;
use crate::ids::{ItemId, SprintId};
use crate::review::{ReviewFields, SectionFields};
use crate::sprint::Met;
use crate::story::{Check, Evidence, ExampleFields, MisunderstandingFields, SaidBackFields};

/// Sprints whose goal was met only in part, and one whose goal was not.
const PARTLY: [usize; 2] = [4, 11];
const MISSED: usize = 9;

/// Who shows what at the Review of the running Sprint, and for how many minutes.
const SHOWN: [(&str, &str, u16); 3] = [
    ("Phone number of the branch on every hold", "Ben", 2),
    ("Sort the waiting list by date", "Dana", 2),
    ("Confirm an e-mail address only once", "Ben", 2),
];

/// What the Developers of the running Sprint understood: item, who, words.
const SAID_BACK: [(&str, &str, &str); 2] = [
    (
        "Sort the waiting list by date",
        "Dana",
        "Oldest hold first; a hold that was moved keeps its first day.",
    ),
    ("Confirm an e-mail address only once", "Ben", "Whoever changes the address confirms the new one, once."),
];

/// Examples of open items, by rank.
const EXAMPLES: [(usize, &str); 4] = [
    (10, "A reader with two holds cancels one of them: the other stays."),
    (10, "The hold has ended before the message is opened: it says that there is nothing to cancel."),
    (11, "Two holds with one number on one shelf: the branch is named too."),
    (12, "A screen reader says how many are waiting before the button is reached."),
];

const DECISION: [&str; 3] = [
    "Which branch gets the first locker",
    "The supplier delivers one locker in January.",
    "The station, or the branch with the longest queue.",
];

/// Ends the past Sprints and prepares the Review of the running one.
pub(super) fn hold_reviews(agenda: &mut Agenda) {
    for number in 1..=PAST.len() {
        agenda.at(sprint_day(number) + working_day(10), 17, move |maker| {
            let met = match number {
                MISSED => Met::Missed,
                number if PARTLY.contains(&number) => Met::Partly,
                _ => Met::Reached,
            };
            if number == PAST.len() {
                let ids: Vec<ItemId> =
                    PAST[number - 1].1.iter().map(|item| maker.id(Row::Other(item.5))).collect();
                ids.into_iter().for_each(|item| give_evidence(maker, item));
            }
            maker.step(Edit::EndSprint { id: id_of(number), met: Some(met), left: Vec::new() });
        });
    }
    let running = PAST.len() + 1;
    let sprint = id_of(running);
    agenda.at(sprint_day(running) + working_day(1), 12, move |maker| {
        let last = maker.start + chrono::Duration::days(working_day(10));
        maker.step(Edit::PlanReview {
            sprint,
            fields: ReviewFields {
                day: Some(last),
                time: "14:00".into(),
                minutes: Some(45),
                place: "Hebden branch and call".into(),
            },
        });
        for (title, who, text) in SAID_BACK {
            let (item, day) = (maker.id(Row::Other(title)), maker.today());
            let fields = SaidBackFields { item, day, who: who.into(), text: text.into() };
            maker.step(Edit::AddSaidBack { fields });
        }
        for (rank, text) in EXAMPLES {
            let item = maker.id(Row::Open(rank));
            maker.step(Edit::AddExample { fields: ExampleFields { item, text: text.into() } });
        }
        let [title, context, options] = DECISION.map(str::to_owned);
        let fields = DecisionFields {
            day: maker.today(),
            title,
            context,
            options,
            decision: String::new(),
            effect: String::new(),
            look_again: None,
            outcome: String::new(),
        };
        maker.step(Edit::AddDecision { fields });
    });
    // The day on which the last of what is Done was finished, an hour later.
    agenda.at(sprint_day(running) + working_day(RUNNING_DONE[2].0), 17, move |maker| {
        for (title, who, minutes) in SHOWN {
            let item = maker.id(Row::Other(title));
            give_evidence(maker, item);
            let by_whom = who.into();
            maker.step(Edit::ShowItem { sprint, item, by_whom, minutes: Some(minutes) });
        }
        maker.step(Edit::ChangeSection {
            sprint,
            section: "done".into(),
            fields: SectionFields {
                shown: true,
                notes: "Ben starts on the tablet. Ask Ines to try the new message herself.".into(),
                ..SectionFields::default()
            },
        });
        let item = Some(maker.id(Row::Other(SHOWN[1].0)));
        let fields = MisunderstandingFields {
            item,
            day: maker.today(),
            intended: "The day on which a reader joined the queue.".into(),
            built: "The day on which the hold last changed.".into(),
            cause: "Nobody showed an example with a hold that was moved.".into(),
        };
        maker.step(Edit::AddMisunderstanding { fields });
    });
}

fn id_of(number: usize) -> SprintId {
    SprintId(number as i64)
}

/// Confirms every point of the Definition of Done.
fn give_evidence(maker: &mut Maker, item: ItemId) {
    let lines = super::content::DEFINITION_OF_DONE.lines();
    let check = |line: &str| Check { text: line.trim_start_matches("- ").to_owned(), met: true };
    let checks = lines.map(check).collect();
    maker.step(Edit::GiveEvidence { item, evidence: Evidence { checks, url: String::new() } });
}
