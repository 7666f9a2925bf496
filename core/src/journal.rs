//! The journal: every changed row leaves its old values behind, so that each step can be taken
//! back, told, and any past day be seen again.
//!
//! The triggers are made when a product is opened, from the columns the tables have then, and are
//! temporary: they can't be out of step with the schema and nothing outside of core can leave them
//! in a file. No write escapes them, cascades and bulk writes included.

use crate::error::{Error, Result};
use crate::ids::{ItemId, OperationId};
use crate::snapshot::HistoryKind;
use chrono::{DateTime, FixedOffset};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, Transaction, params, params_from_iter};
use serde_json::{Map, Value};

/// Tables that hold the journal itself and are not journalled.
const OWN_TABLES: [&str; 2] = ["operation", "change"];

/// Saves of one field within this time join one step, in milliseconds.
const JOIN_WITHIN: i64 = 60_000;

/// A step that is about to be written: its sentence and what else is known of it.
#[derive(Debug, Default)]
pub(crate) struct Step {
    /// Key of the sentence.
    pub label: &'static str,
    /// Arguments of the sentence.
    pub arguments: Map<String, Value>,
    /// The one item it is about.
    pub item: Option<ItemId>,
    /// From which position to which.
    pub moved: Option<(u32, u32)>,
    /// Names of those whom it serves.
    pub serves: Vec<String>,
    /// Names of those whom it delays.
    pub delays: Vec<String>,
    /// What successive saves of one field share; `None` never joins.
    pub field: Option<String>,
}

impl Step {
    /// A step with the sentence `label`.
    pub(crate) fn new(label: &'static str) -> Self {
        Self { label, ..Self::default() }
    }

    /// Adds an argument of the sentence.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.arguments.insert(name.to_owned(), value.into());
        self
    }

    /// Says which item it is about.
    pub(crate) fn about(mut self, item: ItemId) -> Self {
        self.item = Some(item);
        self
    }

    /// Says that saves of this field join one step.
    pub(crate) fn joining(mut self, field: String) -> Self {
        self.field = Some(field);
        self
    }
}

/// A row that a step touched.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Touched {
    /// Its table.
    pub table: String,
    /// Its id.
    pub row: i64,
    /// Through this id, for insertions in bulk.
    pub last: i64,
    /// The old values, where there were any.
    pub old: Option<String>,
}

/// Names of all journalled tables.
pub(crate) fn tables(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )?;
    let names =
        statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !OWN_TABLES.contains(&name.as_str())).collect())
}

pub(crate) fn columns(db: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement =
        db.prepare("SELECT name FROM pragma_table_info(?1) WHERE name <> 'id' ORDER BY cid")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Makes the triggers of every table, three each.
pub(crate) fn watch(db: &Connection) -> Result<()> {
    db.execute_batch(
        "CREATE TEMP TABLE journal_now (id INTEGER PRIMARY KEY, operation INTEGER) STRICT;
         INSERT INTO journal_now VALUES (1, NULL);",
    )?;
    for table in tables(db)? {
        let columns = columns(db, &table)?;
        let changed = columns
            .iter()
            .map(|c| format!("OLD.\"{c}\" IS NOT NEW.\"{c}\""))
            .collect::<Vec<_>>()
            .join(" OR ");
        let old_of_changed = columns
            .iter()
            .map(|c| {
                format!("CASE WHEN OLD.\"{c}\" IS NOT NEW.\"{c}\" THEN ',\"{c}\":' || json_quote(OLD.\"{c}\") ELSE '' END")
            })
            .collect::<Vec<_>>()
            .join(" || ");
        let old_of_all = columns.iter().map(|c| format!("'{c}', OLD.\"{c}\"")).collect::<Vec<_>>().join(", ");
        db.execute_batch(&format!(
            "{insert}
             CREATE TEMP TRIGGER \"journal_{table}_update\" AFTER UPDATE ON main.\"{table}\" WHEN {changed} BEGIN
               INSERT INTO change (operation, \"table\", row, old)
               VALUES ((SELECT operation FROM journal_now), '{table}', OLD.id, '{{' || substr({old_of_changed}, 2) || '}}');
             END;
             CREATE TEMP TRIGGER \"journal_{table}_delete\" AFTER DELETE ON main.\"{table}\" BEGIN
               INSERT INTO change (operation, \"table\", row, old, deleted)
               VALUES ((SELECT operation FROM journal_now), '{table}', OLD.id, json_object({old_of_all}), 1);
             END;",
            insert = insert_trigger(&table, None),
        ))?;
    }
    Ok(())
}

/// The trigger that notes insertions, all of them or those with ids up to `through`.
fn insert_trigger(table: &str, through: Option<i64>) -> String {
    let when = through.map(|id| format!("WHEN NEW.id <= {id} ")).unwrap_or_default();
    format!(
        "CREATE TEMP TRIGGER \"journal_{table}_insert\" AFTER INSERT ON main.\"{table}\" {when}BEGIN
           INSERT INTO change (operation, \"table\", row)
           VALUES ((SELECT operation FROM journal_now), '{table}', NEW.id);
         END;"
    )
}

/// Runs `work` with insertions noted as one range a table instead of one row each. Changes and
/// deletions are noted as ever, and so are insertions below the highest id there was: the texts of
/// an item have its id and may come long after it.
pub(crate) fn in_bulk<T>(tx: &Transaction<'_>, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let mut before = Vec::new();
    for table in tables(tx)? {
        let newest: i64 =
            tx.query_row(&format!("SELECT coalesce(max(id), 0) FROM \"{table}\""), [], |row| row.get(0))?;
        replace_insert_trigger(tx, &table, Some(newest))?;
        before.push((table, newest));
    }
    let done = work()?;
    for (table, newest) in before {
        // What happened to a new row on the way is part of its insertion: going back, a row that was
        // inserted and deleted again must not come to life.
        tx.execute(
            "DELETE FROM change WHERE operation = (SELECT operation FROM journal_now) AND \"table\" = ?1
             AND row > ?2",
            params![table, newest],
        )?;
        tx.execute(
            &format!(
                "INSERT INTO change (operation, \"table\", row, last)
                 SELECT (SELECT operation FROM journal_now), '{table}', min(id), max(id)
                 FROM \"{table}\" WHERE id > ?1 HAVING count(*) > 0"
            ),
            [newest],
        )?;
        replace_insert_trigger(tx, &table, None)?;
    }
    Ok(done)
}

fn replace_insert_trigger(tx: &Transaction<'_>, table: &str, through: Option<i64>) -> Result<()> {
    let new = insert_trigger(table, through);
    Ok(tx.execute_batch(&format!("DROP TRIGGER temp.\"journal_{table}_insert\"; {new}"))?)
}

/// Begins a step: all rows touched from now on belong to it.
pub(crate) fn begin(tx: &Transaction<'_>, now: DateTime<FixedOffset>, schema: i64) -> Result<OperationId> {
    tx.prepare_cached(
        "INSERT INTO operation (label, arguments, at, day, kind, schema) VALUES ('', '{}', ?1, ?2, 'edit', ?3)",
    )?
    .execute(params![now.timestamp_millis(), now.date_naive(), schema])?;
    let operation = OperationId(tx.last_insert_rowid());
    continue_in(tx, operation)?;
    Ok(operation)
}

fn continue_in(tx: &Transaction<'_>, operation: OperationId) -> Result<()> {
    tx.prepare_cached("UPDATE journal_now SET operation = ?1")?.execute([operation])?;
    Ok(())
}

/// Ends a step that was begun. Returns the step the rows belong to: the same, or the one before
/// that it joined; `None` when nothing was touched, and then no step stays.
pub(crate) fn end(
    tx: &Transaction<'_>,
    operation: OperationId,
    step: &Step,
    now: DateTime<FixedOffset>,
) -> Result<Option<OperationId>> {
    let touched: bool = tx
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM change WHERE operation = ?1)")?
        .query_row([operation], |row| row.get(0))?;
    if !touched {
        tx.execute("DELETE FROM operation WHERE id = ?1", [operation])?;
        return Ok(None);
    }
    if let Some(earlier) = joinable(tx, operation, step, now)? {
        join(tx, operation, earlier)?;
        tx.execute(
            "UPDATE operation SET arguments = ?2 WHERE id = ?1",
            params![earlier, Value::Object(step.arguments.clone()).to_string()],
        )?;
        return Ok(Some(earlier));
    }
    tx.prepare_cached(
        "UPDATE operation SET label = ?2, arguments = ?3, item = ?4, moved_from = ?5, moved_to = ?6,
           serves = ?7, delays = ?8, field = ?9 WHERE id = ?1",
    )?
    .execute(params![
        operation,
        step.label,
        Value::Object(step.arguments.clone()).to_string(),
        step.item,
        step.moved.map(|(from, _)| from),
        step.moved.map(|(_, to)| to),
        names(&step.serves),
        names(&step.delays),
        step.field,
    ])?;
    Ok(Some(operation))
}

fn names(list: &[String]) -> Option<String> {
    (!list.is_empty()).then(|| Value::from(list.to_vec()).to_string())
}

/// Finds the step before `operation` if it saved the same field a moment ago on the same day.
fn joinable(
    tx: &Transaction<'_>,
    operation: OperationId,
    step: &Step,
    now: DateTime<FixedOffset>,
) -> Result<Option<OperationId>> {
    let Some(field) = &step.field else { return Ok(None) };
    let earlier = tx
        .prepare_cached(
            "SELECT id, at, day, field, kind FROM operation WHERE id < ?1 ORDER BY id DESC LIMIT 1",
        )?
        .query_row([operation], |row| {
            Ok((
                row.get::<_, OperationId>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, chrono::NaiveDate>(2)?,
                row.get::<_, Option<String>>(3)?,
                row.get::<_, String>(4)?,
            ))
        })
        .optional()?;
    Ok(earlier.and_then(|(id, at, day, earlier_field, kind)| {
        let near = (0..JOIN_WITHIN).contains(&(now.timestamp_millis() - at));
        (near && day == now.date_naive() && kind == "edit" && earlier_field.as_ref() == Some(field))
            .then_some(id)
    }))
}

/// Gives the rows of `operation` to `earlier`, which keeps the oldest value of each column.
fn join(tx: &Transaction<'_>, operation: OperationId, earlier: OperationId) -> Result<()> {
    // Where the earlier step has changed the same columns of the same row, its value is the older one.
    tx.execute(
        "DELETE FROM change WHERE operation = ?1 AND deleted = 0 AND old IS NOT NULL AND EXISTS (
           SELECT 1 FROM change AS before WHERE before.operation = ?2 AND before.\"table\" = change.\"table\"
             AND before.row = change.row AND before.deleted = 0
             AND (before.old IS NULL OR NOT EXISTS (
               SELECT 1 FROM json_each(change.old) WHERE json_type(before.old, '$.' || json_each.key) IS NULL)))",
        params![operation, earlier],
    )?;
    tx.execute("UPDATE change SET operation = ?2 WHERE operation = ?1", params![operation, earlier])?;
    tx.execute("DELETE FROM operation WHERE id = ?1", [operation])?;
    Ok(())
}

/// The id of the newest change row, so that [`touched_since`] can tell what came after.
pub(crate) fn mark(db: &Connection) -> Result<i64> {
    Ok(db.prepare_cached("SELECT coalesce(max(id), 0) FROM change")?.query_row([], |row| row.get(0))?)
}

/// The rows touched after `mark`.
pub(crate) fn touched_since(db: &Connection, mark: i64) -> Result<Vec<Touched>> {
    let mut statement =
        db.prepare_cached("SELECT \"table\", row, coalesce(last, row), old FROM change WHERE id > ?1")?;
    let rows = statement.query_map([mark], |row| {
        Ok(Touched { table: row.get(0)?, row: row.get(1)?, last: row.get(2)?, old: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The step that undo would take back: the newest edit that stands.
pub(crate) fn next_undo(db: &Connection, schema: i64) -> Result<Option<OperationId>> {
    let mut statement = db.prepare_cached("SELECT id, kind, schema FROM operation ORDER BY id DESC")?;
    let mut rows = statement.query([])?;
    let mut taken_back = 0_i64;
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(2)? != schema {
            return Ok(None);
        }
        match row.get::<_, String>(1)?.as_str() {
            "undo" => taken_back += 1,
            "redo" => taken_back -= 1,
            _ if taken_back == 0 => return Ok(Some(row.get(0)?)),
            _ => taken_back -= 1,
        }
    }
    Ok(None)
}

/// The undo that redo would take back; any new edit clears it.
pub(crate) fn next_redo(db: &Connection, schema: i64) -> Result<Option<OperationId>> {
    let mut statement = db.prepare_cached("SELECT id, kind, schema FROM operation ORDER BY id DESC")?;
    let mut rows = statement.query([])?;
    let mut brought_back = 0_i64;
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(2)? != schema {
            return Ok(None);
        }
        match row.get::<_, String>(1)?.as_str() {
            "redo" => brought_back += 1,
            "undo" if brought_back == 0 => return Ok(Some(row.get(0)?)),
            "undo" => brought_back -= 1,
            _ => return Ok(None),
        }
    }
    Ok(None)
}

/// Takes a step back as a new step of `kind`. Returns the new step.
pub(crate) fn revert(
    tx: &Transaction<'_>,
    reverted: OperationId,
    kind: HistoryKind,
    now: DateTime<FixedOffset>,
    schema: i64,
) -> Result<OperationId> {
    tx.pragma_update(None, "defer_foreign_keys", true)?;
    let operation = begin(tx, now, schema)?;
    let kind = match kind {
        HistoryKind::Undo => "undo",
        HistoryKind::Redo => "redo",
        HistoryKind::Edit => "edit",
    };
    tx.execute(
        "UPDATE operation SET kind = ?3, reverts = ?2, label = was.label, arguments = was.arguments, item = was.item
         FROM (SELECT label, arguments, item FROM operation WHERE id = ?2) AS was WHERE id = ?1",
        params![operation, reverted, kind],
    )?;
    let rows = {
        let mut statement = tx.prepare(
            "SELECT \"table\", row, last, old, deleted FROM change WHERE operation = ?1 ORDER BY id DESC",
        )?;
        let rows = statement.query_map([reverted], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, Option<i64>>(2)?,
                row.get::<_, Option<String>>(3)?,
                row.get::<_, bool>(4)?,
            ))
        })?;
        rows.collect::<rusqlite::Result<Vec<_>>>()?
    };
    let known = tables(tx)?;
    for (table, row, last, old, deleted) in rows {
        if !known.contains(&table) {
            return Err(foreign(&table));
        }
        let Some(old) = old else {
            tx.prepare_cached(&format!("DELETE FROM \"{table}\" WHERE id BETWEEN ?1 AND ?2"))?
                .execute([row, last.unwrap_or(row)])?;
            continue;
        };
        let (names, mut values) = old_values(&old)?;
        if let Some(name) = names.iter().find(|name| name.contains('"')) {
            return Err(foreign(name));
        }
        values.insert(0, SqlValue::Integer(row));
        let sql = if deleted {
            let columns = names.iter().map(|n| format!(", \"{n}\"")).collect::<String>();
            let marks = (0..names.len()).map(|i| format!(", ?{}", i + 2)).collect::<String>();
            format!("INSERT INTO \"{table}\" (id{columns}) VALUES (?1{marks})")
        } else {
            let sets = names
                .iter()
                .enumerate()
                .map(|(i, n)| format!("\"{n}\" = ?{}", i + 2))
                .collect::<Vec<_>>()
                .join(", ");
            format!("UPDATE \"{table}\" SET {sets} WHERE id = ?1")
        };
        tx.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    }
    Ok(operation)
}

/// A journal names something that is not in this product: it was not written by Cairn.
fn foreign(name: &str) -> Error {
    Error::Damaged { path: std::path::PathBuf::new(), detail: format!("the journal names {name}") }
}

/// Checks that the journal speaks only of tables of this product. Returns what was found.
pub(crate) fn check(db: &Connection) -> Result<Vec<String>> {
    let known = tables(db)?;
    let mut statement = db.prepare("SELECT DISTINCT \"table\" FROM change")?;
    let named = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let foreign = named.into_iter().filter(|table| !known.contains(table));
    Ok(foreign.map(|table| format!("the journal names {table}")).collect())
}

/// Reads the old values of a change row: column names and what they held.
fn old_values(old: &str) -> Result<(Vec<String>, Vec<SqlValue>)> {
    let object: Map<String, Value> = serde_json::from_str(old)
        .map_err(|error| Error::Database(rusqlite::Error::ToSqlConversionFailure(error.into())))?;
    Ok(object
        .into_iter()
        .map(|(name, value)| {
            let value = match value {
                Value::String(text) => SqlValue::Text(text),
                Value::Number(number) => SqlValue::Integer(number.as_i64().unwrap_or_default()),
                _ => SqlValue::Null,
            };
            (name, value)
        })
        .unzip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_three_triggers_on_the_newest_schema_also_after_work_in_bulk() {
        let mut db = crate::store::in_memory().unwrap();
        watch(&db).unwrap();
        let tx = db.transaction().unwrap();
        in_bulk(&tx, || Ok(())).unwrap();
        tx.commit().unwrap();
        let triggers = |table: &str| -> Vec<String> {
            let sql =
                "SELECT name FROM sqlite_temp_schema WHERE type = 'trigger' AND tbl_name = ?1 ORDER BY name";
            let mut statement = db.prepare(sql).unwrap();
            statement.query_map([table], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect()
        };
        let watched = tables(&db).unwrap();
        assert!(watched.len() > 10);
        for table in watched {
            let expected = ["delete", "insert", "update"].map(|what| format!("journal_{table}_{what}"));
            assert_eq!(triggers(&table), expected);
        }
        for table in OWN_TABLES {
            assert_eq!(triggers(table), Vec::<String>::new());
        }
        let recursive: bool = db.query_row("PRAGMA recursive_triggers", [], |row| row.get(0)).unwrap();
        assert!(recursive);
    }
}
