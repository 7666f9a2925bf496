//! Discovery: what is assumed, and what was learnt.

use crate::error::Result;
use crate::ids::{AssumptionId, LearningId};
use crate::record::{self, Record, stored_as};
use crate::tx::{Tx, not_in_future, required};
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that is taken for true until it is tested.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Assumption {
    /// The id.
    pub id: AssumptionId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: AssumptionFields,
}

/// What is known of an assumption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssumptionFields {
    /// What is assumed.
    pub text: String,
    /// What came of it.
    pub state: AssumptionState,
    /// The day its state changed last.
    pub state_on: NaiveDate,
}

/// What came of an assumption.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AssumptionState {
    /// Nobody knows yet.
    #[default]
    Untested,
    /// It holds.
    Holds,
    /// It does not.
    Fails,
}

stored_as!(AssumptionState { Untested = "untested", Holds = "holds", Fails = "fails" });

impl Record for AssumptionFields {
    const TABLE: &'static str = "assumption";
    const COLUMNS: &'static [&'static str] = &["text", "state", "state_on"];
    const ORDER: &'static str = "id";
    const STEPS: [&'static str; 3] =
        ["history-add-assumption", "history-change-assumption", "history-remove-assumption"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        not_in_future(tx, self.state_on, "stateOn")?;
        Ok(Self { text: required(&self.text, "text", "error-assumption-empty")?, ..self.clone() })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.text, &self.state, &self.state_on]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { text: row.get(1)?, state: row.get(2)?, state_on: row.get(3)? })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// Reads the assumptions.
pub(crate) fn assumptions(db: &Connection) -> Result<Vec<Assumption>> {
    record::all(db, |id, fields| Assumption { id, fields })
}

/// Something that was learnt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Learning {
    /// The id.
    pub id: LearningId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: LearningFields,
}

/// What is known of a learning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct LearningFields {
    /// The day it was learnt.
    pub day: NaiveDate,
    /// What was learnt.
    pub text: String,
    /// The assumption it speaks about.
    #[serde(default)]
    pub assumption: Option<AssumptionId>,
}

impl Record for LearningFields {
    const TABLE: &'static str = "learning";
    const COLUMNS: &'static [&'static str] = &["day", "text", "assumption"];
    const ORDER: &'static str = "day DESC, id DESC";
    const STEPS: [&'static str; 3] =
        ["history-add-learning", "history-change-learning", "history-remove-learning"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        not_in_future(tx, self.day, "day")?;
        if let Some(assumption) = self.assumption {
            tx.exists("assumption", assumption.0)?;
        }
        Ok(Self { text: required(&self.text, "text", "error-learning-empty")?, ..self.clone() })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.day, &self.text, &self.assumption]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { day: row.get(1)?, text: row.get(2)?, assumption: row.get(3)? })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// Reads what was learnt, the newest first.
pub(crate) fn learnings(db: &Connection) -> Result<Vec<Learning>> {
    record::all(db, |id, fields| Learning { id, fields })
}
