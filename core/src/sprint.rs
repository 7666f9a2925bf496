//! Sprints: numbered spans of days with a goal, the items selected for each (the Sprint forecast),
//! and what became of them.

use crate::backlog::list::SprintTime;
use crate::backlog::{Item, State, verbs};
use crate::error::{Error, Result};
use crate::forecast::Span;
use crate::ids::{ItemId, SprintId};
use crate::journal::Step;
use crate::record::stored_as;
use crate::settings::found;
use crate::tx::{Tx, clean, in_order, prose};
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A Sprint. The running one is that whose days hold today and that was not ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sprint {
    /// The id.
    pub id: SprintId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: SprintFields,
    /// The day it was ended; none before.
    pub ended_on: Option<NaiveDate>,
    /// The day its Review was planned for; none while it is its last day.
    pub review_on: Option<NaiveDate>,
}

impl Sprint {
    /// The day of its Review: the planned one, or its last.
    pub fn review_day(&self) -> Option<NaiveDate> {
        self.review_on.or(self.fields.last)
    }
}

/// What is known of a Sprint.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SprintFields {
    /// Number, from 1.
    pub number: u32,
    /// First day; none while its days are not known.
    pub first: Option<NaiveDate>,
    /// Last day, included; none as the first.
    pub last: Option<NaiveDate>,
    /// Sprint Goal; may be empty.
    pub goal: String,
    /// What another tool calls it; empty where it has no name but its number.
    pub name: String,
    /// Whether the Sprint Goal was met; none before that is said.
    pub met: Option<Met>,
}

impl SprintFields {
    /// Its days, where they are known.
    pub fn days(&self) -> Option<Span> {
        let (first, last) = self.first.zip(self.last)?;
        Some(Span { first, last })
    }

    /// Whether a day is one of its days.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.days().is_some_and(|days| days.first <= day && day <= days.last)
    }
}

/// Whether a Sprint Goal was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Met {
    /// It was.
    Reached,
    /// In part.
    Partly,
    /// It was not.
    Missed,
}

stored_as!(Met { Reached = "reached", Partly = "partly", Missed = "missed" });

/// What became of a selected item that was not Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It went back into the order.
    Returned,
    /// It went into the next Sprint.
    Carried,
    /// It is not done on purpose.
    NotDoing,
}

stored_as!(Fate { Returned = "returned", Carried = "carried", NotDoing = "not_doing" });

/// An item of a Sprint that was not Done at its end: what becomes of it and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Leftover {
    /// Which.
    pub item: ItemId,
    /// What becomes of it.
    pub fate: Fate,
    /// Why it is not Done.
    #[serde(default)]
    pub why: String,
    /// What happens now.
    #[serde(default)]
    pub next: String,
}

/// A Sprint as it goes: what was selected for it, how likely that is Done, what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SprintPage {
    /// Which.
    pub sprint: Sprint,
    /// Whether it runs today.
    pub running: bool,
    /// The Sprint forecast: what was selected, in order; what is Done or gone comes last.
    pub items: Vec<SprintItem>,
    /// What was finished in it without being selected.
    pub unselected: Vec<Item>,
    /// How likely all that is open is Done by its end: a sentence; none where that can't be told.
    pub chance: Option<String>,
}

/// An item that was selected for a Sprint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SprintItem {
    /// Which.
    pub item: Item,
    /// When it was selected; none where another tool did.
    pub selected_on: Option<NaiveDate>,
    /// Whether it was Done by the end of the Sprint.
    pub done: bool,
    /// What became of it otherwise, once the Sprint was ended.
    pub became: Option<Fate>,
    /// Why it is not Done.
    pub why: String,
    /// What happens now.
    pub next: String,
    /// How likely it is Done by the end of the Sprint, as it is shown: "62%".
    pub chance: Option<String>,
}

/// A Sprint in the list of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SprintLine {
    /// Which.
    pub id: SprintId,
    /// How many items were selected.
    pub selected: u32,
    /// How many of those were Done by its end.
    pub done: u32,
    /// How many others were finished in it.
    pub unselected: u32,
}

/// An item selected for a Sprint, as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Selected {
    pub sprint: SprintId,
    pub item: ItemId,
    pub selected_on: Option<NaiveDate>,
    pub became: Option<Fate>,
    pub why: String,
    pub next: String,
}

/// Reads the Sprints by number.
pub(crate) fn read(db: &Connection) -> Result<Vec<Sprint>> {
    let mut statement = db.prepare_cached(
        "SELECT s.id, number, first, last, goal, name, met, ended_on, r.day
         FROM sprint s LEFT JOIN review r ON r.sprint = s.id ORDER BY number, s.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Sprint {
            id: row.get(0)?,
            fields: SprintFields {
                number: row.get(1)?,
                first: row.get(2)?,
                last: row.get(3)?,
                goal: row.get(4)?,
                name: row.get(5)?,
                met: row.get(6)?,
            },
            ended_on: row.get(7)?,
            review_on: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Reads what was selected: for one Sprint, or for all; in the order of selection.
pub(crate) fn selected(db: &Connection, sprint: Option<SprintId>) -> Result<Vec<Selected>> {
    let mut statement = db.prepare_cached(
        "SELECT sprint, item, selected_on, became, why, next FROM sprint_item
         WHERE ?1 IS NULL OR sprint = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([sprint], |row| {
        Ok(Selected {
            sprint: row.get(0)?,
            item: row.get(1)?,
            selected_on: row.get(2)?,
            became: row.get(3)?,
            why: row.get(4)?,
            next: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The Sprint that runs on a day.
pub(crate) fn running(sprints: &[Sprint], today: NaiveDate) -> Option<&Sprint> {
    sprints.iter().find(|sprint| sprint.ended_on.is_none() && sprint.fields.holds(today))
}

/// The last day of the newest Sprint that is over.
pub(crate) fn last_end(sprints: &[Sprint], today: NaiveDate) -> Option<NaiveDate> {
    let over = |sprint: &&Sprint| sprint.ended_on.is_some() || sprint.fields.last < Some(today);
    sprints.iter().filter(over).filter_map(|sprint| sprint.fields.last).max()
}

/// Whether items can be in Sprint on a day. Sprints whose days are not known say nothing of it.
pub(crate) fn time(sprints: &[Sprint], today: NaiveDate) -> SprintTime {
    let dated = sprints.iter().any(|sprint| sprint.fields.days().is_some());
    if !dated || running(sprints, today).is_some() { SprintTime::Now } else { SprintTime::Between }
}

pub(crate) fn add(tx: &Tx<'_>, fields: &SprintFields) -> Result<Step> {
    insert(tx, fields)?;
    Ok(Step::new("history-add-sprint").with("number", fields.number))
}

/// Adds a Sprint. Returns its id.
pub(crate) fn insert(tx: &Tx<'_>, fields: &SprintFields) -> Result<SprintId> {
    checked(tx, fields, None)?;
    let id = tx.insert(
        "INSERT INTO sprint (number, first, last, goal, name, met) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            fields.number,
            fields.first,
            fields.last,
            clean(&fields.goal),
            clean(&fields.name),
            fields.met
        ],
    )?;
    Ok(SprintId(id))
}

pub(crate) fn change(tx: &Tx<'_>, id: SprintId, fields: &SprintFields) -> Result<Step> {
    checked(tx, fields, Some(id))?;
    found(
        tx.execute(
            "UPDATE sprint SET number = ?2, first = ?3, last = ?4, goal = ?5, name = ?6, met = ?7 WHERE id = ?1",
            params![
                id,
                fields.number,
                fields.first,
                fields.last,
                clean(&fields.goal),
                clean(&fields.name),
                fields.met
            ],
        )?,
        id.0,
    )?;
    Ok(Step::new("history-change-sprint").with("number", fields.number))
}

pub(crate) fn remove(tx: &Tx<'_>, id: SprintId) -> Result<Step> {
    let number = known(tx, id)?.fields.number;
    tx.execute("DELETE FROM sprint WHERE id = ?1", [id])?;
    Ok(Step::new("history-remove-sprint").with("number", number))
}

/// Selects items for a Sprint; for the running one they are in Sprint from now on.
pub(crate) fn select(tx: &Tx<'_>, id: SprintId, items: &[ItemId]) -> Result<Step> {
    tx.all_known(items)?;
    let sprint = open(tx, id)?;
    let runs = running(tx.sprints, tx.today).is_some_and(|running| running.id == id);
    for item in items {
        let entry = tx.known(*item)?;
        let closed = matches!(entry.state, State::Done | State::NotDoing);
        if closed || tx.backlog.is_container(*item) {
            let title = [("title", entry.item.title.clone())];
            return Err(Error::invalid_with("items", "error-not-selectable", title));
        }
        note_selected(tx, id, *item, Some(tx.today))?;
        if runs {
            verbs::into_state(tx, *item, State::InSprint)?;
        }
    }
    Ok(Step::new("history-select").with("number", sprint.fields.number).with("count", items.len()))
}

/// Takes items out of a Sprint; from the running one they go back into the order.
pub(crate) fn unselect(tx: &Tx<'_>, id: SprintId, items: &[ItemId]) -> Result<Step> {
    tx.all_known(items)?;
    let sprint = open(tx, id)?;
    for item in items {
        tx.execute("DELETE FROM sprint_item WHERE sprint = ?1 AND item = ?2", params![id, item])?;
        if tx.known(*item)?.state == State::InSprint && sprint.fields.holds(tx.today) {
            verbs::into_state(tx, *item, State::Ready)?;
        }
    }
    Ok(Step::new("history-unselect").with("number", sprint.fields.number).with("count", items.len()))
}

/// Begins a Sprint today: what was selected for it is in Sprint.
///
/// # Errors
/// [`Error::Invalid`] while another runs, and when the Sprint is over.
pub(crate) fn start(tx: &Tx<'_>, id: SprintId) -> Result<Step> {
    let sprint = open(tx, id)?;
    if let Some(other) = running(tx.sprints, tx.today).filter(|other| other.id != id) {
        let number = [("number", other.fields.number.to_string())];
        return Err(Error::invalid_with("sprint", "error-sprint-runs", number));
    }
    let first = sprint.fields.first.filter(|first| *first < tx.today).unwrap_or(tx.today);
    let last = sprint.fields.last.unwrap_or(tx.today + Days::new(length(tx.sprints) - 1));
    if last < tx.today {
        return Err(Error::invalid("sprint", "error-sprint-over"));
    }
    let fields = SprintFields { first: Some(first), last: Some(last), ..sprint.fields.clone() };
    change(tx, id, &fields)?;
    for selected in selected(tx.db, Some(id))? {
        if matches!(tx.known(selected.item)?.state, State::Idea | State::NeedsConversation | State::Ready) {
            verbs::into_state(tx, selected.item, State::InSprint)?;
        }
    }
    Ok(Step::new("history-start-sprint").with("number", fields.number))
}

/// Ends a Sprint: says whether its goal was met and what becomes of what is not Done. What is not
/// named goes back into the order.
///
/// # Errors
/// [`Error::Invalid`] for a Sprint that has not begun or was ended before.
pub(crate) fn end(tx: &Tx<'_>, id: SprintId, met: Option<Met>, left: &[Leftover]) -> Result<Step> {
    let sprint = open(tx, id)?.clone();
    let Some(days) = sprint.fields.days().filter(|days| days.first <= tx.today) else {
        return Err(Error::invalid("sprint", "error-sprint-not-begun"));
    };
    let last = days.last.min(tx.today);
    tx.execute(
        "UPDATE sprint SET last = ?2, met = coalesce(?3, met), ended_on = ?4 WHERE id = ?1",
        params![id, last, met, tx.today],
    )?;
    for selected in selected(tx.db, Some(id))? {
        let state = tx.known(selected.item)?.state;
        if state == State::Done {
            continue;
        }
        let named = left.iter().find(|leftover| leftover.item == selected.item);
        let fate = named.map_or(Fate::Returned, |leftover| leftover.fate);
        // What was said before stays where nothing is said now.
        let said = |now: Option<&String>, before: &String| {
            now.filter(|text| !text.trim().is_empty()).unwrap_or(before).clone()
        };
        let why = said(named.map(|leftover| &leftover.why), &selected.why);
        let next = said(named.map(|leftover| &leftover.next), &selected.next);
        let fate = if state == State::NotDoing { Fate::NotDoing } else { fate };
        say(tx, id, selected.item, (&why, &next))?;
        tx.execute(
            "UPDATE sprint_item SET became = ?3 WHERE sprint = ?1 AND item = ?2",
            params![id, selected.item, fate],
        )?;
        match fate {
            Fate::Returned if state == State::InSprint => {
                verbs::into_state(tx, selected.item, State::Ready)?;
            }
            Fate::Carried => {
                note_selected(tx, following(tx, &sprint, last)?, selected.item, Some(tx.today))?;
                verbs::into_state(tx, selected.item, State::Ready)?;
            }
            Fate::NotDoing if state != State::NotDoing => {
                verbs::decline(tx, selected.item, &why, None, None)?;
            }
            Fate::Returned | Fate::NotDoing => {}
        }
    }
    Ok(Step::new("history-end-sprint").with("number", sprint.fields.number))
}

/// The Sprint that follows another, added if there is none.
fn following(tx: &Tx<'_>, sprint: &Sprint, last: NaiveDate) -> Result<SprintId> {
    let later = tx.sprints.iter().filter(|other| other.fields.number > sprint.fields.number);
    if let Some(next) = later.filter(|other| other.ended_on.is_none()).min_by_key(|other| other.fields.number)
    {
        return Ok(next.id);
    }
    // Made in this very step: two items are carried into the same one.
    let number = sprint.fields.number + 1;
    let made: Option<SprintId> = tx
        .prepare("SELECT id FROM sprint WHERE number = ?1")?
        .query_map([number], |row| row.get(0))?
        .next()
        .transpose()?;
    if let Some(made) = made {
        return Ok(made);
    }
    let planned = sprint.fields.last.unwrap_or(last).max(last);
    let first = planned + Days::new(1);
    let first = (0..7)
        .map(|ahead| first + Days::new(ahead))
        .find(|day| {
            use chrono::Datelike;
            tx.settings.working_days[day.weekday().num_days_from_monday() as usize]
        })
        .unwrap_or(first);
    let end = planned + Days::new(length(tx.sprints));
    insert(tx, &SprintFields { number, first: Some(first), last: Some(end), ..SprintFields::default() })
}

/// How many days a Sprint lasts here: as the newest whose days are known, else two weeks.
fn length(sprints: &[Sprint]) -> u64 {
    let days = sprints.iter().rev().find_map(|sprint| sprint.fields.days());
    days.map_or(14, |days| ((days.last - days.first).num_days() + 1).max(1).unsigned_abs())
}

/// Says why a selected item is not Done, and what happens now.
pub(crate) fn say_leftover(
    tx: &Tx<'_>,
    id: SprintId,
    item: ItemId,
    (why, next): (&str, &str),
) -> Result<Step> {
    let title = crate::tx::short(&tx.known(item)?.item.title);
    let number = known(tx, id)?.fields.number;
    found(say(tx, id, item, (why, next))?, item.0)?;
    let step = Step::new("history-leftover").with("number", number).with("title", title).about(item);
    Ok(step.joining(format!("leftover {id} {item}")))
}

fn say(tx: &Tx<'_>, id: SprintId, item: ItemId, (why, next): (&str, &str)) -> Result<usize> {
    tx.execute(
        "UPDATE sprint_item SET why = ?3, next = ?4 WHERE sprint = ?1 AND item = ?2",
        params![id, item, prose(why), prose(next)],
    )
}

/// Notes as selected for the running Sprint what is in Sprint, whichever verb put it there.
pub(crate) fn follow(tx: &Tx<'_>) -> Result<()> {
    tx.execute(
        "INSERT INTO sprint_item (sprint, item, selected_on)
         SELECT sprint.id, item.id, ?1 FROM sprint JOIN item ON item.state = 'in_sprint'
         WHERE sprint.ended_on IS NULL AND ?1 BETWEEN sprint.first AND sprint.last
           AND NOT EXISTS (SELECT 1 FROM sprint_item AS known WHERE known.sprint = sprint.id AND known.item = item.id)
           AND NOT EXISTS (SELECT 1 FROM item AS part WHERE part.part_of = item.id)",
        [tx.today],
    )?;
    Ok(())
}

/// Notes an item as selected, on no known day where another tool did it; one that is selected
/// already stays as it was, and a container is never selected. Tells whether anything changed.
pub(crate) fn note_selected(tx: &Tx<'_>, id: SprintId, item: ItemId, on: Option<NaiveDate>) -> Result<bool> {
    let noted = tx.execute(
        "INSERT INTO sprint_item (sprint, item, selected_on)
         SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM item WHERE part_of = ?2)
         ON CONFLICT (sprint, item) DO NOTHING",
        params![id, item, on],
    )?;
    Ok(noted > 0)
}

/// The Sprint of an id.
pub(crate) fn known<'a>(tx: &'a Tx<'_>, id: SprintId) -> Result<&'a Sprint> {
    let sprint = tx.sprints.iter().find(|sprint| sprint.id == id);
    sprint.ok_or_else(|| Error::not_found("error-gone", "id", id))
}

/// A Sprint that was not ended.
fn open<'a>(tx: &'a Tx<'_>, id: SprintId) -> Result<&'a Sprint> {
    let sprint = known(tx, id)?;
    match sprint.ended_on {
        None => Ok(sprint),
        Some(_) => {
            let number = [("number", sprint.fields.number.to_string())];
            Err(Error::invalid_with("sprint", "error-sprint-ended", number))
        }
    }
}

/// Refuses a Sprint with one day of two, one that ends before it starts, overlaps another, or takes
/// another's number.
fn checked(tx: &Tx<'_>, fields: &SprintFields, own: Option<SprintId>) -> Result<()> {
    if fields.first.is_some() != fields.last.is_some() {
        return Err(Error::invalid("last", "error-sprint-half-dated"));
    }
    if let Some(days) = fields.days() {
        in_order(days.first, days.last)?;
    }
    for other in tx.sprints.iter().filter(|other| Some(other.id) != own) {
        let number = [("number", other.fields.number.to_string())];
        if other.fields.number == fields.number {
            return Err(Error::invalid_with("number", "error-sprint-number-taken", number));
        }
        if let Some((days, others)) = fields.days().zip(other.fields.days())
            && others.first <= days.last
            && days.first <= others.last
        {
            return Err(Error::invalid_with("first", "error-sprints-overlap", number));
        }
    }
    Ok(())
}
