//! The backtest: what the method would have said over the team's own past, and what came.

use super::assumptions::Assumptions;
use super::calendar::{Calendar, Span};
use super::history::History;
use super::{LEVELS, Levels, Method, Outlook};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One forecast of the past, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BacktestRow {
    /// The first day of a week; only what was finished before it was used.
    pub as_of: NaiveDate,
    /// How many weeks ahead, the as-of day's week being the first.
    pub horizon_weeks: u16,
    /// How many items would have been finished at least, with each likelihood.
    pub at_least: Levels<u32>,
    /// How many were.
    pub actual: u32,
}

/// Asks `method` at the start of every `every`-th week, from the first with `window_weeks` complete
/// weeks before it, how much it expects in each of `horizons` weeks.
///
/// A horizon that ends after the known history, or a window in which nothing was finished, gives
/// no row. Overlapping horizons are not independent.
pub fn backtest(
    history: &History,
    calendar: &Calendar,
    method: Method,
    window_weeks: usize,
    horizons: &[u16],
    every: usize,
) -> Vec<BacktestRow> {
    let (Some(first), Some(known_until)) = (history.first_day(), history.known_until()) else {
        return Vec::new();
    };
    let week = calendar.week_of(first).first;
    let partial = usize::from(week < first);
    let origins = (0u64..)
        .step_by(every.max(1))
        .map_while(|step| week.checked_add_days(Days::new(7 * ((partial + window_weeks) as u64 + step))))
        .take_while(|as_of| *as_of <= known_until);
    let window_weeks = u32::try_from(window_weeks).unwrap_or(u32::MAX);
    let assumptions = Assumptions { method, window_weeks, ..Assumptions::default() };
    let mut rows = Vec::new();
    for as_of in origins {
        let outlook = Outlook::new(history, calendar, as_of, &assumptions);
        for horizon_weeks in horizons {
            let Some(last) = as_of
                .checked_add_days(Days::new(7 * u64::from(*horizon_weeks)))
                .and_then(|next| next.pred_opt())
                .filter(|last| *last <= known_until)
            else {
                continue;
            };
            let counts = outlook.how_many(last, &LEVELS);
            if let Some(at_least) = counts.and_then(|counts| Levels::of(&counts)) {
                let actual = history.finished_in(Span { first: as_of, last });
                rows.push(BacktestRow { as_of, horizon_weeks: *horizon_weeks, at_least, actual });
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::testing::{day, weekly};

    #[test]
    fn origins_are_mondays_from_the_first_after_the_window() {
        let history = weekly("2026-01-05", &[4; 20]);
        let rows = backtest(&history, &Calendar::default(), Method::Replay, 4, &[4, 8], 4);
        let origins: Vec<(NaiveDate, u16)> = rows.iter().map(|row| (row.as_of, row.horizon_weeks)).collect();
        let expected = [
            ("2026-02-02", 4),
            ("2026-02-02", 8),
            ("2026-03-02", 4),
            ("2026-03-02", 8),
            ("2026-03-30", 4),
            ("2026-03-30", 8),
            ("2026-04-27", 4),
        ];
        assert_eq!(origins, expected.map(|(as_of, weeks)| (day(as_of), weeks)));
        assert!(rows.iter().all(|row| row.actual == 4 * u32::from(row.horizon_weeks)));
        assert!(rows.iter().all(|row| row.at_least.p95 == row.actual));
    }

    #[test]
    fn a_first_week_recorded_in_part_is_not_of_the_window() {
        let history = History::of_days((0..40).map(|n| (day("2026-01-07") + Days::new(n), 1)));
        let rows = backtest(&history, &Calendar::default(), Method::Default, 2, &[1], 4);
        assert_eq!(rows[0].as_of, day("2026-01-26"));
        assert_eq!(rows[0].actual, 7);
    }

    #[test]
    fn what_comes_later_changes_no_earlier_forecast() {
        let mut counts: Vec<u32> = (0..40).map(|week| week * 7 % 5 + 1).collect();
        let before =
            backtest(&weekly("2025-01-06", &counts), &Calendar::default(), Method::Default, 8, &[4], 4);
        counts[30..].fill(50);
        let after =
            backtest(&weekly("2025-01-06", &counts), &Calendar::default(), Method::Default, 8, &[4], 4);
        for (old, new) in before.iter().zip(&after).take_while(|(old, _)| old.as_of <= day("2025-08-04")) {
            assert_eq!(old.at_least, new.at_least);
        }
        assert_ne!(before, after);
    }

    fn shared(file: &str) -> Option<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/throughput/");
        std::fs::read_to_string(format!("{folder}{file}")).ok()
    }

    #[test]
    fn the_85_percent_of_the_default_holds_on_three_real_histories() {
        let files = [
            "alphagov__govuk-frontend-items.csv",
            "ministryofjustice__hmpps-interventions-service-items.csv",
            "casey__just-daily.csv",
        ];
        for file in files {
            let Some(text) = shared(file) else { continue };
            let rows = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
            let history = History::of_days(rows.map(|fields| match fields[..] {
                [on, count] => (day(on), count.parse().unwrap()),
                _ => (day(fields[2]), 1),
            }));
            let held = |method| {
                let rows = backtest(&history, &Calendar::default(), method, 26, &[4, 8, 13], 4);
                let share = |level: fn(&Levels<u32>) -> u32| {
                    let held = rows.iter().filter(|row| row.actual >= level(&row.at_least)).count();
                    held as f64 / rows.len() as f64
                };
                println!(
                    "{file} {method:?} {} rows: 50% {:.3} 70% {:.3} 85% {:.3} 95% {:.3}",
                    rows.len(),
                    share(|at| at.p50),
                    share(|at| at.p70),
                    share(|at| at.p85),
                    share(|at| at.p95)
                );
                share(|at| at.p85)
            };
            let (default, replay) = (held(Method::Default), held(Method::Replay));
            assert!((0.80..=0.95).contains(&default), "{file}: {default}");
            assert!(replay < default, "{file}: {replay}");
        }
    }
}
