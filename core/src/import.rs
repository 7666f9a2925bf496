//! An import: the items of another tool's export, read into Cairn's words.
//!
//! `cairn-exchange` turns bytes into these; this module brings them into the product,
//! where importing again merges by external id.

use crate::backlog::State;
use crate::backlog::ordering::STRIDE;
use crate::backlog::verbs::{add_labels, kind_word, set_text};
use crate::decimal::to_thousandths;
use crate::error::{Error, Result};
use crate::ids::ItemId;
use crate::journal::{self, Step};
use crate::sprint;
use crate::tx::{Tx, clean, short};
use chrono::{Days, NaiveDate};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

mod sprints;

/// One item as it stands in a file, before it is an item of the product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedItem {
    /// Line of the file the row starts at, from 1; 0 for formats without lines.
    pub line: usize,
    /// The other tool's own id, by which a later import finds the item again.
    pub external_id: Option<String>,
    /// What it is called.
    pub title: String,
    /// Story, bug, spike, chore or the other tool's own word, in lower case.
    pub kind: Option<String>,
    /// The state in Cairn's words; `None` where the file has no state.
    pub state: Option<State>,
    /// The state in the other tool's words.
    pub source_state: Option<String>,
    /// Size as the Developers gave it.
    pub size: Option<f64>,
    /// Labels, tags and components.
    pub labels: Vec<String>,
    /// External id of the item or epic this one is part of.
    pub parent: Option<String>,
    /// The longer text.
    pub body: Option<String>,
    /// Address of the item in the other tool.
    pub url: Option<String>,
    /// Sprints or iterations it was in, the newest last; each is one of [`ImportedBacklog::sprints`].
    pub sprints: Vec<String>,
    /// Local day it was created.
    pub created_on: Option<NaiveDate>,
    /// Local day work on it started.
    pub started_on: Option<NaiveDate>,
    /// Local day it was finished.
    pub done_on: Option<NaiveDate>,
    /// Local day it entered each of [`ImportedBacklog::stages`]; none for one not entered.
    pub stages: Vec<Option<NaiveDate>>,
}

/// A whole import: items in the order of the other tool's backlog, and up to when the file knows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedBacklog {
    /// Where the items come from; ids are only compared within one source ("jira", "azure", "csv", …).
    pub source: String,
    /// Name of the file, for the history.
    pub file: String,
    /// The newest day of created, updated or finished in the file: history is known up to it.
    pub known_until: Option<NaiveDate>,
    /// The stages of the other tool's board in their order, the last one Done; empty where the file
    /// tells of none.
    pub stages: Vec<String>,
    /// The Sprints that items name, in the order of their first naming.
    pub sprints: Vec<ImportedSprint>,
    /// The items, most valuable first.
    pub items: Vec<ImportedItem>,
}

/// A Sprint or iteration as a file names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedSprint {
    /// Its name, by which items and a later import find it again.
    pub name: String,
    /// First day, where the file has it.
    pub first: Option<NaiveDate>,
    /// Last day, included, where the file has it; never before the first.
    pub last: Option<NaiveDate>,
}

/// A throughput history: how many items were finished in each period.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedThroughput {
    /// Name of the file, for the history.
    pub file: String,
    /// Whether each row counts a whole week that starts on its day; otherwise one day.
    pub weekly: bool,
    /// First day of each period with its count, zero rows included.
    pub rows: Vec<(NaiveDate, u32)>,
}

/// What an import does, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportCounts {
    /// New items.
    pub added: usize,
    /// Items that change.
    pub updated: usize,
    /// Items that stay as they are.
    pub unchanged: usize,
    /// Sprints that are new, or get a name or days.
    pub sprints: usize,
}

/// An import that was brought in or tried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// What it does.
    pub counts: ImportCounts,
    /// What should be looked at beside what the file itself gives rise to, each a sentence.
    pub warnings: Vec<String>,
}

/// What becomes of the item of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    Added,
    Updated,
    Unchanged,
}

/// Told how many of how many rows are done; answers whether to go on.
pub type Watch<'a> = dyn FnMut(usize, usize) -> bool + 'a;

/// Rows between two looks at the watch.
const WATCHED: usize = 256;

/// What an item of a file would become, as the columns of its row.
#[derive(Debug, PartialEq)]
struct Fields {
    title: String,
    kind: String,
    state: State,
    size: Option<i64>,
    source_state: Option<String>,
    url: Option<String>,
    started_on: Option<NaiveDate>,
    done_on: Option<NaiveDate>,
}

impl Fields {
    fn of(item: &ImportedItem) -> Self {
        Self {
            title: clean(&item.title),
            kind: kind_word(item.kind.as_deref().unwrap_or_default()),
            state: item.state.unwrap_or(State::NeedsConversation),
            size: item.size.and_then(to_thousandths),
            source_state: item.source_state.as_deref().map(clean).filter(|text| !text.is_empty()),
            url: item.url.clone().filter(|url| url.starts_with("http://") || url.starts_with("https://")),
            started_on: item.started_on,
            done_on: item.done_on,
        }
    }
}

/// Brings the items of a file in. Items known by source and external id are updated, in their
/// place; new ones come below what is there, in the order of the file.
///
/// What the file says wins over what Cairn holds, except where the file says nothing (an empty
/// size, no state) and except the order, which is the product owner's from the first import on.
pub(crate) fn import(
    tx: &Tx<'_>,
    backlog: &ImportedBacklog,
    watch: &mut Watch<'_>,
) -> Result<(Step, Imported)> {
    let imported = journal::in_bulk(tx.db, || import_rows(tx, backlog, watch))?;
    let step = Step::new("history-import")
        .with("file", short(&clean(&backlog.file)))
        .with("added", imported.counts.added)
        .with("updated", imported.counts.updated);
    Ok((step, imported))
}

fn import_rows(tx: &Tx<'_>, backlog: &ImportedBacklog, watch: &mut Watch<'_>) -> Result<Imported> {
    let mut by_external: HashMap<&str, ItemId> = HashMap::new();
    let mut came = Vec::with_capacity(backlog.items.len());
    let mut rank = tx.backlog.highest_rank();
    set_board(tx, &backlog.stages)?;
    for (done, item) in backlog.items.iter().enumerate() {
        if done % WATCHED == 0 && !watch(done, backlog.items.len()) {
            return Err(Error::invalid("file", "import-cancelled"));
        }
        let fields = Fields::of(item);
        if fields.title.is_empty() {
            return Err(Error::invalid_with(
                "title",
                "error-import-title",
                [("line", item.line.to_string())],
            ));
        }
        let known = match item.external_id.as_deref() {
            Some(external) => known(tx, &backlog.source, external)?,
            None => None,
        };
        let (id, what) = match known {
            Some(id) => {
                let before = tx.db.total_changes();
                update(tx, id, &fields, item)?;
                set_stages(tx, id, backlog.stages.len(), &item.stages)?;
                (id, if tx.db.total_changes() > before { Came::Updated } else { Came::Unchanged })
            }
            None => {
                rank = rank.saturating_add(STRIDE);
                let id = insert(tx, &backlog.source, &fields, item, rank)?;
                set_stages(tx, id, backlog.stages.len(), &item.stages)?;
                (id, Came::Added)
            }
        };
        if let Some(external) = item.external_id.as_deref() {
            by_external.insert(external, id);
        }
        came.push((id, what));
    }
    for (item, (id, _)) in backlog.items.iter().zip(&came) {
        let Some(parent) = item.parent.as_deref() else { continue };
        let container = match by_external.get(parent) {
            Some(container) => Some(*container),
            None => known(tx, &backlog.source, parent)?,
        };
        if let Some(container) = container.filter(|container| container != id) {
            tx.execute(
                "UPDATE item SET part_of = ?2 WHERE id = ?1 AND part_of IS NOT ?2",
                params![id, container],
            )?;
        }
    }
    no_circles(tx)?;
    let sprints = sprints::bring_in(tx, &backlog.sprints)?;
    for (item, (id, what)) in backlog.items.iter().zip(&mut came) {
        for sprint in item.sprints.iter().filter_map(|name| sprints.id(name)) {
            if sprint::note_selected(tx, sprint, *id, None)? && *what == Came::Unchanged {
                *what = Came::Updated;
            }
        }
    }
    let count = |wanted: Came| came.iter().filter(|(_, what)| *what == wanted).count();
    let counts = ImportCounts {
        added: count(Came::Added),
        updated: count(Came::Updated),
        unchanged: count(Came::Unchanged),
        sprints: sprints.changed,
    };
    let last: Option<Option<NaiveDate>> = tx
        .prepare("SELECT known_until FROM import WHERE source = ?1 ORDER BY id DESC LIMIT 1")?
        .query_row([&backlog.source], |row| row.get(0))
        .optional()?;
    if counts.added + counts.updated > 0 || last != Some(backlog.known_until) {
        tx.execute(
            "INSERT INTO import (source, file, known_until, day) VALUES (?1, ?2, ?3, ?4)",
            params![backlog.source, clean(&backlog.file), backlog.known_until, tx.today],
        )?;
    }
    Ok(Imported { counts, warnings: sprints.warnings })
}

fn known(tx: &Tx<'_>, source: &str, external: &str) -> Result<Option<ItemId>> {
    Ok(tx
        .prepare("SELECT id FROM item WHERE source = ?1 AND external_id = ?2 ORDER BY id LIMIT 1")?
        .query_row(params![source, external], |row| row.get(0))
        .optional()?)
}

fn insert(tx: &Tx<'_>, source: &str, fields: &Fields, item: &ImportedItem, rank: i64) -> Result<ItemId> {
    tx.execute(
        "INSERT INTO item (title, kind, state, rank, size, source, external_id, source_state, url, created_on,
           started_on, done_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            fields.title,
            fields.kind,
            fields.state,
            rank,
            fields.size,
            source,
            item.external_id,
            fields.source_state,
            fields.url,
            item.created_on.unwrap_or(tx.today),
            fields.started_on,
            fields.done_on,
        ],
    )?;
    let id = ItemId(tx.db.last_insert_rowid());
    if let Some(body) = item.body.as_deref().filter(|body| !body.trim().is_empty()) {
        set_text(tx, id, "body", body)?;
    }
    add_labels(tx, id, &item.labels)?;
    Ok(id)
}

/// Updates a known item.
fn update(tx: &Tx<'_>, id: ItemId, fields: &Fields, item: &ImportedItem) -> Result<()> {
    tx.execute(
        "UPDATE item SET title = ?2, kind = CASE WHEN ?9 THEN ?3 ELSE kind END,
           state = CASE WHEN ?10 THEN ?4 ELSE state END,
           sprint_rank = CASE WHEN ?10 AND ?4 <> 'in_sprint' THEN NULL ELSE sprint_rank END,
           size = coalesce(?5, size), source_state = coalesce(?6, source_state),
           url = coalesce(?7, url), started_on = coalesce(?8, started_on),
           done_on = CASE WHEN ?10 THEN ?11 ELSE coalesce(?11, done_on) END
         WHERE id = ?1 AND (title IS NOT ?2 OR (?9 AND kind IS NOT ?3) OR (?10 AND state IS NOT ?4)
           OR size IS NOT coalesce(?5, size) OR source_state IS NOT coalesce(?6, source_state)
           OR url IS NOT coalesce(?7, url) OR started_on IS NOT coalesce(?8, started_on)
           OR done_on IS NOT CASE WHEN ?10 THEN ?11 ELSE coalesce(?11, done_on) END)",
        params![
            id,
            fields.title,
            fields.kind,
            fields.state,
            fields.size,
            fields.source_state,
            fields.url,
            fields.started_on,
            item.kind.is_some(),
            item.state.is_some(),
            fields.done_on,
        ],
    )?;
    if let Some(body) = item.body.as_deref().filter(|body| !body.trim().is_empty()) {
        let same: bool = tx
            .prepare("SELECT coalesce((SELECT body = ?2 FROM item_text WHERE id = ?1), 0)")?
            .query_row(params![id, body.replace('\0', "\u{fffd}")], |row| row.get(0))?;
        if !same {
            set_text(tx, id, "body", body)?;
        }
    }
    add_labels(tx, id, &item.labels)
}

/// Notes the day an item entered each stage, as the file has them; a file without stages says
/// nothing of them.
fn set_stages(tx: &Tx<'_>, id: ItemId, stages: usize, days: &[Option<NaiveDate>]) -> Result<()> {
    if stages == 0 {
        return Ok(());
    }
    let days = days.iter().copied().chain(std::iter::repeat(None));
    for (place, day) in (0..stages as i64).zip(days) {
        match day {
            Some(day) => tx.execute(
                "INSERT INTO stage (item, place, day) VALUES (?1, ?2, ?3)
                 ON CONFLICT (item, place) DO UPDATE SET day = excluded.day WHERE day IS NOT excluded.day",
                params![id, place, day],
            )?,
            None => tx.execute("DELETE FROM stage WHERE item = ?1 AND place = ?2", params![id, place])?,
        };
    }
    tx.execute("DELETE FROM stage WHERE item = ?1 AND place >= ?2", params![id, stages as i64])?;
    Ok(())
}

/// Notes the stages of the other tool's board; a file without stages says nothing of them.
fn set_board(tx: &Tx<'_>, names: &[String]) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    for (place, name) in (0..).zip(names) {
        tx.execute(
            "INSERT INTO board_stage (place, name) VALUES (?1, ?2)
             ON CONFLICT (place) DO UPDATE SET name = excluded.name WHERE name IS NOT excluded.name",
            params![place as i64, clean(name)],
        )?;
    }
    tx.execute("DELETE FROM board_stage WHERE place >= ?1", [names.len() as i64])?;
    Ok(())
}

/// Refuses a file whose items are part of each other.
fn no_circles(tx: &Tx<'_>) -> Result<()> {
    let mut statement = tx.prepare("SELECT id, part_of FROM item WHERE part_of IS NOT NULL")?;
    let above: HashMap<ItemId, ItemId> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut sound: BTreeSet<ItemId> = BTreeSet::new();
    for start in above.keys() {
        let mut path = BTreeSet::new();
        let mut at = Some(*start);
        while let Some(id) = at.filter(|id| !sound.contains(id)) {
            if !path.insert(id) {
                return Err(Error::invalid_with("parent", "error-import-circle", [("item", id.to_string())]));
            }
            at = above.get(&id).copied();
        }
        sound.extend(path);
    }
    Ok(())
}

/// Brings in a throughput history; it replaces earlier rows of the days it covers.
pub(crate) fn import_throughput(tx: &Tx<'_>, throughput: &ImportedThroughput) -> Result<Step> {
    let days = if throughput.weekly { 7 } else { 1 };
    let first = throughput.rows.iter().map(|(day, _)| *day).min();
    let last = throughput.rows.iter().map(|(day, _)| *day).max();
    let (Some(first), Some(last)) = (first, last) else {
        return Err(Error::invalid("rows", "error-throughput-empty"));
    };
    let last = last.checked_add_days(Days::new(days - 1)).unwrap_or(last);
    tx.execute(
        "DELETE FROM throughput WHERE first <= ?2 AND date(first, '+' || (days - 1) || ' days') >= ?1",
        params![first, last],
    )?;
    for (day, count) in &throughput.rows {
        tx.execute(
            "INSERT INTO throughput (first, days, count) VALUES (?1, ?2, ?3)",
            params![day, days as i64, count],
        )?;
    }
    Ok(Step::new("history-import-throughput")
        .with("file", short(&clean(&throughput.file)))
        .with("first", first.to_string())
        .with("last", last.to_string()))
}
