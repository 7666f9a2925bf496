//! Sprints: numbered spans of days with a goal.

use crate::ids::SprintId;
use chrono::NaiveDate;
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
