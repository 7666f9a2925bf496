//! Settings of the product: its name, its working days, the dates that matter.

use crate::ids::{ClosedDaysId, DateLineId, ViewId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is set once for the whole product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Name of the product.
    pub name: String,
    /// First part of every item's key, such as "LW".
    pub prefix: String,
    /// Which weekdays are worked, Monday first.
    pub working_days: [bool; 7],
    /// Weekday a week starts on, 0 for Monday.
    pub week_start: u8,
    /// The percentile dates are said at, in percent.
    pub percentile: u8,
    /// The Definition of Done.
    pub definition_of_done: String,
    /// "Nothing was finished since", said by hand for the days up to this one.
    pub nothing_finished_until: Option<NaiveDate>,
}

/// Days on which nobody works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClosedDays {
    /// The id.
    pub id: ClosedDaysId,
    /// Why, such as "Christmas".
    pub name: String,
    /// First day.
    pub first: NaiveDate,
    /// Last day, included.
    pub last: NaiveDate,
}

/// A date someone waits for: it shows as a line across the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DateLine {
    /// The id.
    pub id: DateLineId,
    /// What happens on that day.
    pub name: String,
    /// The day.
    pub day: NaiveDate,
}

/// A saved filter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct View {
    /// The id.
    pub id: ViewId,
    /// Its name on the tab.
    pub name: String,
    /// The filter, in the filter language.
    pub filter: String,
}
