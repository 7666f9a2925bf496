//! Records of needs that compete: positions, the interests behind them, options, what was decided.

use crate::error::{Error, Result};
use crate::ids::{ConflictId, ItemId, StakeholderId};
use crate::record::{self, Record};
use crate::tx::{Tx, not_in_future, prose};
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Two people whose needs compete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// The id.
    pub id: ConflictId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: ConflictFields,
}

/// What is known of a conflict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct ConflictFields {
    /// The day it was noted.
    pub day: NaiveDate,
    /// One side.
    pub first: Side,
    /// The other.
    pub second: Side,
    /// What could be done.
    #[serde(default)]
    pub options: String,
    /// What was decided; empty while it is open.
    #[serde(default)]
    pub decision: String,
    /// What has to be done after it.
    #[serde(default)]
    pub follow_up: String,
    /// By when.
    #[serde(default)]
    pub follow_up_on: Option<NaiveDate>,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct Side {
    /// Who.
    pub stakeholder: StakeholderId,
    /// The item it is about.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// What the person asks for.
    #[serde(default)]
    pub position: String,
    /// What it is needed for.
    #[serde(default)]
    pub interest: String,
}

impl Side {
    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        tx.person(self.stakeholder)?;
        if let Some(item) = self.item {
            tx.known(item)?;
        }
        Ok(Self { position: prose(&self.position), interest: prose(&self.interest), ..self.clone() })
    }

    fn values(&self) -> [&dyn ToSql; 4] {
        [&self.stakeholder, &self.item, &self.position, &self.interest]
    }

    fn of(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            stakeholder: row.get(first)?,
            item: row.get(first + 1)?,
            position: row.get(first + 2)?,
            interest: row.get(first + 3)?,
        })
    }
}

impl Record for ConflictFields {
    const TABLE: &'static str = "conflict";
    const COLUMNS: &'static [&'static str] = &[
        "day",
        "first",
        "first_item",
        "first_position",
        "first_interest",
        "second",
        "second_item",
        "second_position",
        "second_interest",
        "options",
        "decision",
        "follow_up",
        "follow_up_on",
    ];
    const ORDER: &'static str = "decision <> '', day DESC, id DESC";
    const STEPS: [&'static str; 3] =
        ["history-add-conflict", "history-change-conflict", "history-remove-conflict"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        not_in_future(tx, self.day, "day")?;
        if self.first.stakeholder == self.second.stakeholder {
            return Err(Error::invalid("second", "error-conflict-with-oneself"));
        }
        Ok(Self {
            first: self.first.checked(tx)?,
            second: self.second.checked(tx)?,
            options: prose(&self.options),
            decision: prose(&self.decision),
            follow_up: prose(&self.follow_up),
            ..self.clone()
        })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        let mut values: Vec<&dyn ToSql> = vec![&self.day];
        values.extend(self.first.values());
        values.extend(self.second.values());
        let rest: [&dyn ToSql; 4] = [&self.options, &self.decision, &self.follow_up, &self.follow_up_on];
        values.extend(rest);
        values
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: row.get(1)?,
            first: Side::of(row, 2)?,
            second: Side::of(row, 6)?,
            options: row.get(10)?,
            decision: row.get(11)?,
            follow_up: row.get(12)?,
            follow_up_on: row.get(13)?,
        })
    }

    fn name(&self) -> &str {
        &self.first.position
    }
}

/// Reads the conflicts: open ones first, each group the newest first.
pub(crate) fn read(db: &Connection) -> Result<Vec<Conflict>> {
    record::all(db, |id, fields| Conflict { id, fields })
}
