//! The sample product: Lendwell, an app with which the readers of eleven libraries reserve and
//! collect, half a year into its work.
//!
//! The product, the libraries and every person in it are invented. It is made of the same edits a
//! product owner makes, each at the moment it was done, so its history, its undo and its forecasts
//! are real ones. All days are relative to today: Sprint 15 is running, 14 lie behind it.

mod content;
mod people;
mod reviews;

use crate::asked::{About, Asked};
use crate::backlog::{Field, NewItem, Place, State};
use crate::direction::{GoalState, Measure};
use crate::edit::Edit;
use crate::forecast::Assumptions;
use crate::ids::{GoalId, ItemId, StakeholderId};
use crate::settings::{NewClosedDays, Settings};
use crate::sprint::SprintFields;
use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use content::*;

/// Days from the first day of a Sprint to that of the next one.
const SPRINT: i64 = 14;
/// Day the product was begun: the Friday before its first Sprint.
const BEGINNING: i64 = -199;
/// Day on which the second half of the order was written, at a story-mapping workshop.
const WORKSHOP: i64 = -130;
/// The last Sprint whose items were known from the beginning.
const KNOWN_FROM_BEGINNING: usize = 6;
/// Day of the last refinement before the running Sprint; marks and notes were made there.
const LAST_REFINEMENT: i64 = -4;
/// Minutes between two steps of one sitting: more than successive saves need to join one step.
const BETWEEN_STEPS: i64 = 2;

/// The steps that make the sample product in an empty one, in time order, none after `now`.
///
/// Ids count from 1 in the order rows are added, so the steps only fit a product that never had a
/// row. The moments have the offset of `now`.
pub fn sample(now: DateTime<FixedOffset>) -> Vec<(DateTime<FixedOffset>, Edit)> {
    let start = running_since(now.date_naive());
    let mut agenda = Agenda::default();
    found_the_product(&mut agenda, start);
    write_open_items(&mut agenda);
    work_through_sprints(&mut agenda);
    refine(&mut agenda);
    move_items(&mut agenda);
    decline_items(&mut agenda);
    keep_forecasts(&mut agenda);
    people::know_people(&mut agenda);
    reviews::hold_reviews(&mut agenda);
    agenda.run(start, *now.offset())
}

/// The Monday on which Sprint 15 began: today is its third to seventh working day, or the weekend
/// between.
fn running_since(today: NaiveDate) -> NaiveDate {
    let day = today - Duration::days(2);
    day - Duration::days(i64::from(day.weekday().num_days_from_monday()))
}

/// First day of a past or the running Sprint, numbered from 1.
fn sprint_day(number: usize) -> i64 {
    (number as i64 - PAST.len() as i64 - 1) * SPRINT
}

/// A working day of a Sprint, numbered from 1 to 10, after the Sprint's first day.
fn working_day(day: u8) -> i64 {
    i64::from(day - 1) + if day > 5 { 2 } else { 0 }
}

fn found_the_product(agenda: &mut Agenda, start: NaiveDate) {
    let day = move |offset| start + Duration::days(offset);
    agenda.at(BEGINNING, 9, move |maker| {
        maker.step(Edit::ChangeSettings {
            settings: Settings {
                name: NAME.to_owned(),
                prefix: PREFIX.to_owned(),
                working_days: [true, true, true, true, true, false, false],
                week_start: 0,
                percentile: 85,
                definition_of_done: DEFINITION_OF_DONE.to_owned(),
                nothing_finished_until: None,
            },
        });
        for fields in people::stakeholders() {
            maker.step(Edit::AddStakeholder { fields });
        }
        maker.past_goal(ABANDONED_GOAL, GoalState::Abandoned);
        maker.past_goal(FULFILLED_GOAL, GoalState::Fulfilled);
        maker.goal = maker.add_goal(
            GOAL,
            Some(Measure {
                what: GOAL_MEASURE.to_owned(),
                unit: "%".to_owned(),
                baseline: GOAL_BASELINE,
                baseline_on: Some(day(sprint_day(1))),
                target: GOAL_TARGET,
                by: Some(day(GOAL_BY)),
            }),
        );
        for (sentence, what, unit, baseline, target) in NEXT_GOALS {
            let (what, unit) = (what.to_owned(), unit.to_owned());
            maker.add_goal(
                sentence,
                Some(Measure { what, unit, baseline, baseline_on: None, target, by: None }),
            );
        }
        maker.add_themes();
    });
    agenda.at(WORKSHOP, 16, move |maker| {
        let (name, filter) = VIEW;
        maker.step(Edit::AddView { name: name.to_owned(), filter: filter.to_owned() });
    });
    agenda.at(-38, 9, move |maker| {
        let (name, offset) = BOARD_MEETING;
        maker.step(Edit::AddDateLine { name: name.to_owned(), day: day(offset) });
        let (name, first, last) = HOLIDAYS;
        let days = NewClosedDays { name: name.to_owned(), first: day(first), last: day(last) };
        maker.step(Edit::AddClosedDays { days: vec![days] });
    });
}

/// Adds the open and the declined items on the days they came up.
fn write_open_items(agenda: &mut Agenda) {
    let mut days: Vec<i64> =
        OPEN.iter().map(|item| item.6).chain(DECLINED.iter().map(|item| item.0)).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        agenda.at(day, 13, move |maker| {
            let open = (1..).zip(&OPEN).filter(|(_, item)| item.6 == day);
            let declined = DECLINED.iter().filter(|item| item.0 == day);
            let items = open
                .map(|(rank, item)| (Row::Open(rank), first_place(rank), new_open_item(rank, item)))
                .chain(declined.map(|&(_, _, place, theme, who, title, ..)| {
                    let item = NewItem {
                        title: title.to_owned(),
                        kind: "story".to_owned(),
                        state: Some(State::Idea),
                        part_of: Some(theme_id(theme)),
                        wanted_by: vec![stakeholder_id(who)],
                        ..NewItem::default()
                    };
                    (Row::Other(title), place, item)
                }));
            maker.add(items.collect());
        });
    }
}

fn new_open_item(rank: usize, item: &Open) -> NewItem {
    let &(state, kind, theme, wanted_by, size, _, added, title) = item;
    let waits = REFINEMENTS.iter().any(|(day, ranks)| added < *day && ranks.contains(&rank));
    let state = match state {
        State::Ready | State::InSprint if waits => State::NeedsConversation,
        State::InSprint => State::Ready,
        other => other,
    };
    NewItem {
        title: title.to_owned(),
        kind: kind.to_owned(),
        state: Some(state),
        size: Some(f64::from(size)),
        part_of: Some(theme_id(theme)),
        labels: labels(rank),
        wanted_by: wanted_by.iter().copied().map(stakeholder_id).collect(),
        body: CARDS
            .iter()
            .find(|(of, _)| *of == rank)
            .map(|(_, card)| (*card).to_owned())
            .unwrap_or_default(),
    }
}

fn new_finished_item(item: &Finished, state: State) -> NewItem {
    let &(_, kind, theme, who, size, title) = item;
    NewItem {
        title: title.to_owned(),
        kind: kind.to_owned(),
        state: Some(state),
        size: Some(f64::from(size)),
        part_of: Some(theme_id(theme)),
        wanted_by: vec![stakeholder_id(who)],
        ..NewItem::default()
    }
}

fn labels(rank: usize) -> Vec<String> {
    LABELS.iter().filter(|(_, ranks)| ranks.contains(&rank)).map(|(label, _)| (*label).to_owned()).collect()
}

fn first_place(rank: usize) -> f64 {
    FIRST_PLACES.iter().find(|(of, _)| *of == rank).map_or(rank as f64, |(_, place)| *place)
}

/// The place of a finished item: above all open ones, by Sprint.
fn place_in_sprint(number: usize, index: usize) -> f64 {
    number as f64 - 100.0 + index as f64 / 100.0
}

/// Adds what was finished, plans the Sprints, finishes and measures.
fn work_through_sprints(agenda: &mut Agenda) {
    add_known_items(agenda, BEGINNING, 1..=KNOWN_FROM_BEGINNING);
    add_known_items(agenda, WORKSHOP, KNOWN_FROM_BEGINNING + 1..=PAST.len());
    for (number, (goal, items)) in (1..).zip(PAST) {
        plan_sprint(agenda, number, goal, move |maker| {
            let ids = items.iter().filter(|item| item.1 != "bug").map(|item| maker.id(Row::Other(item.5)));
            ids.collect()
        });
        for (index, item) in items.iter().enumerate().filter(|(_, item)| item.1 == "bug") {
            agenda.at(sprint_day(number) + working_day(item.0.saturating_sub(3).max(1)), 11, move |maker| {
                let place = place_in_sprint(number, index);
                maker.add(vec![(Row::Other(item.5), place, new_finished_item(item, State::InSprint))]);
            });
        }
        finish_items(agenda, number, items);
        agenda.at(sprint_day(number) + working_day(10), 17, move |maker| {
            let (goal, day, value) = (maker.goal, maker.today(), READINGS[number - 1]);
            maker.step(Edit::AddReading { goal, day, value });
        });
    }
    let running = PAST.len() + 1;
    plan_sprint(agenda, running, RUNNING_GOAL, |maker| {
        let ids = (1..).zip(&OPEN).filter(|(_, item)| item.0 == State::InSprint);
        ids.map(|(rank, _)| maker.id(Row::Open(rank))).collect()
    });
    agenda.at(sprint_day(running), 11, move |maker| {
        let items = RUNNING_DONE.iter().enumerate().map(|(index, item)| {
            (Row::Other(item.5), place_in_sprint(running, index), new_finished_item(item, State::InSprint))
        });
        maker.add(items.collect());
    });
    finish_items(agenda, running, &RUNNING_DONE);
}

fn add_known_items(agenda: &mut Agenda, day: i64, sprints: std::ops::RangeInclusive<usize>) {
    agenda.at(day, 11, move |maker| {
        let mut new = Vec::new();
        for number in sprints {
            let items = PAST[number - 1].1.iter().enumerate().filter(|(_, item)| item.1 != "bug");
            new.extend(items.map(|(index, item)| {
                (Row::Other(item.5), place_in_sprint(number, index), new_finished_item(item, State::Ready))
            }));
        }
        maker.add(new);
    });
}

/// Adds a Sprint on its first day and takes items into it.
fn plan_sprint(
    agenda: &mut Agenda,
    number: usize,
    goal: &'static str,
    select: impl FnOnce(&Maker) -> Vec<ItemId> + 'static,
) {
    agenda.at(sprint_day(number), 10, move |maker| {
        let first = maker.today();
        let last = first + Duration::days(working_day(10));
        let goal = goal.to_owned();
        let (first, last) = (Some(first), Some(last));
        let fields = SprintFields { number: number as u32, first, last, goal, ..SprintFields::default() };
        maker.step(Edit::AddSprint { fields });
        let ids = select(maker);
        maker.step(Edit::ChangeItems { ids, changes: vec![Field::State(State::InSprint)] });
    });
}

fn finish_items(agenda: &mut Agenda, number: usize, items: &'static [Finished]) {
    for same_day in items.chunk_by(|one, next| one.0 == next.0) {
        agenda.at(sprint_day(number) + working_day(same_day[0].0), 16, move |maker| {
            let ids: Vec<ItemId> = same_day.iter().map(|item| maker.id(Row::Other(item.5))).collect();
            maker.order.retain(|(_, id)| !ids.contains(id));
            let on = maker.today();
            maker.step(Edit::FinishItems { ids, on });
        });
    }
}

/// Makes items ready, and marks and describes them before the running Sprint.
fn refine(agenda: &mut Agenda) {
    for (day, ranks) in REFINEMENTS {
        agenda.at(day, 14, move |maker| {
            let ready = (1..).zip(&OPEN).filter(|(rank, item)| {
                ranks.contains(rank) && item.6 < day && matches!(item.0, State::Ready | State::InSprint)
            });
            let ids = ready.map(|(rank, _)| maker.id(Row::Open(rank))).collect();
            maker.step(Edit::ChangeItems { ids, changes: vec![Field::State(State::Ready)] });
        });
    }
    agenda.at(LAST_REFINEMENT, 9, |maker| {
        let fields = [Field::Need, Field::Business, Field::Feasibility, Field::Urgency];
        for (lens, field) in fields.into_iter().enumerate() {
            for mark in 0..=4 {
                let marked = (1..).zip(&OPEN).filter(|(_, item)| item.5[lens] == mark);
                let ids: Vec<ItemId> = marked.map(|(rank, _)| maker.id(Row::Open(rank))).collect();
                if !ids.is_empty() {
                    maker.step(Edit::ChangeItems { ids, changes: vec![field(Some(mark))] });
                }
            }
        }
        for (rank, field, text) in FIELDS {
            let ids = vec![maker.id(Row::Open(*rank))];
            maker.step(Edit::ChangeItems { ids, changes: vec![field((*text).to_owned())] });
        }
    });
    agenda.at(LAST_REFINEMENT, 11, |maker| {
        for (who, ranks, strength, why) in WANTS {
            let items = ranks.iter().map(|rank| maker.id(Row::Open(*rank))).collect();
            let (stakeholder, strength, why) = (stakeholder_id(*who), *strength, (*why).to_owned());
            maker.step(Edit::Want { stakeholder, items, strength, why, need: None });
        }
        for (rank, title, url) in LINKS {
            let item = maker.id(Row::Open(*rank));
            maker.step(Edit::AddLink { item, title: (*title).to_owned(), url: (*url).to_owned() });
        }
        for (rank, text, probability) in RISKS {
            let (item, probability) = (maker.id(Row::Open(*rank)), *probability);
            maker.step(Edit::AddRisk { item, text: (*text).to_owned(), probability });
        }
    });
}

fn move_items(agenda: &mut Agenda) {
    for (day, hour, rank, place, reason) in MOVES {
        agenda.at(day, hour, move |maker| {
            let id = maker.id(Row::Open(rank));
            maker.order.retain(|(_, other)| *other != id);
            let to = maker.place(place);
            maker.insert(place, id);
            maker.step(Edit::MoveItems { ids: vec![id], place: to, reason: reason.to_owned() });
        });
    }
}

/// Names the items that serve the Product Goal, and keeps what was said about it and others.
///
/// At the end of each Sprint, from the first that has a history behind it: how much comes within
/// four weeks, and when the next Sprints' worth of items is done.
fn keep_forecasts(agenda: &mut Agenda) {
    agenda.at(LAST_REFINEMENT, 13, |maker| {
        let ids = (1..=SERVE_THE_GOAL).map(|rank| maker.id(Row::Open(rank))).collect();
        maker.step(Edit::ChangeItems { ids, changes: vec![Field::Goal(Some(maker.goal))] });
    });
    for number in FIRST_FORECAST..=PAST.len() {
        agenda.at(sprint_day(number) + working_day(10), 18, move |maker| {
            let by = maker.today() + Duration::days(2 * SPRINT);
            maker.keep(Asked { about: None, by: Some(by) }, None);
            let items = NEXT_ITEMS[number % NEXT_ITEMS.len()];
            maker.keep(Asked { about: Some(About::First { items }), by: None }, None);
        });
    }
    for (day, theme, told) in TOLD {
        agenda.at(day, 19, move |maker| {
            let about = theme
                .map_or(About::Goal { id: maker.goal }, |theme| About::Items { ids: vec![theme_id(theme)] });
            maker.keep(Asked { about: Some(about), by: None }, Some(stakeholder_id(told)));
        });
    }
}

fn decline_items(agenda: &mut Agenda) {
    for (_, day, _, _, _, title, reason, revisit) in DECLINED {
        agenda.at(day, 15, move |maker| {
            let id = maker.id(Row::Other(title));
            maker.order.retain(|(_, other)| *other != id);
            let revisit = revisit.map(|offset| maker.start + Duration::days(offset));
            maker.step(Edit::DeclineItems {
                ids: vec![id],
                reason: reason.to_owned(),
                revisit,
                assumption: None,
            });
        });
    }
}

/// The themes are the first items that are added.
fn theme_id(theme: Theme) -> ItemId {
    ItemId(theme as i64 + 1)
}

fn stakeholder_id(who: Who) -> StakeholderId {
    StakeholderId(who as i64 + 1)
}

/// How the content names an item.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Row {
    /// An open item by rank.
    Open(usize),
    /// Another one by title.
    Other(&'static str),
}

type Sitting = Box<dyn FnOnce(&mut Maker)>;

/// Sittings by day and hour, in any order until [`Agenda::run`].
#[derive(Default)]
struct Agenda {
    sittings: Vec<(i64, u32, Sitting)>,
}

impl Agenda {
    fn at(&mut self, day: i64, hour: u32, sitting: impl FnOnce(&mut Maker) + 'static) {
        self.sittings.push((day, hour, Box::new(sitting)));
    }

    fn run(mut self, start: NaiveDate, offset: FixedOffset) -> Vec<(DateTime<FixedOffset>, Edit)> {
        self.sittings.sort_by_key(|(day, hour, _)| (*day, *hour));
        let mut maker = Maker {
            start,
            offset,
            clock: start.and_time(NaiveTime::MIN) + Duration::days(BEGINNING),
            steps: Vec::new(),
            rows: Vec::new(),
            order: Vec::new(),
            items: THEMES.len() as i64,
            goals: 0,
            goal: GoalId(0),
        };
        for (day, hour, sitting) in self.sittings {
            let begin =
                start.and_time(NaiveTime::MIN) + Duration::days(day) + Duration::hours(i64::from(hour));
            maker.clock = maker.clock.max(begin);
            sitting(&mut maker);
        }
        maker.steps
    }
}

/// Writes steps and keeps what later ones refer to: ids and the order so far.
struct Maker {
    start: NaiveDate,
    offset: FixedOffset,
    /// Local time of the next step.
    clock: NaiveDateTime,
    steps: Vec<(DateTime<FixedOffset>, Edit)>,
    rows: Vec<(Row, ItemId)>,
    /// The ordered items, each with the place that put it there.
    order: Vec<(f64, ItemId)>,
    items: i64,
    goals: i64,
    /// The Product Goal the team works towards.
    goal: GoalId,
}

impl Maker {
    fn today(&self) -> NaiveDate {
        self.clock.date()
    }

    /// Keeps a forecast, told in the words of the answer.
    fn keep(&mut self, asked: Asked, told: Option<StakeholderId>) {
        let (assumptions, words) = (Assumptions::default(), String::new());
        self.step(Edit::KeepForecast { asked, assumptions, told, words });
    }

    fn step(&mut self, edit: Edit) {
        let moment = DateTime::from_naive_utc_and_offset(self.clock - self.offset, self.offset);
        self.steps.push((moment, edit));
        self.clock += Duration::minutes(BETWEEN_STEPS);
    }

    fn add_goal(&mut self, sentence: &str, measure: Option<Measure>) -> GoalId {
        self.step(Edit::AddGoal { sentence: sentence.to_owned(), measure });
        self.goals += 1;
        GoalId(self.goals)
    }

    fn past_goal(&mut self, (sentence, reason): (&str, &str), state: GoalState) {
        let id = self.add_goal(sentence, None);
        self.step(Edit::SetGoalState { id, state, reason: reason.to_owned() });
    }

    fn add_themes(&mut self) {
        let themes = THEMES.iter().map(|(title, card)| NewItem {
            title: (*title).to_owned(),
            kind: "theme".to_owned(),
            state: Some(State::Ready),
            body: (*card).to_owned(),
            ..NewItem::default()
        });
        self.step(Edit::AddItems { items: themes.collect(), place: Place::Bottom });
    }

    /// Adds items at their places: one step for each run of neighbours.
    fn add(&mut self, mut new: Vec<(Row, f64, NewItem)>) {
        new.sort_by(|one, other| one.1.total_cmp(&other.1));
        let runs: Vec<(Place, Vec<_>)> = new.into_iter().fold(Vec::new(), |mut runs, row| {
            let place = self.place(row.1);
            match runs.last_mut() {
                Some((same, run)) if *same == place => run.push(row),
                _ => runs.push((place, vec![row])),
            }
            runs
        });
        for (place, run) in runs {
            let mut items = Vec::new();
            for (row, key, item) in run {
                self.items += 1;
                let id = ItemId(self.items);
                self.rows.push((row, id));
                self.insert(key, id);
                items.push(item);
            }
            self.step(Edit::AddItems { items, place });
        }
    }

    /// The place behind the item that stands before `key`.
    fn place(&self, key: f64) -> Place {
        let above = self.order.iter().rev().find(|(place, _)| *place < key);
        above.map_or(Place::Top, |(_, id)| Place::After { id: *id })
    }

    fn insert(&mut self, key: f64, id: ItemId) {
        let index = self.order.partition_point(|(place, _)| *place < key);
        self.order.insert(index, (key, id));
    }

    fn id(&self, row: Row) -> ItemId {
        let found = self.rows.iter().find(|(other, _)| *other == row);
        found.expect("content names only items that were added before").1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    /// What the steps leave behind, by the rules of the order only.
    #[derive(Default)]
    struct Replayed {
        titles: Vec<String>,
        states: Vec<State>,
        order: Vec<ItemId>,
        containers: HashSet<ItemId>,
        wants: HashSet<(StakeholderId, ItemId)>,
        added: Vec<NaiveDate>,
        done: Vec<(ItemId, NaiveDate)>,
        declined: usize,
        stakeholders: i64,
        goals: i64,
        sprints: Vec<SprintFields>,
        moves: Vec<(ItemId, usize, usize)>,
        urgencies: HashSet<ItemId>,
        kept: usize,
    }

    impl Replayed {
        fn title(&self, id: ItemId) -> &str {
            &self.titles[id.0 as usize - 1]
        }

        fn position(&self, id: ItemId) -> usize {
            self.order
                .iter()
                .filter(|other| !self.containers.contains(other))
                .position(|other| *other == id)
                .unwrap()
                + 1
        }

        fn insert(&mut self, ids: &[ItemId], place: Place) {
            let at = match place {
                Place::Top => 0,
                Place::Bottom => self.order.len(),
                Place::After { id } => self.order.iter().position(|other| *other == id).unwrap() + 1,
                other => panic!("{other:?} is not used"),
            };
            self.order.splice(at..at, ids.iter().copied());
        }

        fn take_out(&mut self, ids: &[ItemId]) {
            for id in ids {
                let at = self.order.iter().position(|other| other == id);
                self.order.remove(at.unwrap_or_else(|| panic!("{id} is not in the order")));
            }
        }

        fn item(&self, id: ItemId) {
            assert!((1..=self.titles.len() as i64).contains(&id.0), "item {id} does not exist yet");
        }

        fn stakeholder(&self, id: StakeholderId) {
            assert!((1..=self.stakeholders).contains(&id.0), "stakeholder {id} does not exist yet");
        }

        fn step(&mut self, day: NaiveDate, edit: Edit) {
            match edit {
                Edit::AddItems { items, place } => {
                    assert!(!items.is_empty());
                    let first = self.titles.len() as i64 + 1;
                    for item in items {
                        self.titles.push(item.title);
                        self.states.push(item.state.unwrap());
                        self.added.push(day);
                        if let Some(id) = item.part_of {
                            self.item(id);
                            self.containers.insert(id);
                        }
                        for who in item.wanted_by {
                            self.stakeholder(who);
                            self.wants.insert((who, ItemId(self.titles.len() as i64)));
                        }
                    }
                    let ids: Vec<ItemId> = (first..=self.titles.len() as i64).map(ItemId).collect();
                    self.insert(&ids, place);
                }
                Edit::ChangeItems { ids, changes } => {
                    assert!(!ids.is_empty(), "{changes:?} changes nothing");
                    let [change] = &changes[..] else { panic!("{changes:?} is more than one change") };
                    for id in ids {
                        self.item(id);
                        match change {
                            Field::State(state) => {
                                assert_ne!(self.states[id.0 as usize - 1], *state, "{}", self.title(id));
                                self.states[id.0 as usize - 1] = *state;
                            }
                            Field::Urgency(_) => {
                                self.urgencies.insert(id);
                            }
                            _ => {}
                        }
                    }
                }
                Edit::MoveItems { ids, place, reason } => {
                    assert!(!reason.is_empty());
                    let from = self.position(ids[0]);
                    self.take_out(&ids);
                    self.insert(&ids, place);
                    self.moves.push((ids[0], from, self.position(ids[0])));
                }
                Edit::FinishItems { ids, on } => {
                    assert_eq!(on, day);
                    self.take_out(&ids);
                    for id in ids {
                        assert_eq!(self.states[id.0 as usize - 1], State::InSprint, "{}", self.title(id));
                        self.states[id.0 as usize - 1] = State::Done;
                        self.done.push((id, on));
                    }
                }
                Edit::DeclineItems { ids, reason, .. } => {
                    assert!(!reason.is_empty());
                    self.take_out(&ids);
                    self.declined += ids.len();
                }
                Edit::AddLink { item, .. } | Edit::AddRisk { item, .. } => self.item(item),
                Edit::AddStakeholder { .. } => self.stakeholders += 1,
                Edit::AddContact { fields } => {
                    assert_eq!(fields.day, day);
                    self.stakeholder(fields.stakeholder);
                }
                Edit::AddNeed { fields } => self.stakeholder(fields.stakeholder),
                Edit::AddBusinessGoal { .. }
                | Edit::AddQuestion { .. }
                | Edit::AddConflict { .. }
                | Edit::AddFeedback { .. }
                | Edit::AddAssumption { .. }
                | Edit::AddLearning { .. }
                | Edit::AddDecision { .. }
                | Edit::AddDelegation { .. }
                | Edit::AddPair { .. } => {}
                Edit::Want { stakeholder, items, strength, .. } => {
                    self.stakeholder(stakeholder);
                    assert!((1..=3).contains(&strength));
                    for item in items {
                        assert!(self.wants.contains(&(stakeholder, item)), "{}", self.title(item));
                    }
                }
                Edit::AddGoal { .. } => self.goals += 1,
                Edit::SetGoalState { id, .. } => assert!((1..=self.goals).contains(&id.0)),
                Edit::AddReading { goal, day: read, .. } => {
                    assert!((1..=self.goals).contains(&goal.0));
                    assert_eq!(read, day);
                }
                Edit::AddSprint { fields } => {
                    assert_eq!(fields.first, Some(day));
                    self.sprints.push(fields);
                }
                Edit::EndSprint { id, .. } => {
                    assert_eq!(self.sprints[id.0 as usize - 1].last, Some(day));
                }
                Edit::GiveEvidence { item, .. } | Edit::ShowItem { item, .. } => {
                    assert_eq!(self.states[item.0 as usize - 1], State::Done, "{}", self.title(item));
                }
                Edit::AddExample { fields } => self.item(fields.item),
                Edit::AddSaidBack { fields } => self.item(fields.item),
                Edit::PlanReview { .. }
                | Edit::ChangeSection { .. }
                | Edit::AddMisunderstanding { .. }
                | Edit::ChangeSettings { .. }
                | Edit::AddView { .. }
                | Edit::AddDateLine { .. }
                | Edit::AddClosedDays { .. } => {}
                Edit::KeepForecast { told, .. } => {
                    if let Some(told) = told {
                        self.stakeholder(told);
                    }
                    self.kept += 1;
                }
                other => panic!("{other:?} is not used"),
            }
        }
    }

    fn replay(now: DateTime<FixedOffset>) -> Replayed {
        let mut replayed = Replayed::default();
        for (moment, edit) in sample(now) {
            replayed.step(moment.date_naive(), edit);
        }
        replayed
    }

    /// The design's Thursday, every weekday, both ends of a day, leap day, New Year, odd offsets.
    fn nows() -> Vec<DateTime<FixedOffset>> {
        let mut nows: Vec<_> = [
            "2024-02-29T12:00:00+01:00",
            "2027-01-01T00:00:00+01:00",
            "2026-12-31T23:59:59-09:30",
            "2026-03-29T02:30:00+02:00",
            "2026-08-08T08:00:00+14:00",
        ]
        .map(|now| now.parse().unwrap())
        .to_vec();
        let monday: DateTime<FixedOffset> = "2026-11-23T00:00:00+01:00".parse().unwrap();
        nows.extend((0..14).map(|day| monday + Duration::days(day)));
        nows
    }

    fn designed() -> DateTime<FixedOffset> {
        "2026-11-26T09:42:00+01:00".parse().unwrap()
    }

    #[test]
    fn steps_are_in_time_order_and_never_after_now() {
        for now in nows() {
            let steps = sample(now);
            assert!(steps.is_sorted_by(|one, next| one.0 < next.0));
            assert!(steps.iter().all(|(moment, _)| *moment <= now && moment.offset() == now.offset()));
            assert!(steps.len() <= 420, "{} steps", steps.len());
        }
    }

    #[test]
    fn every_id_was_created_before_and_the_numbers_are_right() {
        for now in nows() {
            let replayed = replay(now);
            let open: Vec<ItemId> =
                replayed.order.iter().copied().filter(|id| !replayed.containers.contains(id)).collect();
            assert_eq!(open.len(), 44);
            assert_eq!(replayed.containers.len(), THEMES.len());
            assert_eq!(replayed.stakeholders, 9);
            assert_eq!(replayed.declined, 4);
            assert_eq!(replayed.done.len(), 104);
            assert_eq!(replayed.sprints.len(), 15);
            assert_eq!(replayed.kept, 26);
            assert!(replayed.sprints.iter().zip(1..).all(|(sprint, number)| sprint.number == number));
            let titles: HashSet<&String> = replayed.titles.iter().collect();
            assert_eq!(titles.len(), replayed.titles.len(), "a title is there twice");
        }
    }

    #[test]
    fn the_order_ends_as_the_content_lists_it() {
        let replayed = replay(designed());
        let open = replayed.order.iter().filter(|id| !replayed.containers.contains(id));
        let titles: Vec<&str> = open.clone().map(|id| replayed.title(*id)).collect();
        assert_eq!(titles, OPEN.map(|item| item.7));
        for (id, item) in open.zip(&OPEN) {
            assert_eq!(replayed.states[id.0 as usize - 1], item.0, "{}", item.7);
            assert!(replayed.urgencies.contains(id), "{} has no marks", item.7);
        }
    }

    #[test]
    fn every_move_changes_a_position() {
        let replayed = replay(designed());
        assert_eq!(replayed.moves.len(), MOVES.len());
        assert!(replayed.moves.iter().all(|(_, from, to)| from != to), "{:?}", replayed.moves);
        let (id, from, to) = *replayed.moves.last().unwrap();
        assert_eq!((replayed.title(id), from, to), (OPEN[3].7, 9, 4));
    }

    #[test]
    fn the_running_sprint_holds_today_and_begins_on_a_monday() {
        for now in nows() {
            let today = now.date_naive();
            let replayed = replay(now);
            let running = replayed.sprints.last().unwrap().days().unwrap();
            assert!(running.contains(today), "{today}");
            assert_eq!(running.first.weekday(), chrono::Weekday::Mon);
            assert_eq!(running.last.weekday(), chrono::Weekday::Fri);
            let in_sprint = replayed.done.iter().filter(|(_, on)| *on >= running.first);
            assert_eq!(in_sprint.count(), RUNNING_DONE.len());
        }
        assert_eq!(running_since(designed().date_naive()), NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    }

    #[test]
    fn items_are_added_and_finished_on_working_days() {
        for now in nows() {
            let replayed = replay(now);
            let mut days = replayed.added.iter().chain(replayed.done.iter().map(|(_, on)| on));
            assert!(days.all(|day| day.weekday().num_days_from_monday() < 5 && *day <= now.date_naive()));
        }
    }

    #[test]
    fn weekly_counts_are_those_of_the_design() {
        for now in nows() {
            let replayed = replay(now);
            let begin = replayed.sprints[0].first.unwrap();
            let mut weeks = [0; 29];
            for (_, on) in &replayed.done {
                weeks[((*on - begin).num_days() / 7) as usize] += 1;
            }
            let (current, past) = weeks.split_last().unwrap();
            assert_eq!(
                past,
                [2, 3, 3, 4, 3, 3, 6, 2, 1, 3, 0, 7, 6, 3, 3, 4, 4, 2, 2, 6, 0, 9, 2, 5, 3, 7, 2, 6]
            );
            assert_eq!(*current, 3);
        }
    }

    #[test]
    fn the_order_grows_slower_than_work_is_finished() {
        let replayed = replay(designed());
        let since = designed().date_naive() - Duration::weeks(16);
        let added = replayed.added.iter().filter(|day| **day > since).count();
        let done = replayed.done.iter().filter(|(_, on)| *on > since).count();
        assert!(added * 2 < done, "{added} added, {done} done in 16 weeks");
    }

    #[test]
    fn dates_ahead_fall_on_the_weekdays_the_content_means() {
        for now in nows() {
            let steps = sample(now);
            let weekday = |day: NaiveDate| day.weekday();
            for (_, edit) in steps {
                match edit {
                    Edit::AddDateLine { day, .. } => {
                        assert_eq!(weekday(day), chrono::Weekday::Fri);
                        let ahead = (day - now.date_naive()).num_days();
                        assert!((40..=53).contains(&ahead), "{ahead} days");
                    }
                    Edit::AddClosedDays { days } => {
                        let NewClosedDays { first, last, .. } = days[0];
                        assert_eq!(
                            (weekday(first), weekday(last)),
                            (chrono::Weekday::Mon, chrono::Weekday::Fri)
                        );
                        assert!(first > now.date_naive());
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn wants_are_as_many_as_each_stakeholder_has_in_the_open_order() {
        let replayed = replay(designed());
        let count = |who| {
            let wants = replayed
                .wants
                .iter()
                .filter(|(by, id)| *by == stakeholder_id(who) && replayed.order.contains(id));
            wants.count()
        };
        assert_eq!(count(Who::Maria), 9);
        assert_eq!(count(Who::Tom), 6);
        assert_eq!(count(Who::Marc), 2);
    }
}
