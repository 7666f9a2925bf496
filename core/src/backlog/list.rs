//! The backlog in memory: every item as the list shows it, and the order of the open ones.
//!
//! It is read once and then patched with the very rows a step touched. Position, date line, drag
//! and look-up all use its one order: items of the running Sprint first, then the rest by rank;
//! containers and what is Done or not done have no position.

use super::{Item, State};
use crate::error::Result;
use crate::ids::{ItemId, StakeholderId};
use crate::search;
use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whether a Sprint runs: items are "in Sprint" only while one runs or none is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SprintTime {
    /// A Sprint runs today, or no Sprint is known at all.
    Now,
    /// Sprints are known and none runs today.
    Between,
}

/// An item with what only the core needs to know of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// The list row; its position is filled in when it leaves.
    pub item: Item,
    /// The state as stored, whether a Sprint runs or not.
    pub state: State,
    pub rank: i64,
    pub sprint_rank: Option<i64>,
    /// Day of the last change of state made in Cairn.
    pub state_on: Option<NaiveDate>,
    /// Day work on it began.
    pub started_on: Option<NaiveDate>,
    /// What search looks in.
    pub folded: String,
}

/// What decides the place of an open item: Sprint items first, then rank, then id.
type Key = (bool, i64, ItemId);

/// All items and the order of the open ones.
#[derive(Debug)]
pub(crate) struct Backlog {
    entries: HashMap<ItemId, Entry>,
    order: Vec<Key>,
    parts: HashMap<ItemId, BTreeSet<ItemId>>,
    prefix: String,
    time: SprintTime,
}

const ITEM_COLUMNS: &str =
    "id, title, kind, state, rank, sprint_rank, size, part_of, need, business, feasibility,
    urgency, external_id, source_state, url, created_on, done_on, state_on, goal, slice, started_on,
    risk";

impl Backlog {
    /// Reads all items in three plain queries.
    pub(crate) fn read(db: &Connection, prefix: &str, time: SprintTime) -> Result<Self> {
        let mut backlog = Self {
            entries: HashMap::new(),
            order: Vec::new(),
            parts: HashMap::new(),
            prefix: prefix.to_owned(),
            time,
        };
        let mut labels: HashMap<ItemId, Vec<String>> = HashMap::new();
        let mut statement = db.prepare("SELECT item, name FROM label ORDER BY item, name")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            labels.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        let mut wants: HashMap<ItemId, Vec<StakeholderId>> = HashMap::new();
        let mut statement =
            db.prepare("SELECT item, stakeholder FROM want ORDER BY item, strength DESC, id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            wants.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        let mut texts: HashMap<ItemId, String> = HashMap::new();
        let mut statement = db.prepare("SELECT id, body || ' ' || notes FROM item_text")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            texts.insert(row.get(0)?, row.get(1)?);
        }
        let mut statement = db.prepare(&format!("SELECT {ITEM_COLUMNS} FROM item"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: ItemId = row.get(0)?;
            let entry = backlog.entry(
                row,
                labels.remove(&id).unwrap_or_default(),
                wants.remove(&id).unwrap_or_default(),
                &texts.remove(&id).unwrap_or_default(),
            )?;
            if let Some(container) = entry.item.part_of {
                backlog.parts.entry(container).or_default().insert(id);
            }
            backlog.entries.insert(id, entry);
        }
        let ids: Vec<ItemId> = backlog.entries.keys().copied().collect();
        backlog.order = ids.into_iter().filter_map(|id| backlog.key(id)).collect();
        backlog.order.sort_unstable();
        Ok(backlog)
    }

    /// Reads these items again after a step, with their containers old and new. Returns all whose
    /// list row or place may have changed.
    pub(crate) fn refresh(
        &mut self,
        db: &Connection,
        touched: &BTreeSet<ItemId>,
    ) -> Result<BTreeSet<ItemId>> {
        let mut affected = touched.clone();
        let mut fresh = Vec::with_capacity(touched.len());
        for &id in touched {
            affected.extend(self.entries.get(&id).and_then(|entry| entry.item.part_of));
            let entry = self.read_one(db, id)?;
            affected.extend(entry.as_ref().and_then(|entry| entry.item.part_of));
            fresh.push((id, entry));
        }
        let many = affected.len() > 64;
        if !many {
            for id in &affected {
                if let Some(at) = self.key(*id).and_then(|key| self.order.binary_search(&key).ok()) {
                    self.order.remove(at);
                }
            }
        }
        for (id, entry) in fresh {
            if let Some(container) = self.entries.get(&id).and_then(|entry| entry.item.part_of) {
                let parts = self.parts.entry(container).or_default();
                parts.remove(&id);
                if parts.is_empty() {
                    self.parts.remove(&container);
                }
            }
            match entry {
                Some(entry) => {
                    if let Some(container) = entry.item.part_of {
                        self.parts.entry(container).or_default().insert(id);
                    }
                    self.entries.insert(id, entry);
                }
                None => {
                    self.entries.remove(&id);
                }
            }
        }
        if many {
            self.order = self.entries.keys().filter_map(|id| self.key(*id)).collect();
            self.order.sort_unstable();
        } else {
            for id in &affected {
                if let Some(key) = self.key(*id) {
                    let at = self.order.binary_search(&key).unwrap_or_else(|at| at);
                    self.order.insert(at, key);
                }
            }
        }
        Ok(affected)
    }

    /// Takes note that a Sprint began or ended, or that the prefix of keys changed.
    pub(crate) fn turn(&mut self, prefix: &str, time: SprintTime) {
        self.prefix = prefix.to_owned();
        self.time = time;
        for entry in self.entries.values_mut() {
            entry.item.key = key_of(prefix, entry.item.id, entry.item.external_id.as_deref());
            entry.item.state = shown_state(entry.state, time);
        }
        self.order = self.entries.keys().filter_map(|id| self.key(*id)).collect();
        self.order.sort_unstable();
    }

    fn read_one(&self, db: &Connection, id: ItemId) -> Result<Option<Entry>> {
        let mut statement = db.prepare_cached(&format!("SELECT {ITEM_COLUMNS} FROM item WHERE id = ?1"))?;
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let labels = db
            .prepare_cached("SELECT name FROM label WHERE item = ?1 ORDER BY name")?
            .query_map([id], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let wants = db
            .prepare_cached("SELECT stakeholder FROM want WHERE item = ?1 ORDER BY strength DESC, id")?
            .query_map([id], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let text: String = db
            .prepare_cached(
                "SELECT coalesce((SELECT body || ' ' || notes FROM item_text WHERE id = ?1), '')",
            )?
            .query_row([id], |row| row.get(0))?;
        Ok(Some(self.entry(row, labels, wants, &text)?))
    }

    fn entry(
        &self,
        row: &Row<'_>,
        labels: Vec<String>,
        wanted_by: Vec<StakeholderId>,
        text: &str,
    ) -> Result<Entry> {
        let id: ItemId = row.get(0)?;
        let state: State = row.get(3)?;
        let external_id: Option<String> = row.get(12)?;
        let item = Item {
            id,
            key: key_of(&self.prefix, id, external_id.as_deref()),
            title: row.get(1)?,
            kind: row.get(2)?,
            state: shown_state(state, self.time),
            position: None,
            size: row.get::<_, Option<i64>>(6)?.map(crate::decimal::from_thousandths),
            part_of: row.get(7)?,
            goal: row.get(18)?,
            slice: row.get(19)?,
            container: false,
            labels,
            wanted_by,
            need: row.get(8)?,
            business: row.get(9)?,
            feasibility: row.get(10)?,
            urgency: row.get(11)?,
            risk: row.get(21)?,
            external_id,
            source_state: row.get(13)?,
            url: row.get(14)?,
            created_on: row.get(15)?,
            done_on: row.get(16)?,
        };
        let folded = search::fold(&format!(
            "{} {} {} {} {} {text}",
            item.key,
            item.title,
            item.kind,
            item.external_id.as_deref().unwrap_or_default(),
            item.labels.join(" "),
        ));
        Ok(Entry {
            item,
            state,
            rank: row.get(4)?,
            sprint_rank: row.get(5)?,
            state_on: row.get(17)?,
            started_on: row.get(20)?,
            folded,
        })
    }

    /// The key an item has in the order; `None` if it has no position.
    fn key(&self, id: ItemId) -> Option<Key> {
        let entry = self.entries.get(&id)?;
        let open = !matches!(entry.state, State::Done | State::NotDoing) && !self.is_container(id);
        open.then(|| match entry.item.state {
            State::InSprint => (false, entry.sprint_rank.unwrap_or_else(|| unplaced(entry.rank)), id),
            _ => (true, entry.rank, id),
        })
    }

    /// Whether other items are part of this one.
    pub(crate) fn is_container(&self, id: ItemId) -> bool {
        self.parts.contains_key(&id)
    }

    /// One item with its rank and stored state.
    pub(crate) fn entry_of(&self, id: ItemId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// All items, in no order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// One item as the list shows it.
    pub(crate) fn item(&self, id: ItemId) -> Option<Item> {
        let mut item = self.entries.get(&id)?.item.clone();
        item.position = self.position(id);
        item.container = self.is_container(id);
        Some(item)
    }

    /// The place of an item from 1.
    pub(crate) fn position(&self, id: ItemId) -> Option<u32> {
        let key = self.key(id)?;
        self.order.binary_search(&key).ok().map(|at| at as u32 + 1)
    }

    /// How many items have a position.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// The open items in order.
    pub(crate) fn order(&self) -> impl ExactSizeIterator<Item = ItemId> + DoubleEndedIterator + '_ {
        self.order.iter().map(|(_, _, id)| *id)
    }

    /// The item at a position from 1.
    pub(crate) fn at(&self, position: u32) -> Option<ItemId> {
        self.order.get((position as usize).checked_sub(1)?).map(|(_, _, id)| *id)
    }

    /// The parts of the order that moves happen in, each as (rank, item) without `moved`: items of
    /// the running Sprint, and the rest.
    pub(crate) fn sections(&self, moved: &BTreeSet<ItemId>) -> [Vec<(i64, ItemId)>; 2] {
        let mut sections = [Vec::new(), Vec::with_capacity(self.order.len())];
        for &(rest, rank, id) in &self.order {
            if !moved.contains(&id) {
                sections[usize::from(rest)].push((rank, id));
            }
        }
        sections
    }

    /// The parts of a container, in order, then those without a position.
    pub(crate) fn parts(&self, id: ItemId) -> Vec<ItemId> {
        let mut parts: Vec<ItemId> = self.parts.get(&id).into_iter().flatten().copied().collect();
        parts.sort_by_key(|part| (self.position(*part).unwrap_or(u32::MAX), *part));
        parts
    }

    /// An item that is part of itself, which only a foreign hand can bring about.
    pub(crate) fn circle(&self) -> Option<ItemId> {
        let mut sound: BTreeSet<ItemId> = BTreeSet::new();
        for start in self.entries.keys() {
            let mut path = BTreeSet::new();
            let mut at = Some(*start);
            while let Some(id) = at.filter(|id| !sound.contains(id)) {
                if !path.insert(id) {
                    return Some(id);
                }
                at = self.entries.get(&id).and_then(|entry| entry.item.part_of);
            }
            sound.extend(path);
        }
        None
    }

    /// Open items in order, then open containers, as the window loads them.
    pub(crate) fn shown(&self) -> Vec<Item> {
        let mut shown: Vec<Item> = Vec::with_capacity(self.order.len());
        for (at, (_, _, id)) in self.order.iter().enumerate() {
            if let Some(entry) = self.entries.get(id) {
                let mut item = entry.item.clone();
                item.position = Some(at as u32 + 1);
                shown.push(item);
            }
        }
        let mut containers: Vec<ItemId> = self.parts.keys().copied().collect();
        containers.sort_unstable();
        shown.extend(containers.into_iter().filter_map(|id| self.item(id)));
        shown
    }

    /// The lowest and highest rank in use, of all items.
    pub(crate) fn highest_rank(&self) -> i64 {
        self.entries.values().map(|entry| entry.rank).max().unwrap_or_default()
    }

    /// Finished items per day: Done, with a day, and not containers.
    pub(crate) fn finished_per_day(&self) -> BTreeMap<NaiveDate, u32> {
        let mut days = BTreeMap::new();
        for entry in self.entries.values() {
            if let (State::Done, Some(day)) = (entry.state, entry.item.done_on)
                && !self.is_container(entry.item.id)
            {
                *days.entry(day).or_default() += 1;
            }
        }
        days
    }
}

/// The short name of an item: what people call it in the tool it came from, else prefix and id.
pub(crate) fn key_of(prefix: &str, id: ItemId, external_id: Option<&str>) -> String {
    external_id.map_or_else(|| own_key(prefix, id), str::to_owned)
}

/// The name an item has in Cairn alone.
pub(crate) fn own_key(prefix: &str, id: ItemId) -> String {
    format!("{prefix}-{id}")
}

/// Sprint items that nobody has placed yet follow those that somebody has, by their rank.
fn unplaced(rank: i64) -> i64 {
    (i64::MAX / 2).saturating_add(rank)
}

fn shown_state(state: State, time: SprintTime) -> State {
    match (state, time) {
        (State::InSprint, SprintTime::Between) => State::Ready,
        _ => state,
    }
}
