//! Direction: the Product Goal, its measure and readings.

use crate::ids::GoalId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a Product Goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    /// The one goal the team works towards now.
    Current,
    /// Comes later.
    Next,
    /// Reached.
    Fulfilled,
    /// Given up, with a reason.
    Abandoned,
}

/// A Product Goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Goal {
    /// The id.
    pub id: GoalId,
    /// The goal in one sentence.
    pub sentence: String,
    /// How it stands.
    pub state: GoalState,
    /// How it is measured.
    pub measure: Option<Measure>,
    /// What was measured, oldest first.
    pub readings: Vec<Reading>,
}

/// How a goal is measured: from a baseline to a target by a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// What is measured, as it reads after the number: "of reservations need no desk help".
    pub what: String,
    /// Unit written after the number, such as "%".
    pub unit: String,
    /// Value at the start.
    pub baseline: f64,
    /// Day of the baseline.
    pub baseline_on: Option<NaiveDate>,
    /// Value to reach.
    pub target: f64,
    /// Day to reach it by.
    pub by: Option<NaiveDate>,
}

/// One measured value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Reading {
    /// Day it was measured.
    pub day: NaiveDate,
    /// The value, in the unit of the measure.
    pub value: f64,
}
