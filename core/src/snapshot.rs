//! What the page holds ([`Snapshot`]) and how it is kept true ([`Changes`]).

use crate::backlog::{Item, Slice};
use crate::direction::Goal;
use crate::ids::*;
use crate::kept::KeptForecast;
use crate::records::Records;
use crate::settings::{ClosedDays, DateLine, Settings, View};
use crate::sprint::Sprint;
use crate::stakeholder::Stakeholder;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything the window shows at once of an open product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// The day it was read for.
    pub today: NaiveDate,
    /// Settings of the product.
    pub settings: Settings,
    /// Goals, the current one first.
    pub goals: Vec<Goal>,
    /// Sprints by number.
    pub sprints: Vec<Sprint>,
    /// Stakeholders by name.
    pub stakeholders: Vec<Stakeholder>,
    /// Views in the order they were saved.
    pub views: Vec<View>,
    /// Named dates by day.
    pub date_lines: Vec<DateLine>,
    /// Closed days by first day.
    pub closed_days: Vec<ClosedDays>,
    /// Release slices by name.
    pub slices: Vec<Slice>,
    /// Kept forecasts, the newest first.
    pub kept: Vec<KeptForecast>,
    /// The small collections, all of them.
    pub records: Records,
    /// Items in order, then the containers.
    pub items: Vec<Item>,
    /// How many items are elsewhere.
    pub counts: Counts,
    /// The finish date of every position.
    pub finish: Finish,
    /// What undo would take back.
    pub undo: Option<HistoryLine>,
    /// What redo would bring back.
    pub redo: Option<HistoryLine>,
}

/// How many items are not in the order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Done items.
    pub done: usize,
    /// Done items whose day lies in the running Sprint.
    pub done_in_sprint: usize,
    /// Items that are not done on purpose.
    pub not_doing: usize,
}

/// The finish date of every position, whichever item stands there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finish {
    /// Day 0 of `days`.
    pub as_of: NaiveDate,
    /// The percentiles, in percent: 50, 70, 85 and 95, and the product's own.
    pub percentiles: Vec<u8>,
    /// Per percentile, per position from 1: days after `as_of`. A row ends where dates are no
    /// longer forecastable.
    pub days: Vec<Vec<u32>>,
    /// What has to be said beside the dates, each a sentence: thin history, history that ended.
    pub notes: Vec<String>,
    /// Whether the history is thin, so that dates are labelled.
    pub thin: bool,
}

impl Finish {
    /// Days after `as_of` on which the item at a position is done at a percentile; `u32::MAX` where
    /// that can't be forecast.
    pub fn day_at(&self, percentile: u8, position: u32) -> u32 {
        let row = self.percentiles.iter().position(|p| *p == percentile).and_then(|at| self.days.get(at));
        let at = (position as usize).checked_sub(1);
        row.zip(at).and_then(|(row, at)| row.get(at).copied()).unwrap_or(u32::MAX)
    }

    /// The date of [`Finish::day_at`].
    pub fn date_at(&self, percentile: u8, position: u32) -> Option<NaiveDate> {
        match self.day_at(percentile, position) {
            u32::MAX => None,
            days => self.as_of.checked_add_days(chrono::Days::new(days.into())),
        }
    }

    /// The last position whose date at a percentile is on or before a day; 0 if there is none.
    pub fn last_position_by(&self, percentile: u8, day: NaiveDate) -> u32 {
        let row = self.percentiles.iter().position(|p| *p == percentile).and_then(|at| self.days.get(at));
        let within = (day - self.as_of).num_days();
        row.map_or(0, |row| row.partition_point(|days| i64::from(*days) <= within) as u32)
    }
}

/// What changed: the very rows, read after the commit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Settings, if they changed.
    pub settings: Option<Settings>,
    /// All goals, if one changed.
    pub goals: Option<Vec<Goal>>,
    /// All Sprints, if one changed.
    pub sprints: Option<Vec<Sprint>>,
    /// All stakeholders, if one changed.
    pub stakeholders: Option<Vec<Stakeholder>>,
    /// All views, if one changed.
    pub views: Option<Vec<View>>,
    /// All named dates, if one changed.
    pub date_lines: Option<Vec<DateLine>>,
    /// All closed days, if some changed.
    pub closed_days: Option<Vec<ClosedDays>>,
    /// All release slices, if one changed.
    pub slices: Option<Vec<Slice>>,
    /// All kept forecasts, if what is said of one changed.
    pub kept: Option<Vec<KeptForecast>>,
    /// The small collections in which something changed.
    pub records: Records,
    /// The items that changed.
    pub items: ItemChanges,
    /// Counts after the change.
    pub counts: Counts,
    /// The finish dates, if they changed; on a new day they always come, and their `as_of` is today.
    pub finish: Option<Finish>,
}

/// Changed items. To patch an order: take all of `put` and `removed` out of it, then insert the
/// items of `put` that have a position, in ascending position, each at its position.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemChanges {
    /// New and changed items.
    pub put: Vec<Item>,
    /// Items that are no more.
    pub removed: Vec<ItemId>,
}

/// The answer to an edit, an undo or a redo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The step as the history tells it; `None` when nothing had to change.
    pub done: Option<HistoryLine>,
    /// Ids of new rows in the order they were made (items, people, views, …).
    #[ts(type = "Array<number>")]
    pub created: Vec<i64>,
    /// What changed.
    pub changes: Changes,
    /// What undo would take back now.
    pub undo: Option<HistoryLine>,
    /// What redo would bring back now.
    pub redo: Option<HistoryLine>,
}

/// One step of the journal as a person reads it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryLine {
    /// The step.
    pub operation: OperationId,
    /// When, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at: i64,
    /// The local day it was done.
    pub day: NaiveDate,
    /// What was done, in words.
    pub text: String,
    /// Why.
    pub reason: Option<String>,
    /// The item it was about, if one.
    pub item: Option<ItemId>,
    /// From which position to which, for a move of one item or the first of a block.
    pub moved: Option<(u32, u32)>,
    /// Names of those whom a move served.
    pub serves: Vec<String>,
    /// Names of those whom a move delayed.
    pub delays: Vec<String>,
    /// Whether it takes an earlier step back or brings one back.
    pub kind: HistoryKind,
}

/// What changed in the backlog since a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Since {
    /// The day; what was done on it counts as before.
    pub day: NaiveDate,
    /// Open items that were not in the order then.
    pub added: Vec<Item>,
    /// Items that were finished.
    pub done: Vec<Item>,
    /// Items that were declined.
    pub declined: Vec<Item>,
    /// Moves that still stand, the newest first.
    pub moves: Vec<HistoryLine>,
}

/// Whether a step was an edit or took one back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryKind {
    /// An action.
    Edit,
    /// An action taken back.
    Undo,
    /// An action brought back.
    Redo,
}
