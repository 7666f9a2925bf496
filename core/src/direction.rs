//! Direction: the Product Goal, its measure and readings.

use crate::decimal::{from_thousandths, to_thousandths};
use crate::error::{Error, Result};
use crate::ids::GoalId;
use crate::journal::Step;
use crate::record::stored_as;
use crate::settings::found;
use crate::tx::{Tx, clean, not_in_future, required, short};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
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

stored_as!(GoalState { Current = "current", Next = "next", Fulfilled = "fulfilled", Abandoned = "abandoned" });

/// Reads the goals: the current one first, then the next ones, then those that ended.
pub(crate) fn read(db: &Connection) -> Result<Vec<Goal>> {
    let mut statement = db.prepare_cached(
        "SELECT id, sentence, state, what, unit, baseline, baseline_on, target, by_day FROM goal
         ORDER BY CASE state WHEN 'current' THEN 0 WHEN 'next' THEN 1 ELSE 2 END, id",
    )?;
    let goals = statement.query_map([], |row| {
        let what: Option<String> = row.get(3)?;
        let measure = match what {
            None => None,
            Some(what) => Some(Measure {
                what,
                unit: row.get(4)?,
                baseline: from_thousandths(row.get(5)?),
                baseline_on: row.get(6)?,
                target: from_thousandths(row.get(7)?),
                by: row.get(8)?,
            }),
        };
        Ok(Goal { id: row.get(0)?, sentence: row.get(1)?, state: row.get(2)?, measure, readings: Vec::new() })
    })?;
    let mut goals = goals.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut readings = db.prepare_cached("SELECT day, value FROM reading WHERE goal = ?1 ORDER BY day")?;
    for goal in &mut goals {
        goal.readings = readings
            .query_map([goal.id], |row| {
                Ok(Reading { day: row.get(0)?, value: from_thousandths(row.get(1)?) })
            })?
            .collect::<rusqlite::Result<_>>()?;
    }
    Ok(goals)
}

pub(crate) fn add(tx: &Tx<'_>, sentence: &str, measure: Option<&Measure>) -> Result<Step> {
    let sentence = required(sentence, "sentence", "error-goal-empty")?;
    let taken: bool = tx
        .prepare("SELECT EXISTS (SELECT 1 FROM goal WHERE state = 'current')")?
        .query_row([], |row| row.get(0))?;
    let state = if taken { GoalState::Next } else { GoalState::Current };
    let id = GoalId(tx.insert(
        "INSERT INTO goal (sentence, state, reason) VALUES (?1, ?2, '')",
        params![sentence, state],
    )?);
    set_measure(tx, id, measure)?;
    Ok(Step::new("history-add-goal").with("sentence", short(&sentence)))
}

pub(crate) fn change(tx: &Tx<'_>, id: GoalId, sentence: &str, measure: Option<&Measure>) -> Result<Step> {
    let sentence = required(sentence, "sentence", "error-goal-empty")?;
    found(tx.execute("UPDATE goal SET sentence = ?2 WHERE id = ?1", params![id, sentence])?, id.0)?;
    set_measure(tx, id, measure)?;
    Ok(Step::new("history-change-goal").with("sentence", short(&sentence)))
}

fn set_measure(tx: &Tx<'_>, id: GoalId, measure: Option<&Measure>) -> Result<()> {
    let Some(measure) = measure else {
        tx.execute(
            "UPDATE goal SET what = NULL, unit = NULL, baseline = NULL, baseline_on = NULL, target = NULL,
               by_day = NULL WHERE id = ?1",
            [id],
        )?;
        return Ok(());
    };
    let what = required(&measure.what, "what", "error-measure-empty")?;
    tx.execute(
        "UPDATE goal SET what = ?2, unit = ?3, baseline = ?4, baseline_on = ?5, target = ?6, by_day = ?7 WHERE id = ?1",
        params![
            id,
            what,
            clean(&measure.unit),
            stored(measure.baseline, "baseline")?,
            measure.baseline_on,
            stored(measure.target, "target")?,
            measure.by
        ],
    )?;
    Ok(())
}

fn stored(value: f64, field: &'static str) -> Result<i64> {
    to_thousandths(value).ok_or_else(|| Error::invalid(field, "error-number"))
}

pub(crate) fn set_state(tx: &Tx<'_>, id: GoalId, state: GoalState, reason: &str) -> Result<Step> {
    if state == GoalState::Current {
        tx.execute("UPDATE goal SET state = 'next' WHERE state = 'current' AND id <> ?1", [id])?;
    }
    if state == GoalState::Abandoned {
        required(reason, "reason", "error-reason-empty")?;
    }
    found(
        tx.execute(
            "UPDATE goal SET state = ?2, reason = ?3 WHERE id = ?1",
            params![id, state, reason.trim()],
        )?,
        id.0,
    )?;
    let sentence: String =
        tx.prepare("SELECT sentence FROM goal WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
    Ok(Step::new(match state {
        GoalState::Current => "history-goal-current",
        GoalState::Next => "history-goal-next",
        GoalState::Fulfilled => "history-goal-fulfilled",
        GoalState::Abandoned => "history-goal-abandoned",
    })
    .with("sentence", short(&sentence)))
}

pub(crate) fn add_reading(tx: &Tx<'_>, goal: GoalId, day: NaiveDate, value: f64) -> Result<Step> {
    not_in_future(tx, day, "day")?;
    let known: bool = tx
        .prepare("SELECT EXISTS (SELECT 1 FROM goal WHERE id = ?1)")?
        .query_row([goal], |row| row.get(0))?;
    found(usize::from(known), goal.0)?;
    tx.execute(
        "INSERT INTO reading (goal, day, value) VALUES (?1, ?2, ?3)
         ON CONFLICT (goal, day) DO UPDATE SET value = excluded.value",
        params![goal, day, stored(value, "value")?],
    )?;
    Ok(Step::new("history-add-reading").with("value", value).with("day", day.to_string()))
}
