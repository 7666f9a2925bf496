//! The whole product as JSON, and a product out of such a file.
//!
//! Every table with every row, the journal included, so that nothing is lost on the way: undo,
//! history and past days work on the other side.

use crate::error::{Error, Result};
use crate::history::rows_now;
use crate::store::SCHEMA;
use crate::{journal, store};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// What the file calls itself.
const FORMAT: &str = "cairn";

/// Rows of each table, each row its columns.
pub(crate) type Tables = BTreeMap<String, Vec<Map<String, Value>>>;

/// A complete export.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Whole {
    format: String,
    schema: i64,
    tables: Tables,
}

/// Reads every table, those of the journal included.
pub(crate) fn tables(db: &Connection) -> Result<Tables> {
    let names = journal::tables(db)?.into_iter().chain(["operation".to_owned(), "change".to_owned()]);
    let rows = |name: String| {
        let rows = rows_now(db, &name)?.into_iter().map(|(id, columns)| {
            let mut row = Map::from_iter([("id".to_owned(), Value::from(id))]);
            row.extend(columns);
            row
        });
        Ok((name, rows.collect()))
    };
    names.map(rows).collect()
}

/// Writes a product as JSON; without the rows of some tables and what the journal knows of them.
pub(crate) fn write(db: &Connection, without: &[&str]) -> Result<Vec<u8>> {
    let mut tables = tables(db)?;
    for table in without.iter().copied() {
        tables.insert(table.to_owned(), Vec::new());
        if let Some(changes) = tables.get_mut("change") {
            changes.retain(|change| change.get("table").and_then(Value::as_str) != Some(table));
        }
    }
    let whole = Whole { format: FORMAT.to_owned(), schema: SCHEMA, tables };
    Ok(serde_json::to_vec(&whole).unwrap_or_default())
}

/// Makes a product in memory out of a complete export; `from` is its file, for the sentence of a
/// refusal.
///
/// # Errors
/// [`Error::NotAProduct`] for another file, [`Error::NewerFile`] for one of a newer Cairn,
/// [`Error::Damaged`] if the rows do not fit the tables.
pub(crate) fn read(json: &[u8], from: &Path) -> Result<Connection> {
    let whole: Option<Whole> = serde_json::from_slice(json).ok();
    let known = whole.filter(|whole| whole.format == FORMAT && whole.schema > 0);
    let whole = known.ok_or_else(|| Error::NotAProduct { path: from.to_owned() })?;
    if whole.schema > SCHEMA {
        return Err(Error::NewerFile { found: whole.schema, known: SCHEMA });
    }
    store::in_memory_of(whole.schema, |db| {
        let tx = db.unchecked_transaction()?;
        tx.pragma_update(None, "defer_foreign_keys", true)?;
        insert(&tx, &whole.tables)?;
        Ok(tx.commit()?)
    })
    .map_err(|error| match error {
        Error::Database(found) => Error::Damaged { path: from.to_owned(), detail: found.to_string() },
        other => other,
    })
}

fn insert(db: &Connection, tables: &Tables) -> Result<()> {
    let damaged = |detail: String| Error::Damaged { path: Default::default(), detail };
    let mut known = journal::tables(db)?;
    known.extend(["operation".to_owned(), "change".to_owned()]);
    for (table, rows) in tables {
        if !known.contains(table) {
            return Err(damaged(format!("there is no table {table}")));
        }
        let columns = journal::columns(db, table)?;
        for row in rows {
            if let Some(other) = row.keys().find(|name| *name != "id" && !columns.contains(name)) {
                return Err(damaged(format!("{table} has no {other}")));
            }
            let names: Vec<String> = row.keys().map(|name| format!("\"{name}\"")).collect();
            let marks = vec!["?"; names.len()].join(", ");
            let values = row.values().map(|value| match value {
                Value::Null => Ok(SqlValue::Null),
                Value::String(text) => Ok(SqlValue::Text(text.clone())),
                Value::Number(number) => number
                    .as_i64()
                    .map(SqlValue::Integer)
                    .ok_or_else(|| damaged(format!("{table} holds the number {number}"))),
                other => Err(damaged(format!("{table} holds {other}"))),
            });
            let values = values.collect::<Result<Vec<_>>>()?;
            db.prepare_cached(&format!("INSERT INTO \"{table}\" ({}) VALUES ({marks})", names.join(", ")))?
                .execute(params_from_iter(values))?;
        }
    }
    // Ids never come again, those of rows that are gone included: the journal knows the highest.
    db.execute_batch(
        "INSERT INTO sqlite_sequence (name, seq)
           SELECT DISTINCT \"table\", 0 FROM change WHERE \"table\" NOT IN (SELECT name FROM sqlite_sequence);
         UPDATE sqlite_sequence SET seq =
           max(seq, coalesce((SELECT max(coalesce(last, row)) FROM change WHERE \"table\" = name), 0));",
    )?;
    Ok(())
}
