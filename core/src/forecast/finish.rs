//! The finish table: for every place in the order the day it is done by, at each percentile.
//!
//! The day depends only on the position, not on which item stands there, so a drag in the window
//! is a look-up and no recomputation. Work in progress takes the first positions.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Tells whether `probability` reaches `percentile`; a tie that lacks only rounding does.
pub(super) fn reaches(probability: f64, percentile: u8) -> bool {
    probability >= f64::from(percentile) / 100.0 - 1e-12
}

/// The day each position is finished by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FinishTable {
    /// The day the offsets count from.
    pub as_of: NaiveDate,
    /// The percentiles, one a row.
    pub percentiles: Vec<u8>,
    /// One row a percentile: calendar days after the as-of day, for position 1, 2, …, never
    /// decreasing. A row ends where positions are not forecastable (later than two years).
    pub days: Vec<Vec<u16>>,
}

impl FinishTable {
    /// The day the item at `position`, from 1, is finished by; none when not forecastable.
    pub fn day(&self, percentile: u8, position: usize) -> Option<NaiveDate> {
        let row = self.percentiles.iter().position(|candidate| *candidate == percentile)?;
        let offset = self.days.get(row)?.get(position.checked_sub(1)?)?;
        self.as_of.checked_add_days(Days::new(u64::from(*offset)))
    }
}

/// How many items are done at the end of each day, for the bands of a burn-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Fan {
    /// The first day.
    pub as_of: NaiveDate,
    /// The percentiles, one a row.
    pub percentiles: Vec<u8>,
    /// One row a percentile: for each day from the first on, at least so many items are done with
    /// that likelihood. Never decreasing; empty without a forecast.
    pub rows: Vec<Vec<u32>>,
}

/// The largest number from `least` on that `holds`, by doubling the step and then halving it.
///
/// Rests on `least` holding (or 0 being the answer), and on nothing above a number that does not.
pub(super) fn largest(least: u32, holds: impl Fn(u32) -> bool) -> u32 {
    let mut largest = least;
    let mut step = 1u32;
    let reach = |from: u32, step: u32| from.checked_add(step).filter(|number| holds(*number));
    while let Some(number) = reach(largest, step) {
        largest = number;
        step = step.saturating_mul(2);
    }
    while step > 1 {
        step /= 2;
        largest = reach(largest, step).unwrap_or(largest);
    }
    largest
}

/// Sweeps over positions and days at once: the first day, as offset below `days`, on which
/// `at_least(position, offset)` reaches the percentile, for each position until there is none.
///
/// Rests on the probability falling in the position and rising in the day.
pub(super) fn sweep(
    positions: usize,
    days: usize,
    percentile: u8,
    at_least: impl Fn(u32, usize) -> f64,
) -> Vec<u16> {
    let mut row = Vec::new();
    let mut day = 0;
    for position in 1..=positions.min(u32::MAX as usize) {
        while day < days && !reaches(at_least(position as u32, day), percentile) {
            day += 1;
        }
        if day == days {
            break;
        }
        row.push(day as u16);
    }
    row
}
