//! History: steps as readable lines, and the product on a past day.

use crate::backlog::list::{SprintTime, key_of};
use crate::backlog::{Item, State};
use crate::call::PastDay;
use crate::decimal::from_thousandths;
use crate::error::{Error, Result};
use crate::forecast::Span;
use crate::forecast::long_date;
use crate::ids::{GoalId, ItemId, OperationId, SliceId, StakeholderId};
use crate::snapshot::{HistoryKind, HistoryLine};
use crate::words;
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

const LINE_COLUMNS: &str =
    "operation.id, at, day, label, arguments, kind, item, moved_from, moved_to, serves,
    delays, reason.text";

/// One step as a person reads it.
pub(crate) fn line(db: &Connection, id: OperationId) -> Result<HistoryLine> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {LINE_COLUMNS} FROM operation LEFT JOIN reason ON reason.operation = operation.id WHERE operation.id = ?1"
    ))?;
    Ok(statement.query_row([id], from_row)?)
}

/// Steps, newest first, of one item or of all.
pub(crate) fn lines(
    db: &Connection,
    item: Option<ItemId>,
    before: Option<OperationId>,
    limit: u32,
) -> Result<Vec<HistoryLine>> {
    let of_item = match item {
        Some(_) => {
            "AND (operation.item = ?1 OR operation.id IN
               (SELECT operation FROM change WHERE \"table\" = 'item' AND row <= ?1 AND coalesce(last, row) >= ?1
                AND (row = ?1 OR last IS NOT NULL)))"
        }
        None => "AND ?1 IS NULL",
    };
    let mut statement = db.prepare_cached(&format!(
        "SELECT {LINE_COLUMNS} FROM operation LEFT JOIN reason ON reason.operation = operation.id
         WHERE operation.id < ?2 {of_item} ORDER BY operation.id DESC LIMIT ?3"
    ))?;
    let rows = statement.query_map(params![item, before.map_or(i64::MAX, |id| id.0), limit], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<HistoryLine> {
    let names = |text: Option<String>| -> Vec<String> {
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    };
    let label: String = row.get(3)?;
    let arguments: String = row.get(4)?;
    let mut arguments: Map<String, Value> = serde_json::from_str(&arguments).unwrap_or_default();
    for name in ["value", "field"] {
        let spoken = |word: &str| {
            let key = format!("{name}-{}", word.replace('_', "-"));
            Some(words::say(&key)).filter(|spoken| *spoken != key).unwrap_or_else(|| word.to_owned())
        };
        let told = match arguments.get(name) {
            Some(Value::String(word)) => spoken(word),
            Some(Value::Array(several)) => {
                several.iter().filter_map(Value::as_str).map(spoken).collect::<Vec<_>>().join(", ")
            }
            _ => continue,
        };
        arguments.insert(name.to_owned(), told.into());
    }
    let done_on: NaiveDate = row.get(2)?;
    for name in ["day", "first", "last"] {
        if let Some(day) = arguments.get(name).and_then(Value::as_str).and_then(|day| day.parse().ok()) {
            arguments.insert(name.to_owned(), long_date(day, done_on).into());
        }
    }
    let kind = match row.get::<_, String>(5)?.as_str() {
        "undo" => HistoryKind::Undo,
        "redo" => HistoryKind::Redo,
        _ => HistoryKind::Edit,
    };
    let told = words::tell_json(&label, &Value::Object(arguments));
    let text = match kind {
        HistoryKind::Edit => told,
        HistoryKind::Undo => words::tell("history-undone", &[("step", told.into())]),
        HistoryKind::Redo => words::tell("history-redone", &[("step", told.into())]),
    };
    Ok(HistoryLine {
        operation: row.get(0)?,
        at: row.get(1)?,
        day: done_on,
        text,
        reason: row.get(11)?,
        item: row.get(6)?,
        moved: row.get::<_, Option<u32>>(7)?.zip(row.get::<_, Option<u32>>(8)?),
        serves: names(row.get(9)?),
        delays: names(row.get(10)?),
        kind,
    })
}

/// Moves in the order after a day that still stand, the newest first.
pub(crate) fn moves_since(db: &Connection, day: NaiveDate) -> Result<Vec<HistoryLine>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {LINE_COLUMNS} FROM operation LEFT JOIN reason ON reason.operation = operation.id
         WHERE operation.day > ?1 AND moved_from IS NOT NULL AND kind = 'edit'
         ORDER BY operation.id DESC"
    ))?;
    let lines = statement.query_map([day], from_row)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let undone = undone(db)?;
    Ok(lines.into_iter().filter(|line| !undone.contains(&line.operation)).collect())
}

/// The edits that are taken back now.
fn undone(db: &Connection) -> Result<BTreeSet<OperationId>> {
    let mut statement =
        db.prepare_cached("SELECT id, kind, reverts FROM operation WHERE reverts IS NOT NULL ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut undone = BTreeSet::new();
    // A redo takes back an undo, which took back an edit.
    let mut took_back: BTreeMap<OperationId, OperationId> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (id, kind, reverts): (OperationId, String, OperationId) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let edit = took_back.get(&reverts).copied().unwrap_or(reverts);
        if kind == "undo" {
            undone.insert(edit);
        } else {
            undone.remove(&edit);
        }
        took_back.insert(id, edit);
    }
    Ok(undone)
}

/// The rows of a table by id, each as its columns.
pub(crate) type Rows = BTreeMap<i64, Map<String, Value>>;

pub(crate) fn rows_now(db: &Connection, table: &str) -> Result<Rows> {
    let mut statement = db.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    let mut found = Rows::new();
    while let Some(row) = rows.next()? {
        let mut columns = Map::new();
        let mut id = 0;
        for (at, name) in names.iter().enumerate() {
            let value = match row.get_ref(at)? {
                rusqlite::types::ValueRef::Integer(number) => Value::from(number),
                rusqlite::types::ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text)),
                _ => Value::Null,
            };
            if name == "id" {
                id = value.as_i64().unwrap_or_default();
            } else {
                columns.insert(name.clone(), value);
            }
        }
        found.insert(id, columns);
    }
    Ok(found)
}

/// The rows of some tables as they were after the step `last`, by going back over the journal.
fn rows_after(db: &Connection, last: i64, tables: &[&str]) -> Result<Vec<Rows>> {
    let mut found = tables.iter().map(|table| rows_now(db, table)).collect::<Result<Vec<_>>>()?;
    let mut statement = db.prepare(
        "SELECT \"table\", row, coalesce(last, row), old, deleted FROM change WHERE operation > ?1 ORDER BY id DESC",
    )?;
    let mut changes = statement.query([last])?;
    while let Some(change) = changes.next()? {
        let table = change.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let Some(rows) = tables.iter().position(|name| *name == table).and_then(|at| found.get_mut(at))
        else {
            continue;
        };
        let (row, through): (i64, i64) = (change.get(1)?, change.get(2)?);
        let Some(old) = change.get::<_, Option<String>>(3)? else {
            let inserted: Vec<i64> = rows.range(row..=through.max(row)).map(|(id, _)| *id).collect();
            for id in inserted {
                rows.remove(&id);
            }
            continue;
        };
        let old: Map<String, Value> = serde_json::from_str(&old)
            .map_err(|error| Error::Database(rusqlite::Error::ToSqlConversionFailure(error.into())))?;
        if change.get(4)? {
            rows.insert(row, old);
        } else if let Some(columns) = rows.get_mut(&row) {
            columns.extend(old);
        }
    }
    Ok(found)
}

/// The backlog as it was at the end of a day, and what was done since.
pub(crate) fn day(db: &Connection, day: NaiveDate) -> Result<PastDay> {
    let last: i64 =
        db.query_row("SELECT coalesce(max(id), 0) FROM operation WHERE day <= ?1", [day], |row| row.get(0))?;
    let tables = ["item", "label", "want", "sprint", "product"];
    let mut rows = rows_after(db, last, &tables)?.into_iter();
    let mut next = || rows.next().unwrap_or_default();
    let (items, labels, wants, sprints, product) = (next(), next(), next(), next(), next());
    let text = |columns: &Map<String, Value>, name: &str| {
        columns.get(name).and_then(Value::as_str).map(str::to_owned)
    };
    let number = |columns: &Map<String, Value>, name: &str| columns.get(name).and_then(Value::as_i64);
    let date =
        |columns: &Map<String, Value>, name: &str| text(columns, name).and_then(|day| day.parse().ok());
    let small =
        |columns: &Map<String, Value>, name: &str| number(columns, name).and_then(|n| u8::try_from(n).ok());

    let span = |sprint| -> Option<Span> {
        Some(Span { first: date(sprint, "first")?, last: date(sprint, "last")? })
    };
    let ended = |sprint| -> Option<NaiveDate> { date(sprint, "ended_on") };
    let runs = sprints
        .values()
        .any(|sprint| ended(sprint).is_none() && span(sprint).is_some_and(|days| days.contains(day)));
    let dated = sprints.values().any(|sprint| span(sprint).is_some());
    let time = if !dated || runs { SprintTime::Now } else { SprintTime::Between };
    let prefix = product.values().next().and_then(|product| text(product, "prefix")).unwrap_or_default();
    let containers: BTreeSet<i64> = items.values().filter_map(|item| number(item, "part_of")).collect();

    let mut labels_of: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for label in labels.values() {
        if let (Some(item), Some(name)) = (number(label, "item"), text(label, "name")) {
            labels_of.entry(item).or_default().push(name);
        }
    }
    let mut wants_of: BTreeMap<i64, Vec<(std::cmp::Reverse<i64>, i64, StakeholderId)>> = BTreeMap::new();
    for (row, want) in &wants {
        let (item, strength) = (number(want, "item"), number(want, "strength"));
        if let (Some(item), Some(strength), Some(person)) = (item, strength, number(want, "stakeholder")) {
            wants_of.entry(item).or_default().push((
                std::cmp::Reverse(strength),
                *row,
                StakeholderId(person),
            ));
        }
    }

    let mut open = Vec::new();
    for (id, columns) in &items {
        let stored = text(columns, "state").and_then(|word| State::from_word(&word)).unwrap_or(State::Ready);
        let state = match (stored, time) {
            (State::InSprint, SprintTime::Between) => State::Ready,
            (state, _) => state,
        };
        let container = containers.contains(id);
        if matches!(state, State::Done | State::NotDoing) && !container {
            continue;
        }
        let mut own = labels_of.remove(id).unwrap_or_default();
        own.sort();
        let mut wanted = wants_of.remove(id).unwrap_or_default();
        wanted.sort();
        let rank = number(columns, "rank").unwrap_or_default();
        let place = match state {
            State::InSprint => (
                false,
                number(columns, "sprint_rank").unwrap_or_else(|| (i64::MAX / 2).saturating_add(rank)),
                *id,
            ),
            _ => (true, rank, *id),
        };
        open.push((
            container,
            place,
            Item {
                id: ItemId(*id),
                key: key_of(&prefix, ItemId(*id), text(columns, "external_id").as_deref()),
                title: text(columns, "title").unwrap_or_default(),
                kind: text(columns, "kind").unwrap_or_default(),
                state,
                position: None,
                size: number(columns, "size").map(from_thousandths),
                part_of: number(columns, "part_of").map(ItemId),
                goal: number(columns, "goal").map(GoalId),
                slice: number(columns, "slice").map(SliceId),
                container,
                labels: own,
                wanted_by: wanted.into_iter().map(|(_, _, person)| person).collect(),
                need: small(columns, "need"),
                business: small(columns, "business"),
                feasibility: small(columns, "feasibility"),
                urgency: small(columns, "urgency"),
                risk: small(columns, "risk"),
                external_id: text(columns, "external_id"),
                source_state: text(columns, "source_state"),
                url: text(columns, "url"),
                created_on: date(columns, "created_on").unwrap_or(day),
                done_on: date(columns, "done_on"),
            },
        ));
    }
    open.sort_by_key(|(container, place, _)| (*container, *place));
    let items = open
        .into_iter()
        .zip(1_u32..)
        .map(|((container, _, mut item), position)| {
            item.position = (!container).then_some(position);
            item
        })
        .collect();
    let mut statement = db.prepare(&format!(
        "SELECT {LINE_COLUMNS} FROM operation LEFT JOIN reason ON reason.operation = operation.id
         WHERE operation.id > ?1 ORDER BY operation.id DESC LIMIT 200"
    ))?;
    let since = statement.query_map([last], from_row)?.collect::<rusqlite::Result<_>>()?;
    Ok(PastDay { day, items, since })
}
