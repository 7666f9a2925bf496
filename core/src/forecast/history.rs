//! What was finished when, and the complete weeks a forecast learns from.

use super::calendar::{Calendar, Span, weekday};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Finished items by day, or by week where a weekly file says no more, and the days known at all.
///
/// A known day without a finished item is a zero; an unknown day is nothing, and no week that
/// holds one enters a [`Window`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// The known days, oldest first, neither overlapping nor adjacent.
    known: Vec<Span>,
    days: BTreeMap<NaiveDate, u32>,
    /// By the first day of the calendar's week; the weekday is not known.
    weeks: BTreeMap<NaiveDate, u32>,
    /// Items that were added, by day; empty when that is not known.
    added: BTreeMap<NaiveDate, u32>,
}

impl History {
    /// Builds the history of items done on these days, known from the first of them up to
    /// `known_until`, or the last done day if that is later or none is given.
    pub fn of_done_days(done: impl IntoIterator<Item = NaiveDate>, known_until: Option<NaiveDate>) -> Self {
        Self::of_days(done.into_iter().map(|day| (day, 1)).chain(known_until.map(|day| (day, 0))))
            .since_first_finished()
    }

    /// Builds the history of a daily throughput file: known from its first row up to its last,
    /// rows of zero included. Several rows of one day add up.
    pub fn of_days(rows: impl IntoIterator<Item = (NaiveDate, u32)>) -> Self {
        let mut days = BTreeMap::new();
        for (day, finished) in rows {
            let sum: &mut u32 = days.entry(day).or_default();
            *sum = sum.saturating_add(finished);
        }
        let known = hull(&days).into_iter().collect();
        Self { known, days, ..Self::default() }
    }

    /// Builds the history of a weekly throughput file from the first day of each row's week.
    ///
    /// Where the file's weeks start elsewhere than the calendar's, a row belongs to the week that
    /// holds its fourth day, the larger part. Known up to the end of the last row's week.
    pub fn of_weeks(rows: impl IntoIterator<Item = (NaiveDate, u32)>, calendar: &Calendar) -> Self {
        let mut weeks = BTreeMap::new();
        for (first, finished) in rows {
            let middle = first.checked_add_days(Days::new(3)).unwrap_or(first);
            let sum: &mut u32 = weeks.entry(calendar.week_of(middle).first).or_default();
            *sum = sum.saturating_add(finished);
        }
        let known = hull(&weeks)
            .map(|span| Span { first: span.first, last: calendar.week_of(span.last).last })
            .into_iter()
            .collect();
        Self { known, weeks, ..Self::default() }
    }

    /// Lets a throughput file win for the days it covers; it is never added to done days.
    pub fn overridden_by(mut self, file: Self) -> Self {
        let covered = |day: &NaiveDate| file.known.iter().any(|span| span.contains(*day));
        self.days.retain(|day, _| !covered(day));
        self.weeks.retain(|day, _| !covered(day));
        self.days.extend(file.days);
        self.weeks.extend(file.weeks);
        self.known.extend(file.known);
        self.known.sort_by_key(|span| span.first);
        self.known.dedup_by(|next, span| {
            let touches = span.last.succ_opt().is_none_or(|day| next.first <= day);
            if touches {
                span.last = span.last.max(next.last);
            }
            touches
        });
        self
    }

    /// Tells on which days items were added, for [`super::Growth::History`].
    pub fn with_added(mut self, days: impl IntoIterator<Item = NaiveDate>) -> Self {
        for day in days {
            let sum = self.added.entry(day).or_default();
            *sum = sum.saturating_add(1);
        }
        self
    }

    /// The first recorded day.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.known.first().map(|span| span.first)
    }

    /// The day up to which it is known what was finished.
    pub fn known_until(&self) -> Option<NaiveDate> {
        self.known.last().map(|span| span.last)
    }

    /// Counts the items finished in `span`; a weekly row counts where the span holds its first day.
    pub fn finished_in(&self, span: Span) -> u32 {
        total(&self.days, span).saturating_add(total(&self.weeks, span))
    }

    /// The last `limit` complete weeks before `as_of`, oldest first.
    ///
    /// Complete means: known from its first day to its last, and over before `as_of`.
    fn complete_weeks(&self, calendar: &Calendar, as_of: NaiveDate, limit: usize) -> Vec<Span> {
        let mut weeks = Vec::new();
        for known in self.known.iter().rev() {
            let newest = as_of.pred_opt().map_or(known.last, |yesterday| known.last.min(yesterday));
            let mut next = Some(calendar.week_of(newest));
            while let Some(week) = next.filter(|week| known.first <= week.first && weeks.len() < limit) {
                if week.last <= newest {
                    weeks.push(week);
                }
                next = week.first.pred_opt().map(|day| calendar.week_of(day));
            }
        }
        weeks.reverse();
        weeks
    }

    /// Starts the known days at the first finished item: a wait before it is no throughput of zero.
    fn since_first_finished(mut self) -> Self {
        self.days.retain(|_, finished| *finished > 0);
        match (self.days.first_key_value(), self.known.first_mut()) {
            (Some((first, _)), Some(known)) => known.first = *first,
            _ => self.known.clear(),
        }
        self
    }
}

fn total(rows: &BTreeMap<NaiveDate, u32>, span: Span) -> u32 {
    if span.last < span.first {
        return 0;
    }
    rows.range(span.first..=span.last).fold(0, |sum, (_, count)| sum.saturating_add(*count))
}

fn hull(rows: &BTreeMap<NaiveDate, u32>) -> Option<Span> {
    let ((first, _), (last, _)) = (rows.first_key_value()?, rows.last_key_value()?);
    Some(Span { first: *first, last: *last })
}

/// The complete weeks a forecast learns from, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// The first day of each week.
    pub weeks: Vec<NaiveDate>,
    /// Items finished in each week.
    pub counts: Vec<u32>,
    /// Items added in each week; zeros when that is not known.
    #[serde(default)]
    pub added: Vec<u32>,
    /// Exposure of each week: 1 when ordinary, less with closed days; never 0.
    pub exposures: Vec<f64>,
    /// Items finished on each weekday, Monday first; all 0 for a weekly file.
    pub weekday_counts: [u32; 7],
    /// Share of a week's throughput on each weekday, Monday first; they add up to 1.
    pub weekday_shares: [f64; 7],
}

impl Window {
    /// Takes the last `limit` complete weeks before `as_of`; a week without an open day leaves it.
    pub fn new(history: &History, calendar: &Calendar, as_of: NaiveDate, limit: usize) -> Self {
        let mut spans = history.complete_weeks(calendar, as_of, limit);
        spans.retain(|week| week.days().any(|day| calendar.is_open(day)));
        let mut weekday_counts = [0u32; 7];
        for week in &spans {
            for (day, finished) in history.days.range(week.first..=week.last) {
                let sum = &mut weekday_counts[weekday(*day)];
                *sum = sum.saturating_add(*finished);
            }
        }
        let weekday_shares = weekday_shares(&calendar.working, &weekday_counts);
        let exposure = |week: &Span| -> f64 {
            week.days().map(|day| weekday_shares[weekday(day)] * calendar.availability(day)).sum()
        };
        Self {
            weeks: spans.iter().map(|week| week.first).collect(),
            counts: spans.iter().map(|week| history.finished_in(*week)).collect(),
            added: spans.iter().map(|week| total(&history.added, *week)).collect(),
            exposures: spans.iter().map(exposure).collect(),
            weekday_counts,
            weekday_shares,
        }
    }

    /// Items finished in all its weeks.
    pub fn finished(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Items of each week per full week of work, y/e.
    pub fn rates(&self) -> Vec<f64> {
        self.counts
            .iter()
            .zip(&self.exposures)
            .map(|(count, exposure)| f64::from(*count) / exposure)
            .collect()
    }
}

/// Shares of a week's throughput: proportional to what was finished on the weekday, plus 2 for a
/// working weekday and 0.02 for another, so that little history leans on the working days.
fn weekday_shares(working: &[bool; 7], counts: &[u32; 7]) -> [f64; 7] {
    let mut shares = [0.0; 7];
    for (share, (works, count)) in shares.iter_mut().zip(working.iter().zip(counts)) {
        *share = f64::from(*count) + if *works { 2.0 } else { 0.02 };
    }
    let total: f64 = shares.iter().sum();
    shares.map(|share| share / total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::testing::{day, weekly};

    fn window(history: &History, as_of: &str, limit: usize) -> (Vec<String>, Vec<u32>) {
        let window = Window::new(history, &Calendar::default(), day(as_of), limit);
        (window.weeks.iter().map(NaiveDate::to_string).collect(), window.counts)
    }

    #[test]
    fn a_week_is_complete_from_the_first_recorded_day_to_the_day_before() {
        // Tuesday 6 January 2026 to Monday 26 January.
        let done = ["2026-01-06", "2026-01-12", "2026-01-14", "2026-01-20", "2026-01-26"].map(day);
        let history = History::of_done_days(done, None);
        assert_eq!(
            window(&history, "2026-01-26", 26),
            (vec!["2026-01-12".into(), "2026-01-19".into()], vec![2, 1])
        );
        assert_eq!(window(&history, "2026-01-25", 26), (vec!["2026-01-12".into()], vec![2]));
    }

    #[test]
    fn the_window_ends_where_the_history_is_known_and_is_not_padded() {
        let history = History::of_done_days(["2026-01-05", "2026-01-13"].map(day), Some(day("2026-01-25")));
        assert_eq!(
            window(&history, "2026-06-01", 26),
            (vec!["2026-01-05".into(), "2026-01-12".into(), "2026-01-19".into()], vec![1, 1, 0])
        );
        assert_eq!(window(&history, "2026-06-01", 2).1, [1, 0]);
    }

    #[test]
    fn zero_rows_of_a_file_are_known_weeks() {
        let rows = ["2026-01-05", "2026-01-06", "2026-01-18"].map(day).into_iter().zip([0, 3, 0]);
        assert_eq!(window(&History::of_days(rows), "2026-01-19", 26).1, [3, 0]);
    }

    #[test]
    fn a_weekly_file_is_known_to_the_end_of_its_last_week_and_knows_no_weekday() {
        let history = weekly("2026-01-05", &[4, 2]);
        assert_eq!(history.known_until(), Some(day("2026-01-18")));
        let window = Window::new(&history, &Calendar::default(), day("2026-01-19"), 26);
        assert_eq!((window.counts, window.weekday_counts), (vec![4, 2], [0; 7]));
        assert!((window.weekday_shares[0] - 2.0 / 10.04).abs() < 1e-15);
    }

    #[test]
    fn a_weekly_file_from_sundays_falls_into_the_weeks_it_mostly_covers() {
        let history = History::of_weeks([(day("2026-01-04"), 4)], &Calendar::default());
        assert_eq!(window(&history, "2026-01-12", 26), (vec!["2026-01-05".into()], vec![4]));
    }

    #[test]
    fn a_week_fully_closed_leaves_the_window_and_a_closed_day_lessens_exposure() {
        let closed =
            ["2026-01-12", "2026-01-19"].map(day).into_iter().zip(["2026-01-16", "2026-01-19"].map(day));
        let closed = closed.map(|(first, last)| Span { first, last }).collect();
        let calendar = Calendar { closed, ..Calendar::default() };
        let window = Window::new(&weekly("2026-01-05", &[4, 0, 2]), &calendar, day("2026-01-26"), 26);
        assert_eq!(window.weeks, ["2026-01-05", "2026-01-19"].map(day));
        assert!((window.exposures[0] - 1.0).abs() < 1e-12);
        assert!((window.exposures[1] - (1.0 - 2.0 / 10.04)).abs() < 1e-12);
    }

    #[test]
    fn a_throughput_file_wins_for_the_days_it_covers() {
        let done = ["2026-01-05", "2026-01-13", "2026-01-21"].map(day);
        let history =
            History::of_done_days(done, Some(day("2026-01-25"))).overridden_by(weekly("2026-01-05", &[7, 9]));
        assert_eq!(window(&history, "2026-01-26", 26).1, [7, 9, 1]);
    }

    #[test]
    fn weeks_between_a_file_and_later_done_days_are_unknown_not_empty() {
        let history = History::of_done_days(["2026-03-02"].map(day), Some(day("2026-03-08")))
            .overridden_by(weekly("2026-01-05", &[7]));
        assert_eq!(
            window(&history, "2026-03-09", 26),
            (vec!["2026-01-05".into(), "2026-03-02".into()], vec![7, 1])
        );
    }

    #[test]
    fn added_items_stand_beside_those_finished_in_the_same_week() {
        let added = ["2026-01-04", "2026-01-05", "2026-01-11", "2026-01-20"].map(day);
        let history = weekly("2026-01-05", &[4, 2, 3]).with_added(added);
        let window = Window::new(&history, &Calendar::default(), day("2026-01-26"), 26);
        assert_eq!((window.counts, window.added), (vec![4, 2, 3], vec![2, 0, 1]));
    }

    #[test]
    fn no_done_day_is_no_history() {
        assert_eq!(History::of_done_days([], Some(day("2026-01-05"))), History::default());
    }
}
