//! Decisions that are kept with their reasons, what was handed to others, and why one item stands
//! above another.

use crate::error::{Error, Result};
use crate::ids::{DecisionId, DelegationId, ItemId, PairId};
use crate::record::{self, Record};
use crate::tx::{Tx, in_order, not_in_future, prose, required};
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// The id.
    pub id: DecisionId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: DecisionFields,
}

/// What is known of a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct DecisionFields {
    /// The day it was taken.
    pub day: NaiveDate,
    /// What it is about, in one line.
    pub title: String,
    /// What made it necessary.
    #[serde(default)]
    pub context: String,
    /// What could have been decided.
    #[serde(default)]
    pub options: String,
    /// What was decided.
    #[serde(default)]
    pub decision: String,
    /// What is expected of it.
    #[serde(default)]
    pub effect: String,
    /// The day to look at it again.
    #[serde(default)]
    pub look_again: Option<NaiveDate>,
    /// What came of it; empty until it was looked at again.
    #[serde(default)]
    pub outcome: String,
}

impl Record for DecisionFields {
    const TABLE: &'static str = "decision";
    const COLUMNS: &'static [&'static str] =
        &["day", "title", "context", "options", "decision", "effect", "look_again", "outcome"];
    const ORDER: &'static str = "day DESC, id DESC";
    const STEPS: [&'static str; 3] =
        ["history-add-decision", "history-change-decision", "history-remove-decision"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        not_in_future(tx, self.day, "day")?;
        if let Some(again) = self.look_again {
            in_order(self.day, again)?;
        }
        Ok(Self {
            title: required(&self.title, "title", "error-title-empty")?,
            context: prose(&self.context),
            options: prose(&self.options),
            decision: prose(&self.decision),
            effect: prose(&self.effect),
            outcome: prose(&self.outcome),
            ..self.clone()
        })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.day,
            &self.title,
            &self.context,
            &self.options,
            &self.decision,
            &self.effect,
            &self.look_again,
            &self.outcome,
        ]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: row.get(1)?,
            title: row.get(2)?,
            context: row.get(3)?,
            options: row.get(4)?,
            decision: row.get(5)?,
            effect: row.get(6)?,
            look_again: row.get(7)?,
            outcome: row.get(8)?,
        })
    }

    fn name(&self) -> &str {
        &self.title
    }
}

/// Reads the decisions, the newest first.
pub(crate) fn read(db: &Connection) -> Result<Vec<Decision>> {
    record::all(db, |id, fields| Decision { id, fields })
}

/// Something handed to somebody: who writes or researches what by when. The product owner stays
/// accountable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Delegation {
    /// The id.
    pub id: DelegationId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: DelegationFields,
}

/// What is known of a delegation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct DelegationFields {
    /// What is to be done.
    pub what: String,
    /// By whom.
    pub who: String,
    /// By when.
    #[serde(default)]
    pub by: Option<NaiveDate>,
    /// The item it is for.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// What came of it.
    #[serde(default)]
    pub result: String,
    /// The day it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
}

impl Record for DelegationFields {
    const TABLE: &'static str = "delegation";
    const COLUMNS: &'static [&'static str] = &["what", "who", "by_day", "item", "result", "done_on"];
    const ORDER: &'static str = "done_on IS NOT NULL, by_day IS NULL, by_day, id";
    const STEPS: [&'static str; 3] =
        ["history-add-delegation", "history-change-delegation", "history-remove-delegation"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        if let Some(item) = self.item {
            tx.known(item)?;
        }
        if let Some(day) = self.done_on {
            not_in_future(tx, day, "doneOn")?;
        }
        Ok(Self {
            what: required(&self.what, "what", "error-delegation-empty")?,
            who: required(&self.who, "who", "error-name-empty")?,
            result: prose(&self.result),
            ..self.clone()
        })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.what, &self.who, &self.by, &self.item, &self.result, &self.done_on]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            what: row.get(1)?,
            who: row.get(2)?,
            by: row.get(3)?,
            item: row.get(4)?,
            result: row.get(5)?,
            done_on: row.get(6)?,
        })
    }

    fn name(&self) -> &str {
        &self.what
    }
}

/// Reads the delegations: open ones first, the next due first.
pub(crate) fn delegations(db: &Connection) -> Result<Vec<Delegation>> {
    record::all(db, |id, fields| Delegation { id, fields })
}

/// Why one item stands above another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    /// The id.
    pub id: PairId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: PairFields,
}

/// What is known of a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PairFields {
    /// The day it was said.
    pub day: NaiveDate,
    /// The item that comes first.
    pub above: ItemId,
    /// The item that comes later.
    pub below: ItemId,
    /// Why.
    pub why: String,
}

impl Record for PairFields {
    const TABLE: &'static str = "pair";
    const COLUMNS: &'static [&'static str] = &["day", "above", "below", "why"];
    const ORDER: &'static str = "day DESC, id DESC";
    const STEPS: [&'static str; 3] = ["history-add-pair", "history-change-pair", "history-remove-pair"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        not_in_future(tx, self.day, "day")?;
        tx.known(self.above)?;
        tx.known(self.below)?;
        if self.above == self.below {
            return Err(Error::invalid("below", "error-pair-with-itself"));
        }
        Ok(Self { why: required(&self.why, "why", "error-reason-empty")?, ..self.clone() })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.day, &self.above, &self.below, &self.why]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { day: row.get(1)?, above: row.get(2)?, below: row.get(3)?, why: row.get(4)? })
    }

    fn name(&self) -> &str {
        &self.why
    }
}

/// Reads the pairs, the newest first.
pub(crate) fn pairs(db: &Connection) -> Result<Vec<Pair>> {
    record::all(db, |id, fields| Pair { id, fields })
}
