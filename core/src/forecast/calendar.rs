//! Working days, closed days and the weeks of a product.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Span {
    /// Tells whether `day` lies in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Gives its days, oldest first; none where the last lies before the first.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take_while(move |day| *day <= self.last)
    }
}

/// When the Developers work: weekdays, closed days, and where a week starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// The weekdays worked, Monday first, wherever the week starts.
    pub working: [bool; 7],
    /// The weekday a week starts on.
    pub week_start: Weekday,
    /// Days on which nobody works, such as holidays; they may overlap.
    pub closed: Vec<Span>,
}

impl Default for Calendar {
    /// Monday to Friday, weeks from Monday, never closed.
    fn default() -> Self {
        Self {
            working: [true, true, true, true, true, false, false],
            week_start: Weekday::Mon,
            closed: Vec::new(),
        }
    }
}

impl Calendar {
    /// How much of an ordinary day `day` has: 0 when closed, 1 otherwise.
    ///
    /// A Saturday is 1 as well: how little is finished on it is the weekday share's matter.
    pub fn availability(&self, day: NaiveDate) -> f64 {
        if self.closed.iter().any(|closed| closed.contains(day)) { 0.0 } else { 1.0 }
    }

    /// Tells whether `day` is a working weekday and not closed.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.working[weekday(day)] && self.availability(day) > 0.0
    }

    /// The week `day` lies in.
    pub fn week_of(&self, day: NaiveDate) -> Span {
        let week = day.week(self.week_start);
        Span { first: week.checked_first_day().unwrap_or(day), last: week.checked_last_day().unwrap_or(day) }
    }

    /// The last open working day on or before `day`; `day` itself where the year before it has none.
    pub fn last_open_day(&self, day: NaiveDate) -> NaiveDate {
        let mut before = std::iter::successors(Some(day), NaiveDate::pred_opt).take(366);
        before.find(|day| self.is_open(*day)).unwrap_or(day)
    }

    /// How many weekdays of a week are worked.
    pub(super) fn working_days(&self) -> usize {
        self.working.iter().filter(|works| **works).count()
    }
}

/// The place of a day's weekday in the arrays of this module, Monday 0.
pub(super) fn weekday(day: NaiveDate) -> usize {
    day.weekday().num_days_from_monday() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::testing::day;

    #[test]
    fn a_week_starts_where_the_product_says() {
        let sunday = Calendar { week_start: Weekday::Sun, ..Calendar::default() };
        assert_eq!(
            sunday.week_of(day("2026-01-07")),
            Span { first: day("2026-01-04"), last: day("2026-01-10") }
        );
        assert_eq!(Calendar::default().week_of(day("2026-01-04")).first, day("2025-12-29"));
    }

    #[test]
    fn a_closed_day_is_not_open_and_a_weekend_has_no_work() {
        let closed = vec![Span { first: day("2026-01-08"), last: day("2026-01-09") }];
        let calendar = Calendar { closed, ..Calendar::default() };
        assert!(calendar.is_open(day("2026-01-07")));
        assert!(!calendar.is_open(day("2026-01-09")));
        assert!(!calendar.is_open(day("2026-01-10")));
        assert_eq!(calendar.last_open_day(day("2026-01-11")), day("2026-01-07"));
    }
}
