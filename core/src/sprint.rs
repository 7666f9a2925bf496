//! Sprints: numbered spans of days with a goal.

use crate::backlog::list::SprintTime;
use crate::error::{Error, Result};
use crate::ids::SprintId;
use crate::journal::Step;
use crate::settings::found;
use crate::tx::{Tx, in_order};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A Sprint. The running one is that whose days hold today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sprint {
    /// The id.
    pub id: SprintId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: SprintFields,
}

/// What is known of a Sprint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SprintFields {
    /// Number, from 1.
    pub number: u32,
    /// First day.
    pub first: NaiveDate,
    /// Last day, included.
    pub last: NaiveDate,
    /// Sprint Goal; may be empty.
    pub goal: String,
}

/// Reads the Sprints by number.
pub(crate) fn read(db: &Connection) -> Result<Vec<Sprint>> {
    let mut statement =
        db.prepare_cached("SELECT id, number, first, last, goal FROM sprint ORDER BY number, id")?;
    let rows = statement.query_map([], |row| {
        Ok(Sprint {
            id: row.get(0)?,
            fields: SprintFields {
                number: row.get(1)?,
                first: row.get(2)?,
                last: row.get(3)?,
                goal: row.get(4)?,
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The Sprint that runs on a day.
pub(crate) fn running(sprints: &[Sprint], today: NaiveDate) -> Option<&Sprint> {
    sprints.iter().find(|sprint| sprint.fields.first <= today && today <= sprint.fields.last)
}

/// Whether items can be in Sprint on a day.
pub(crate) fn time(sprints: &[Sprint], today: NaiveDate) -> SprintTime {
    if sprints.is_empty() || running(sprints, today).is_some() {
        SprintTime::Now
    } else {
        SprintTime::Between
    }
}

pub(crate) fn add(tx: &Tx<'_>, fields: &SprintFields) -> Result<Step> {
    checked(tx, fields, None)?;
    tx.insert(
        "INSERT INTO sprint (number, first, last, goal) VALUES (?1, ?2, ?3, ?4)",
        params![fields.number, fields.first, fields.last, fields.goal.trim()],
    )?;
    Ok(Step::new("history-add-sprint").with("number", fields.number))
}

pub(crate) fn change(tx: &Tx<'_>, id: SprintId, fields: &SprintFields) -> Result<Step> {
    checked(tx, fields, Some(id))?;
    found(
        tx.execute(
            "UPDATE sprint SET number = ?2, first = ?3, last = ?4, goal = ?5 WHERE id = ?1",
            params![id, fields.number, fields.first, fields.last, fields.goal.trim()],
        )?,
        id.0,
    )?;
    Ok(Step::new("history-change-sprint").with("number", fields.number))
}

pub(crate) fn remove(tx: &Tx<'_>, id: SprintId) -> Result<Step> {
    let number = tx.sprints.iter().find(|sprint| sprint.id == id).map(|sprint| sprint.fields.number);
    found(tx.execute("DELETE FROM sprint WHERE id = ?1", [id])?, id.0)?;
    Ok(Step::new("history-remove-sprint").with("number", number.unwrap_or_default()))
}

/// Refuses a Sprint that ends before it starts, overlaps another, or takes another's number.
fn checked(tx: &Tx<'_>, fields: &SprintFields, own: Option<SprintId>) -> Result<()> {
    in_order(fields.first, fields.last)?;
    for other in tx.sprints.iter().filter(|other| Some(other.id) != own) {
        let number = [("number", other.fields.number.to_string())];
        if other.fields.number == fields.number {
            return Err(Error::invalid_with("number", "error-sprint-number-taken", number));
        }
        if other.fields.first <= fields.last && fields.first <= other.fields.last {
            return Err(Error::invalid_with("first", "error-sprints-overlap", number));
        }
    }
    Ok(())
}
