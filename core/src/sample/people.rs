//! The people of the sample product, invented as everything in it: where they stand, what they
//! need, what was said with them and decided.

use super::content::Who::*;
use super::{Agenda, Duration, LAST_REFINEMENT, Maker, Row, Who, stakeholder_id};
use crate::backlog::Field;
use crate::conflict::{ConflictFields, Side};
use crate::contact::{ContactFields, QuestionFields};
use crate::decision::{DecisionFields, DelegationFields, PairFields};
use crate::discovery::{AssumptionFields, AssumptionState, LearningFields};
use crate::edit::Edit;
use crate::feedback::FeedbackFields;
use crate::ids::{AssumptionId, BusinessGoalId, ItemId, NeedId};
use crate::need::{BusinessGoalFields, NeedFields};
use crate::stakeholder::{Attitude, StakeholderFields};
use chrono::NaiveDate;

/// Name, role and group of each [`Who`].
const PEOPLE: [(&str, &str, &str); 9] = [
    ("Maria Okafor", "Head of branch services", "Library staff"),
    ("Tom Aldridge", "Council IT manager", "Council"),
    ("Ruth Hale", "Councillor, culture committee, sponsor", "Council"),
    ("Ines Duarte", "Chair, readers' panel", "Readers"),
    ("Priya Raman", "Desk librarian, Hebden", "Library staff"),
    ("Sam Whitlock", "Data protection officer", "Council"),
    ("Leila Haddad", "Accessibility officer", "Council"),
    ("Jonas Weber", "Van logistics lead", "Library staff"),
    ("Marc Lindqvist", "Catalogue vendor, OpenShelf", "Vendors"),
];

/// Interest and power, the interest wished, attitude, and days between two contacts of each [`Who`].
const PLACES: [(u8, u8, Option<u8>, Attitude, u16); 9] = [
    (90, 86, None, Attitude::Supports, 14),
    (52, 76, Some(71), Attitude::Sceptical, 21),
    (36, 92, Some(61), Attitude::Neutral, 28),
    (86, 45, None, Attitude::Supports, 14),
    (91, 21, None, Attitude::Supports, 7),
    (19, 68, Some(35), Attitude::Neutral, 42),
    (68, 40, None, Attitude::Supports, 14),
    (46, 28, Some(63), Attitude::Neutral, 14),
    (33, 56, Some(48), Attitude::Sceptical, 28),
];

const BUSINESS_GOALS: [&str; 3] = [
    "Twice as many collections without the desk within two years",
    "Branches open longer without more staff",
    "Pass every audit of the council",
];

/// Whose need, what, how strongly, why, for which business goal from 1, and the items by rank.
type NeedRow = (Who, &'static str, u8, &'static str, Option<i64>, &'static [usize]);

const NEEDS: &[NeedRow] = &[
    (
        Ines,
        "Know where a hold stands without calling",
        3,
        "Readers call twice for each hold.",
        Some(1),
        &[1, 5],
    ),
    (Ines, "Collect near work, not near home", 3, "Half the panel works in another town.", Some(1), &[4]),
    (Ines, "Hear of a delay before leaving the house", 2, "", Some(1), &[]),
    (Priya, "No quarrels about who was first", 3, "It costs the desk an apology every week.", None, &[3]),
    (
        Maria,
        "Let readers collect when nobody is there",
        3,
        "Branches cannot open longer; a locker can.",
        Some(2),
        &[18],
    ),
    (Tom, "One sign-on for all systems of the council", 3, "The audit asks for it.", Some(3), &[10]),
    (Ruth, "Show the committee what the money does", 3, "It decides on the funding.", Some(1), &[15]),
    (Sam, "Keep no more about a reader than is needed", 3, "It is a legal duty.", Some(3), &[8, 13]),
    (Leila, "Pass the yearly accessibility audit", 3, "Four of its twenty tasks fail.", Some(3), &[9, 24]),
    (Jonas, "Load the van in half the time", 2, "", Some(2), &[6, 22]),
    (Marc, "See OpenShelf's interface used", 1, "It decides whether he can help on.", None, &[17]),
];

/// Day and hour, with whom, what was said, and the day agreed for the next one.
const TALKS: &[(i64, u32, Who, &str, Option<i64>)] = &[
    (-46, 10, Sam, "Loan histories: what a reader may ask for, and by when we must answer.", None),
    (-21, 15, Tom, "He doubts that we keep the sign-on in sight. Wants a date before the audit.", None),
    (-20, 11, Marc, "The interface gives availability once a night; live costs extra.", None),
    (-12, 16, Ruth, "The committee meets in spring. She needs figures, not pictures.", Some(11)),
    (-10, 9, Jonas, "Van tour changes at 14:00. After that an item travels next day.", None),
    (-4, 13, Leila, "Went through the reserve flow with a screen reader: four of twenty tasks fail.", None),
    (-2, 18, Ines, "Panel evening. Nine of twelve readers would pick the branch next to work.", None),
    (
        1,
        7,
        Maria,
        "Small branches have 40 shelf places. When full, the branch must not be offered.",
        Some(10),
    ),
    (1, 8, Priya, "Readers say the town, not the branch name. Show both.", None),
];

/// For whom, about which item by rank, and the question.
const QUESTIONS: &[(Who, usize, &str)] = &[
    (Jonas, 4, "May a reader change the branch after the van has left?"),
    (Maria, 4, "Are reference copies excluded everywhere or per branch?"),
    (Tom, 10, "Which accounts does the audit look at?"),
];

/// Day, from whom, and what was said.
const INBOX: &[(i64, Who, &str)] = &[
    (-12, Ruth, "Could the figures come by mail once a month?"),
    (-2, Ines, "Nobody on the panel understood the word “transit”."),
    (1, Priya, "A reader asked whether the app can show the opening hours of the other branch."),
];

/// What is assumed and what came of it, on which day.
const ASSUMPTIONS: &[(&str, AssumptionState, i64)] = &[
    ("Readers pick the branch on their way to work", AssumptionState::Holds, -42),
    ("Families want one queue", AssumptionState::Fails, -66),
    ("Readers will use a locker after dark", AssumptionState::Untested, -30),
];

/// Day, what was learnt, and about which assumption from 1.
const LEARNINGS: &[(i64, &str, i64)] = &[
    (-66, "3 of 20 families asked for one queue, needed were 8.", 2),
    (-42, "Nine of twelve readers collect next to work.", 1),
];

/// Day, title, context, options, decision, expected effect, and the day to look again.
type DecisionRow = (i64, [&'static str; 5], Option<i64>);

const DECISIONS: &[DecisionRow] = &[
    (
        -66,
        [
            "No family queue",
            "The panel asked for one queue for a whole family.",
            "Build it; a child on the family card alone; nothing.",
            "Only the child on the family card.",
            "Fewer cards lent around, no new kind of account.",
        ],
        None,
    ),
    (
        -24,
        [
            "Availability once a night is enough for now",
            "Live availability costs extra with OpenShelf.",
            "Pay for live; once a night; none.",
            "Once a night, with the hour beside it.",
            "Readers are sent to an empty shelf in fewer than 1 of 20 cases.",
        ],
        Some(2),
    ),
    (
        -4,
        [
            "One locker first, at the station",
            "Three branches want a locker.",
            "All three at once; one to learn from.",
            "One at the railway station.",
            "We know after two months whether readers come after dark.",
        ],
        Some(60),
    ),
];

/// What, to whom, by which day, for which item by rank, the result and the day it was done.
type DelegationRow = (&'static str, &'static str, i64, usize, &'static str, Option<i64>);

const DELEGATIONS: &[DelegationRow] = &[
    ("Write the examples for the family card", "Mei, Developer", 8, 14, "", None),
    ("Ask OpenShelf what live availability costs", "Anil, Developer", -1, 17, "", None),
    ("Count holds that nobody collects", "Priya", -14, 2, "One in eleven, most after a holiday.", Some(-13)),
];

/// Which item stands above which, by rank, and why.
const PAIRS: &[(usize, usize, &str)] = &[
    (7, 10, "Each hold that nobody wants any more blocks a shelf place; the audit comes later."),
    (13, 14, "The law has a date, the family card has none."),
];

/// How much may go wrong, by rank.
const RISK_MARKS: &[(usize, u8)] = &[(4, 2), (10, 2), (17, 3), (18, 4), (32, 3)];

/// The people as the product owner first writes them down.
pub(super) fn stakeholders() -> impl Iterator<Item = StakeholderFields> {
    PEOPLE.into_iter().zip(PLACES).map(
        |((name, role, group), (interest, power, wished, attitude, cadence))| StakeholderFields {
            name: name.to_owned(),
            role: role.to_owned(),
            group: group.to_owned(),
            power: Some(power),
            interest: Some(interest),
            wished_power: wished.map(|_| power),
            wished_interest: wished,
            attitude,
            cadence: Some(cadence),
        },
    )
}

/// Writes down needs, talks and decisions on their days.
pub(super) fn know_people(agenda: &mut Agenda) {
    let day = |maker: &Maker, offset: i64| -> NaiveDate { maker.start + Duration::days(offset) };
    let item = |maker: &Maker, rank: usize| -> ItemId { maker.id(Row::Open(rank)) };
    for (on, hour, who, text, again) in TALKS {
        agenda.at(*on, *hour, move |maker| {
            let fields = ContactFields {
                stakeholder: stakeholder_id(*who),
                day: maker.today(),
                text: (*text).to_owned(),
                again_on: again.map(|again| day(maker, again)),
            };
            maker.step(Edit::AddContact { fields });
        });
    }
    for (on, who, text) in INBOX {
        agenda.at(*on, 6, move |maker| {
            let fields = FeedbackFields {
                day: maker.today(),
                text: (*text).to_owned(),
                stakeholder: Some(stakeholder_id(*who)),
                sprint: None,
                item: None,
                reply: String::new(),
                replied_on: None,
            };
            maker.step(Edit::AddFeedback { fields });
        });
    }
    for (on, [title, context, options, decision, effect], again) in DECISIONS {
        agenda.at(*on, 20, move |maker| {
            let fields = DecisionFields {
                day: maker.today(),
                title: (*title).to_owned(),
                context: (*context).to_owned(),
                options: (*options).to_owned(),
                decision: (*decision).to_owned(),
                effect: (*effect).to_owned(),
                look_again: again.map(|again| day(maker, again)),
                outcome: String::new(),
            };
            maker.step(Edit::AddDecision { fields });
        });
    }
    agenda.at(LAST_REFINEMENT, 15, move |maker| {
        for sentence in BUSINESS_GOALS {
            let fields = BusinessGoalFields { sentence: sentence.to_owned() };
            maker.step(Edit::AddBusinessGoal { fields });
        }
        for ((who, text, strength, why, goal, ranks), id) in NEEDS.iter().zip(1..) {
            let fields = NeedFields {
                stakeholder: stakeholder_id(*who),
                text: (*text).to_owned(),
                strength: *strength,
                why: (*why).to_owned(),
                business_goal: goal.map(BusinessGoalId),
            };
            maker.step(Edit::AddNeed { fields });
            if !ranks.is_empty() {
                maker.step(Edit::Want {
                    stakeholder: stakeholder_id(*who),
                    items: ranks.iter().map(|rank| item(maker, *rank)).collect(),
                    strength: *strength,
                    why: (*why).to_owned(),
                    need: Some(NeedId(id)),
                });
            }
        }
        for (who, rank, text) in QUESTIONS {
            let fields = QuestionFields {
                stakeholder: Some(stakeholder_id(*who)),
                item: Some(item(maker, *rank)),
                text: (*text).to_owned(),
                answer: String::new(),
                answered_on: None,
            };
            maker.step(Edit::AddQuestion { fields });
        }
        for (text, state, on) in ASSUMPTIONS {
            let fields =
                AssumptionFields { text: (*text).to_owned(), state: *state, state_on: day(maker, *on) };
            maker.step(Edit::AddAssumption { fields });
        }
        for (on, text, assumption) in LEARNINGS {
            let assumption = Some(AssumptionId(*assumption));
            let fields = LearningFields { day: day(maker, *on), text: (*text).to_owned(), assumption };
            maker.step(Edit::AddLearning { fields });
        }
        for (what, who, by, rank, result, done) in DELEGATIONS {
            let fields = DelegationFields {
                what: (*what).to_owned(),
                who: (*who).to_owned(),
                by: Some(day(maker, *by)),
                item: Some(item(maker, *rank)),
                result: (*result).to_owned(),
                done_on: done.map(|done| day(maker, done)),
            };
            maker.step(Edit::AddDelegation { fields });
        }
        for (above, below, why) in PAIRS {
            let (above, below) = (item(maker, *above), item(maker, *below));
            let fields = PairFields { day: maker.today(), above, below, why: (*why).to_owned() };
            maker.step(Edit::AddPair { fields });
        }
        for (rank, mark) in RISK_MARKS {
            let ids = vec![item(maker, *rank)];
            maker.step(Edit::ChangeItems { ids, changes: vec![Field::Risk(Some(*mark))] });
        }
        let side = |maker: &Maker, who: Who, rank: usize, position: &str, interest: &str| Side {
            stakeholder: stakeholder_id(who),
            item: Some(item(maker, rank)),
            position: position.to_owned(),
            interest: interest.to_owned(),
        };
        let fields = ConflictFields {
            day: maker.today(),
            first: side(maker, Tom, 10, "Single sign-on before the audit", "No shared passwords on the day"),
            second: side(
                maker,
                Ines,
                11,
                "Pause before the holidays",
                "Holds run out while readers are away",
            ),
            options: "One before the other; ask whether a plan is enough for the audit.".to_owned(),
            decision: String::new(),
            follow_up: "Ask the auditor.".to_owned(),
            follow_up_on: Some(day(maker, 10)),
        };
        maker.step(Edit::AddConflict { fields });
    });
}
