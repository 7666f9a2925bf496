//! The Sprint Review: when it is, which sections its pack has, in which order things are shown,
//! and what a hand wrote over what data say.
//!
//! A pack is made of data each time it is asked for; only what a person decided about it is kept.
//! A Review has no rows until something about it is decided.

pub(crate) mod pack;

use crate::backlog::list::{Backlog, Entry};
use crate::backlog::{Item, State};
use crate::error::{Error, Result};
use crate::feedback::Feedback;
use crate::ids::{DecisionId, FeedbackId, ItemId, QuestionId, SectionId, SprintId, StakeholderId};
use crate::journal::Step;
use crate::record::stored_as;
use crate::sprint::{self, Selected, Sprint, SprintItem};
use crate::story::{Evidence, Misunderstanding, SaidBack};
use crate::tx::{Tx, clean, prose, required, short};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// When and where a Review is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ReviewFields {
    /// The day; none: the last day of the Sprint.
    pub day: Option<NaiveDate>,
    /// The time of day, as it is said: "14:00"; may be empty.
    pub time: String,
    /// How long it takes, in minutes.
    pub minutes: Option<u16>,
    /// Where; may be empty.
    pub place: String,
}

/// What a section of a pack is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SectionKind {
    /// The Sprint Goal, and whether it was met.
    Goal,
    /// What is Done, in the order of showing.
    Done,
    /// What is not Done, and why.
    NotDone,
    /// Progress to the Product Goal.
    Progress,
    /// What changed in the order, and why.
    Order,
    /// The forecast, and how it moved since the last Review.
    Forecast,
    /// What is likely next.
    Next,
    /// Decisions that are wanted.
    Wanted,
    /// A question for each stakeholder.
    Questions,
    /// Decisions since the last Review.
    Decisions,
    /// Free text.
    Text,
}

stored_as!(SectionKind {
    Goal = "goal",
    Done = "done",
    NotDone = "not_done",
    Progress = "progress",
    Order = "order",
    Forecast = "forecast",
    Next = "next",
    Wanted = "wanted",
    Questions = "questions",
    Decisions = "decisions",
    Text = "text",
});

/// The sections of a new pack in their order, each with whether it is shown.
const SECTIONS: [(SectionKind, bool); 10] = [
    (SectionKind::Goal, true),
    (SectionKind::Done, true),
    (SectionKind::NotDone, true),
    (SectionKind::Progress, true),
    (SectionKind::Order, true),
    (SectionKind::Forecast, true),
    (SectionKind::Next, true),
    (SectionKind::Wanted, true),
    (SectionKind::Questions, true),
    (SectionKind::Decisions, false),
];

/// What can be said of a section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SectionFields {
    /// Whether the pack has it.
    pub shown: bool,
    /// Its heading; of free text only.
    pub title: String,
    /// Its text in Markdown; of free text only.
    pub text: String,
    /// A note for the one who presents; it leaves only when private notes are asked for.
    pub notes: String,
}

/// A Review as it is prepared: its sections with what they say, and what is shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The Sprint it looks at.
    pub sprint: Sprint,
    /// When and where it is.
    pub fields: ReviewFields,
    /// The day it is on, where that is known.
    pub day: Option<NaiveDate>,
    /// The day of the Review before.
    pub before: Option<NaiveDate>,
    /// The sections in their order, hidden ones included.
    pub sections: Vec<SectionLine>,
    /// What is Done, in the order of showing.
    pub done: Vec<ShownItem>,
    /// What was selected and is not Done.
    pub left: Vec<SprintItem>,
    /// Whether something about it was decided yet.
    pub saved: bool,
}

/// A section of a pack in the list of all.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SectionLine {
    /// What it is called within the pack, as in [`crate::document::Section::id`].
    pub id: String,
    /// What it is about.
    pub kind: SectionKind,
    /// What it is called.
    pub name: String,
    /// What it says in a word or two: "8 items, 32 min".
    pub said: String,
    /// What is missing in it: a sentence.
    pub missing: Option<String>,
    /// What is kept of it.
    pub fields: SectionFields,
}

/// A Done item as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShownItem {
    /// Which.
    pub item: Item,
    /// Who shows it; may be empty.
    pub by_whom: String,
    /// How many minutes that takes.
    pub minutes: Option<u16>,
    /// Whether it was selected for the Sprint.
    pub selected: bool,
    /// Why it counts as Done.
    pub evidence: Option<Evidence>,
}

/// What is to be done after a Review.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FollowUp {
    /// What waits, one after another.
    pub lines: Vec<FollowUpLine>,
    /// The notes that were given at it, the newest first.
    pub feedback: Vec<Feedback>,
    /// What was said back of the Done items, to compare with what was built.
    pub built: Vec<Built>,
}

/// Something that waits after a Review.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FollowUpLine {
    /// What it is about.
    pub about: FollowUpAbout,
    /// What is to be done.
    pub text: String,
    /// With whom.
    pub who: Option<StakeholderId>,
}

/// What a line of the follow-up list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum FollowUpAbout {
    /// A note that waits in the inbox.
    Triage {
        /// Which.
        id: FeedbackId,
    },
    /// A note whose giver waits for an answer.
    Reply {
        /// Which.
        id: FeedbackId,
    },
    /// A question without an answer.
    Question {
        /// Which.
        id: QuestionId,
    },
    /// A decision that is wanted.
    Decision {
        /// Which.
        id: DecisionId,
    },
    /// An item that is not Done.
    Left {
        /// Which.
        id: ItemId,
    },
}

/// A Done item with what the Developers had understood of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Built {
    /// Which.
    pub item: Item,
    /// What they had understood, the oldest first.
    pub said_back: Vec<SaidBack>,
    /// Where intended and built parted.
    pub misunderstood: Vec<Misunderstanding>,
}

/// A section as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    /// None while the Review has no rows.
    pub id: Option<SectionId>,
    pub kind: SectionKind,
    pub fields: SectionFields,
}

impl Kept {
    /// What the section is called within the pack: its kind, free text with its id.
    pub(crate) fn name(&self) -> String {
        match (self.kind, self.id) {
            (SectionKind::Text, Some(id)) => format!("text {id}"),
            (kind, _) => kind.word().to_owned(),
        }
    }
}

/// What a hand wrote over what data say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rewording {
    pub text: String,
    /// What data said then.
    pub said: String,
}

/// How a Done item is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Showing {
    pub place: Option<i64>,
    pub by_whom: String,
    pub minutes: Option<u16>,
}

/// All that was decided about a Review.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Decided {
    /// None while it has no rows.
    pub review: Option<i64>,
    pub fields: ReviewFields,
    pub sections: Vec<Kept>,
    pub rewordings: HashMap<String, Rewording>,
    pub showings: HashMap<ItemId, Showing>,
}

/// Reads what was decided about the Review of a Sprint.
pub(crate) fn read(db: &Connection, sprint: SprintId) -> Result<Decided> {
    let review = db
        .prepare_cached("SELECT id, day, time, minutes, place FROM review WHERE sprint = ?1")?
        .query_row([sprint], |row| {
            let fields = ReviewFields {
                day: row.get(1)?,
                time: row.get(2)?,
                minutes: row.get(3)?,
                place: row.get(4)?,
            };
            Ok((row.get::<_, i64>(0)?, fields))
        })
        .optional()?;
    let Some((review, fields)) = review else {
        let new =
            |(kind, shown)| Kept { id: None, kind, fields: SectionFields { shown, ..Default::default() } };
        return Ok(Decided {
            review: None,
            fields: ReviewFields::default(),
            sections: SECTIONS.map(new).to_vec(),
            rewordings: HashMap::new(),
            showings: HashMap::new(),
        });
    };
    let sections = db
        .prepare_cached(
            "SELECT review_section.id, kind, shown, title, review_section.text, coalesce(speaker_note.text, '')
             FROM review_section LEFT JOIN speaker_note USING (id) WHERE review = ?1 ORDER BY place, id",
        )?
        .query_map([review], |row| {
            let fields = SectionFields {
                shown: row.get(2)?,
                title: row.get(3)?,
                text: row.get(4)?,
                notes: row.get(5)?,
            };
            Ok(Kept { id: Some(row.get(0)?), kind: row.get(1)?, fields })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let rewordings = db
        .prepare_cached("SELECT key, text, said FROM rewording WHERE review = ?1")?
        .query_map([review], |row| Ok((row.get(0)?, Rewording { text: row.get(1)?, said: row.get(2)? })))?
        .collect::<rusqlite::Result<_>>()?;
    let showings = db
        .prepare_cached("SELECT item, place, by_whom, minutes FROM showing WHERE review = ?1")?
        .query_map([review], |row| {
            Ok((row.get(0)?, Showing { place: row.get(1)?, by_whom: row.get(2)?, minutes: row.get(3)? }))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Decided { review: Some(review), fields, sections, rewordings, showings })
}

/// The items of a Sprint that are Done, in the order of showing: those somebody placed, then the
/// others by the day they were finished. Without known days, what was selected and is Done.
pub(crate) fn done_items<'a>(
    backlog: &'a Backlog,
    sprint: &Sprint,
    selected: &[Selected],
    showings: &HashMap<ItemId, Showing>,
) -> Vec<&'a Entry> {
    let chosen: HashSet<ItemId> = selected.iter().map(|selected| selected.item).collect();
    let within = |entry: &&Entry| match (sprint.fields.days(), entry.item.done_on) {
        (Some(days), Some(on)) => days.contains(on),
        (Some(_), None) | (None, _) => chosen.contains(&entry.item.id),
    };
    let done = |entry: &&Entry| entry.state == State::Done && !backlog.is_container(entry.item.id);
    let mut items: Vec<&Entry> = backlog.entries().filter(done).filter(within).collect();
    items.sort_by_key(|entry| {
        let place = showings.get(&entry.item.id).and_then(|showing| showing.place);
        (place.unwrap_or(i64::MAX), entry.item.done_on, entry.item.id)
    });
    items
}

/// Says when and where a Review is.
pub(crate) fn plan(tx: &Tx<'_>, sprint: SprintId, fields: &ReviewFields) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-plan-review")?;
    tx.execute(
        "UPDATE review SET day = ?2, time = ?3, minutes = ?4, place = ?5 WHERE id = ?1",
        params![review, fields.day, clean(&fields.time), fields.minutes, clean(&fields.place)],
    )?;
    Ok(step.joining(format!("review {sprint}")))
}

/// Shows or hides a section, and changes its free text and note.
pub(crate) fn change_section(
    tx: &Tx<'_>,
    sprint: SprintId,
    section: &str,
    fields: &SectionFields,
) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-change-review")?;
    let (id, kind) = find(tx, review, section)?;
    let (title, text) = match kind {
        SectionKind::Text => (required(&fields.title, "title", "error-title-empty")?, prose(&fields.text)),
        _ => (String::new(), String::new()),
    };
    tx.execute(
        "UPDATE review_section SET shown = ?2, title = ?3, text = ?4 WHERE id = ?1",
        params![id, fields.shown, title, text],
    )?;
    let notes = prose(&fields.notes);
    if notes.is_empty() {
        tx.execute("DELETE FROM speaker_note WHERE id = ?1", [id])?;
    } else {
        tx.execute(
            "INSERT INTO speaker_note (id, text) VALUES (?1, ?2)
             ON CONFLICT (id) DO UPDATE SET text = excluded.text",
            params![id, notes],
        )?;
    }
    Ok(step.joining(format!("section {id}")))
}

/// Moves a section to a place, counted from 0.
pub(crate) fn move_section(tx: &Tx<'_>, sprint: SprintId, section: &str, to: u32) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-change-review")?;
    let (id, _) = find(tx, review, section)?;
    let ids = tx
        .prepare("SELECT id FROM review_section WHERE review = ?1 ORDER BY place, id")?
        .query_map([review], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<SectionId>>>()?;
    for (place, id) in (0_i64..).zip(moved(ids, id, to)) {
        tx.execute("UPDATE review_section SET place = ?2 WHERE id = ?1 AND place <> ?2", params![id, place])?;
    }
    Ok(step)
}

/// Adds a section of free text at the end.
pub(crate) fn add_section(tx: &Tx<'_>, sprint: SprintId, title: &str, text: &str) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-change-review")?;
    tx.insert(
        "INSERT INTO review_section (review, kind, place, shown, title, text)
         VALUES (?1, 'text', (SELECT count(*) FROM review_section WHERE review = ?1), 1, ?2, ?3)",
        params![review, required(title, "title", "error-title-empty")?, prose(text)],
    )?;
    Ok(step)
}

/// Takes a section of free text away; the others can only be hidden.
pub(crate) fn remove_section(tx: &Tx<'_>, sprint: SprintId, section: &str) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-change-review")?;
    match find(tx, review, section)? {
        (id, SectionKind::Text) => tx.execute("DELETE FROM review_section WHERE id = ?1", [id])?,
        _ => return Err(Error::invalid("section", "error-section-stays")),
    };
    Ok(step)
}

/// Says who shows a Done item, and how many minutes it takes.
pub(crate) fn show(
    tx: &Tx<'_>,
    sprint: SprintId,
    item: ItemId,
    (by_whom, minutes): (&str, Option<u16>),
) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-change-review")?;
    arrange(tx, sprint, review, item, None)?;
    tx.execute(
        "UPDATE showing SET by_whom = ?3, minutes = ?4 WHERE review = ?1 AND item = ?2",
        params![review, item, clean(by_whom), minutes],
    )?;
    Ok(step.joining(format!("showing {review} {item}")))
}

/// Moves a Done item to a place in the order of showing, counted from 0.
pub(crate) fn move_shown(tx: &Tx<'_>, sprint: SprintId, item: ItemId, to: u32) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-change-review")?;
    arrange(tx, sprint, review, item, Some(to))?;
    Ok(step)
}

/// Keeps the whole order of showing, with one item moved.
fn arrange(tx: &Tx<'_>, sprint: SprintId, review: i64, item: ItemId, to: Option<u32>) -> Result<()> {
    let decided = read(tx.db, sprint)?;
    let selected = sprint::selected(tx.db, Some(sprint))?;
    let done = done_items(tx.backlog, sprint::known(tx, sprint)?, &selected, &decided.showings);
    let mut ids: Vec<ItemId> = done.into_iter().map(|entry| entry.item.id).collect();
    if !ids.contains(&item) {
        let title = tx.known(item)?.item.title.clone();
        return Err(Error::invalid_with("item", "error-not-done-in-sprint", [("title", title)]));
    }
    if let Some(to) = to {
        ids = moved(ids, item, to);
    }
    for (place, id) in (0_i64..).zip(ids) {
        tx.execute(
            "INSERT INTO showing (review, item, place, by_whom) VALUES (?1, ?2, ?3, '')
             ON CONFLICT (review, item) DO UPDATE SET place = excluded.place WHERE place <> excluded.place",
            params![review, id, place],
        )?;
    }
    Ok(())
}

/// Writes something over what data say; an empty text lets data speak again. `said` is what they
/// say now.
pub(crate) fn reword(tx: &Tx<'_>, sprint: SprintId, key: &str, (text, said): (&str, &str)) -> Result<Step> {
    let (review, step) = begun(tx, sprint, "history-change-review")?;
    let (key, text) = (required(key, "key", "error-internal")?, prose(text));
    if text.is_empty() || text == said {
        tx.execute("DELETE FROM rewording WHERE review = ?1 AND key = ?2", params![review, key])?;
    } else {
        tx.execute(
            "INSERT INTO rewording (review, key, text, said) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (review, key) DO UPDATE SET text = excluded.text, said = excluded.said",
            params![review, key, text, prose(said)],
        )?;
    }
    Ok(step.joining(format!("rewording {review} {}", short(&key))))
}

/// The row of a Sprint's Review, made with its sections if there is none, and the step it is part of.
fn begun(tx: &Tx<'_>, sprint: SprintId, label: &'static str) -> Result<(i64, Step)> {
    let number = sprint::known(tx, sprint)?.fields.number;
    let step = Step::new(label).with("number", number);
    let known = tx
        .prepare("SELECT id FROM review WHERE sprint = ?1")?
        .query_row([sprint], |row| row.get(0))
        .optional()?;
    if let Some(review) = known {
        return Ok((review, step));
    }
    tx.execute("INSERT INTO review (sprint, time, place) VALUES (?1, '', '')", [sprint])?;
    let review = tx.db.last_insert_rowid();
    for (place, (kind, shown)) in (0_i64..).zip(SECTIONS) {
        tx.execute(
            "INSERT INTO review_section (review, kind, place, shown, title, text)
             VALUES (?1, ?2, ?3, ?4, '', '')",
            params![review, kind, place, shown],
        )?;
    }
    Ok((review, step))
}

/// The section of a name such as "done" or "text 12".
fn find(tx: &Tx<'_>, review: i64, section: &str) -> Result<(SectionId, SectionKind)> {
    let text = section.strip_prefix("text ").and_then(|id| id.parse::<i64>().ok());
    let found = tx
        .prepare(
            "SELECT id, kind FROM review_section WHERE review = ?1 AND
               CASE WHEN ?2 IS NULL THEN kind = ?3 AND kind <> 'text' ELSE id = ?2 AND kind = 'text' END",
        )?
        .query_row(params![review, text, section], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found.ok_or_else(|| Error::not_found("error-gone", "id", section))
}

/// A list with one of its members moved to a place, counted from 0.
fn moved<T: PartialEq>(mut list: Vec<T>, member: T, to: u32) -> Vec<T> {
    list.retain(|other| *other != member);
    list.insert((to as usize).min(list.len()), member);
    list
}
