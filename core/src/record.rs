//! Records: rows that a person fills in whole, such as a need, a decision or a contact.
//!
//! Each kind says its table, its columns and what it refuses; adding, changing, removing and
//! reading are the same for all of them.

use crate::error::{Error, Result};
use crate::ids::ItemId;
use crate::journal::Step;
use crate::settings::found;
use crate::tx::{Tx, short};
use rusqlite::types::{FromSql, ToSql};
use rusqlite::{Connection, Row, params_from_iter};

/// Stores the variants of an enum as words.
macro_rules! stored_as {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// The word it is stored and exchanged under.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.word().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(rusqlite::types::FromSqlError::InvalidType),
                }
            }
        }
    };
}
pub(crate) use stored_as;

/// What is filled in of a record.
pub(crate) trait Record: Sized {
    /// Its table.
    const TABLE: &'static str;
    /// Its columns, as [`Record::values`] and [`Record::of`] have them.
    const COLUMNS: &'static [&'static str];
    /// In which order a list has them.
    const ORDER: &'static str;
    /// Keys of the sentences of the history: added, changed, removed; each has a `name`.
    const STEPS: [&'static str; 3];

    /// Refuses what can't be meant and cleans the rest.
    fn checked(&self, tx: &Tx<'_>) -> Result<Self>;
    /// The values of the columns.
    fn values(&self) -> Vec<&dyn ToSql>;
    /// Takes the values of the columns out of a row, the first at index 1.
    fn of(row: &Row<'_>) -> rusqlite::Result<Self>;
    /// What the history calls it.
    fn name(&self) -> &str;
}

/// Adds a record. Returns its id with the step.
pub(crate) fn insert<R: Record>(tx: &Tx<'_>, record: &R) -> Result<(i64, Step)> {
    let record = record.checked(tx)?;
    let marks = vec!["?"; R::COLUMNS.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", R::TABLE, R::COLUMNS.join(", "));
    let id = tx.insert(&sql, params_from_iter(record.values()))?;
    Ok((id, Step::new(R::STEPS[0]).with("name", short(record.name()))))
}

/// Adds a record.
pub(crate) fn add<R: Record>(tx: &Tx<'_>, record: &R) -> Result<Step> {
    Ok(insert(tx, record)?.1)
}

/// Changes a record; successive saves of one join into one step.
pub(crate) fn change<R: Record>(tx: &Tx<'_>, id: i64, record: &R) -> Result<Step> {
    let record = record.checked(tx)?;
    let sets: Vec<String> = R::COLUMNS.iter().map(|column| format!("{column} = ?")).collect();
    let mut values = record.values();
    values.push(&id);
    let sql = format!("UPDATE {} SET {} WHERE id = ?", R::TABLE, sets.join(", "));
    found(tx.execute(&sql, params_from_iter(values))?, id)?;
    let step = Step::new(R::STEPS[1]).with("name", short(record.name()));
    Ok(step.joining(format!("{} {id}", R::TABLE)))
}

/// Removes a record.
pub(crate) fn remove<R: Record>(tx: &Tx<'_>, id: i64) -> Result<Step> {
    let record: R = one(tx.db, id)?;
    tx.execute(&format!("DELETE FROM {} WHERE id = ?1", R::TABLE), [id])?;
    Ok(Step::new(R::STEPS[2]).with("name", short(record.name())))
}

/// Reads all records of a kind.
pub(crate) fn all<I: FromSql, R: Record, T>(db: &Connection, make: impl Fn(I, R) -> T) -> Result<Vec<T>> {
    let sql = format!("SELECT id, {} FROM {} ORDER BY {}", R::COLUMNS.join(", "), R::TABLE, R::ORDER);
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok(make(row.get(0)?, R::of(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Reads the records of a kind that belong to one item.
pub(crate) fn of_item<I: FromSql, R: Record, T>(
    db: &Connection,
    item: ItemId,
    make: impl Fn(I, R) -> T,
) -> Result<Vec<T>> {
    let (columns, table) = (R::COLUMNS.join(", "), R::TABLE);
    let sql = format!("SELECT id, {columns} FROM {table} WHERE item = ?1 ORDER BY {}", R::ORDER);
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([item], |row| Ok(make(row.get(0)?, R::of(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Reads one record.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub(crate) fn one<R: Record>(db: &Connection, id: i64) -> Result<R> {
    let sql = format!("SELECT id, {} FROM {} WHERE id = ?1", R::COLUMNS.join(", "), R::TABLE);
    let mut statement = db.prepare_cached(&sql)?;
    let record = statement.query_map([id], R::of)?.next().transpose()?;
    record.ok_or_else(|| Error::not_found("error-gone", "id", id))
}
