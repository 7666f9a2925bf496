//! When items entered each stage of the work: for cycle time, age and cumulative flow.
//!
//! The stages are those of another tool's board where an export brought their days, and otherwise
//! Cairn's own states, whose days the journal knows.

use crate::backlog::State;
use crate::backlog::list::Backlog;
use crate::error::Result;
use crate::forecast::StageDates;
use crate::ids::ItemId;
use crate::words::say;
use chrono::NaiveDate;
use rusqlite::Connection;
use std::collections::HashMap;

/// The stages of the work and the days items entered them.
pub(crate) struct Stages {
    /// Their names, in order; the last is Done.
    pub names: Vec<String>,
    /// The first stage in which an item is worked on.
    pub work: usize,
    /// One a leaf of the backlog that is not declined.
    pub items: Vec<StageDates>,
}

impl Stages {
    /// Reads the stages of every item.
    pub(crate) fn read(db: &Connection, backlog: &Backlog) -> Result<Self> {
        let (names, mut boards) = boards(db)?;
        let leaves = backlog
            .entries()
            .filter(|entry| entry.state != State::NotDoing && !backlog.is_container(entry.item.id));
        if names.len() < 2 {
            let mut states = states(db, backlog)?;
            let items = leaves.map(|entry| {
                let [ready, in_sprint] = states.remove(&entry.item.id).unwrap_or_default();
                let started = in_sprint.or(entry.started_on);
                let stages = vec![Some(entry.item.created_on), ready, started, entry.item.done_on];
                StageDates { item: entry.item.id.0, stages }
            });
            let names = ["value-needs-conversation", "value-ready", "value-in-sprint", "value-done"];
            return Ok(Self { names: names.map(say).to_vec(), work: 2, items: items.collect() });
        }
        // On a board of two stages work begins with the first; else that one is where items wait.
        let work = usize::from(names.len() > 2);
        let items = leaves.map(|entry| {
            let mut stages = vec![None; names.len()];
            match boards.remove(&entry.item.id) {
                Some(days) => {
                    for (place, day) in days {
                        if let Some(stage) = stages.get_mut(place) {
                            *stage = Some(day);
                        }
                    }
                }
                None => {
                    let known = [(0, Some(entry.item.created_on)), (work, entry.started_on)];
                    for (place, day) in known.into_iter().chain([(names.len() - 1, entry.item.done_on)]) {
                        if let Some(stage) = stages.get_mut(place).filter(|_| day.is_some()) {
                            *stage = day;
                        }
                    }
                }
            }
            StageDates { item: entry.item.id.0, stages }
        });
        let items = items.collect();
        Ok(Self { names, work, items })
    }

    /// The items from the stage on in which work begins.
    pub(crate) fn work(&self) -> Vec<StageDates> {
        let from_work = |item: &StageDates| StageDates {
            item: item.item,
            stages: item.stages.get(self.work..).unwrap_or_default().to_vec(),
        };
        self.items.iter().map(from_work).collect()
    }
}

/// The days items entered the stages of another tool's board, by place.
type Boards = HashMap<ItemId, Vec<(usize, NaiveDate)>>;

/// The names of another tool's stages, and the days of each item.
fn boards(db: &Connection) -> Result<(Vec<String>, Boards)> {
    let mut statement = db.prepare_cached("SELECT name FROM board_stage ORDER BY place")?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut days = Boards::new();
    let mut statement = db.prepare_cached("SELECT item, place, day FROM stage ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let place = usize::try_from(row.get::<_, i64>(1)?).unwrap_or(usize::MAX);
        days.entry(row.get(0)?).or_default().push((place, row.get(2)?));
    }
    Ok((names, days))
}

/// The days each item became ready and came into the Sprint, from the changes of state in the journal.
fn states(db: &Connection, backlog: &Backlog) -> Result<HashMap<ItemId, [Option<NaiveDate>; 2]>> {
    let mut left: HashMap<ItemId, Vec<(NaiveDate, State)>> = HashMap::new();
    let mut statement = db.prepare_cached(
        "SELECT change.row, operation.day, json_extract(change.old, '$.state')
         FROM change JOIN operation ON operation.id = change.operation
         WHERE change.\"table\" = 'item' AND change.deleted = 0 AND change.old LIKE '%\"state\"%'
         ORDER BY change.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let state: Option<String> = row.get(2)?;
        if let Some(state) = state.as_deref().and_then(State::from_word) {
            left.entry(row.get(0)?).or_default().push((row.get(1)?, state));
        }
    }
    let entered = |(id, left): (ItemId, Vec<(NaiveDate, State)>)| {
        let now = backlog.entry_of(id)?.state;
        let after = left.iter().skip(1).map(|(_, state)| *state).chain([now]);
        // Going back takes back what was entered on the way.
        let entered =
            left.iter().zip(after).fold([None; 2], |[ready, in_sprint], ((day, _), state)| match state {
                State::Idea | State::NeedsConversation => [None, None],
                State::Ready => [ready.or(Some(*day)), None],
                State::InSprint => [ready, in_sprint.or(Some(*day))],
                State::Done | State::NotDoing => [ready, in_sprint],
            });
        Some((id, entered))
    };
    Ok(left.into_iter().filter_map(entered).collect())
}
