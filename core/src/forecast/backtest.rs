//! The backtest: what the method would have said over the team's own past, and what came.

use super::assumptions::Assumptions;
use super::calendar::{Calendar, Span};
use super::history::History;
use super::{LEVELS, Levels, Method, Outlook, Question};
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
    let mut rows = Vec::new();
    for as_of in origins(history, calendar, window_weeks, every) {
        let outlook = past(history, calendar, method, window_weeks, as_of);
        rows.extend(cases(history, &outlook, horizons).filter_map(|(horizon_weeks, last, actual)| {
            let at_least = Levels::of(&outlook.how_many(last, &LEVELS)?)?;
            Some(BacktestRow { as_of, horizon_weeks, at_least, actual })
        }));
    }
    rows
}

/// How well one method did at one horizon.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BacktestScore {
    /// The method.
    pub method: Method,
    /// How many weeks ahead.
    pub horizon_weeks: u16,
    /// How many forecasts of the past; those that overlap are not independent.
    pub count: u32,
    /// How many of them held at each level.
    pub held: Levels<u32>,
    /// Mean pinball loss in items over 19 quantiles, lower is better; 0 without a forecast.
    pub pinball: f64,
}

/// Asks both methods as [`backtest()`] does, and scores them at each of `horizons`.
///
/// `progress` is told how many of the past Mondays are asked, and of how many; when it answers
/// false the work stops and there is no result. Ten years with four horizons take less than a second.
pub fn backtest_scores(
    history: &History,
    calendar: &Calendar,
    window_weeks: usize,
    horizons: &[u16],
    every: usize,
    progress: impl Fn(usize, usize) -> bool,
) -> Option<Vec<BacktestScore>> {
    let methods = [Method::Default, Method::Replay];
    let none = |method| {
        let held = Levels { p50: 0, p70: 0, p85: 0, p95: 0 };
        move |weeks: &u16| BacktestScore { method, horizon_weeks: *weeks, count: 0, held, pinball: 0.0 }
    };
    let mut scores: Vec<BacktestScore> =
        methods.into_iter().flat_map(|method| horizons.iter().map(none(method))).collect();
    let origins = origins(history, calendar, window_weeks, every);
    for (asked, as_of) in origins.iter().enumerate() {
        if !progress(asked, origins.len()) {
            return None;
        }
        for method in methods {
            let outlook = past(history, calendar, method, window_weeks, *as_of);
            for (horizon_weeks, last, actual) in cases(history, &outlook, horizons) {
                let question = Question { by: Some(last), ..Question::default() };
                let Some(quantiles) = outlook.quantiles(&question) else { continue };
                let of = |score: &&mut BacktestScore| {
                    (score.method, score.horizon_weeks) == (method, horizon_weeks)
                };
                if let Some(score) = scores.iter_mut().find(of) {
                    let held =
                        |level| u32::from(quantiles.at_least(level).is_some_and(|items| actual >= items));
                    score.count += 1;
                    score.held.p50 += held(50);
                    score.held.p70 += held(70);
                    score.held.p85 += held(85);
                    score.held.p95 += held(95);
                    score.pinball += quantiles.pinball(actual);
                }
            }
        }
    }
    scores.iter_mut().for_each(|score| score.pinball /= f64::from(score.count.max(1)));
    progress(origins.len(), origins.len()).then_some(scores)
}

/// The first days of every `every`-th week, from the first with `window_weeks` complete weeks
/// before it up to the last known one.
fn origins(history: &History, calendar: &Calendar, window_weeks: usize, every: usize) -> Vec<NaiveDate> {
    let (Some(first), Some(known_until)) = (history.first_day(), history.known_until()) else {
        return Vec::new();
    };
    let week = calendar.week_of(first).first;
    let partial = usize::from(week < first);
    let weeks = (0u64..).step_by(every.max(1)).map(|step| (partial + window_weeks) as u64 + step);
    let mondays = weeks.map_while(|weeks| week.checked_add_days(Days::new(weeks.checked_mul(7)?)));
    mondays.take_while(|as_of| *as_of <= known_until).collect()
}

fn past(
    history: &History,
    calendar: &Calendar,
    method: Method,
    window_weeks: usize,
    as_of: NaiveDate,
) -> Outlook {
    let window_weeks = u32::try_from(window_weeks).unwrap_or(u32::MAX);
    let assumptions = Assumptions { method, window_weeks, ..Assumptions::default() };
    Outlook::new(history, calendar, as_of, &assumptions)
}

/// Each horizon that ends within the known history: its weeks, last day and what was finished.
fn cases(
    history: &History,
    outlook: &Outlook,
    horizons: &[u16],
) -> impl Iterator<Item = (u16, NaiveDate, u32)> {
    let (first, known_until) = (outlook.as_of, history.known_until());
    horizons.iter().filter_map(move |weeks| {
        let last = first.checked_add_days(Days::new(7 * u64::from(*weeks)))?.pred_opt()?;
        let actual = || history.finished_in(Span { first, last });
        (Some(last) <= known_until).then(|| (*weeks, last, actual()))
    })
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

    #[test]
    fn the_scores_are_those_of_the_rows() {
        let counts: Vec<u32> = (0..60).map(|week| week * 7 % 5 + 1).collect();
        let (history, calendar) = (weekly("2025-01-06", &counts), Calendar::default());
        let scores = backtest_scores(&history, &calendar, 8, &[4, 8], 3, |_, _| true).unwrap();
        assert_eq!(scores.len(), 4);
        for score in scores {
            let rows = backtest(&history, &calendar, score.method, 8, &[score.horizon_weeks], 3);
            let held = |level: fn(&Levels<u32>) -> u32| {
                rows.iter().filter(|row| row.actual >= level(&row.at_least)).count() as u32
            };
            let expected = Levels {
                p50: held(|at| at.p50),
                p70: held(|at| at.p70),
                p85: held(|at| at.p85),
                p95: held(|at| at.p95),
            };
            assert_eq!((score.count, score.held), (rows.len() as u32, expected), "{score:?}");
            assert!(score.pinball > 0.0);
        }
    }

    #[test]
    fn progress_is_told_and_can_stop_the_work() {
        let (history, calendar) = (weekly("2025-01-06", &[4; 30]), Calendar::default());
        let told = std::cell::RefCell::new(Vec::new());
        let run = |most| {
            told.borrow_mut().clear();
            backtest_scores(&history, &calendar, 26, &[1], 1, |done, total| {
                told.borrow_mut().push((done, total));
                done < most
            })
        };
        assert!(run(9).is_some());
        assert_eq!(*told.borrow(), [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]);
        assert_eq!(run(2), None);
        assert_eq!(told.borrow().len(), 3);
    }

    #[test]
    fn an_absurd_window_gives_no_rows() {
        let history = weekly("2025-01-06", &[4; 30]);
        assert_eq!(backtest(&history, &Calendar::default(), Method::Default, usize::MAX / 2, &[4], 1), []);
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
            let scores =
                backtest_scores(&history, &Calendar::default(), 26, &[4, 8, 13], 4, |_, _| true).unwrap();
            let pooled = |method| {
                let of = scores.iter().filter(|score| score.method == method);
                let (mut held, mut count, mut pinball) = (0, 0, 0.0);
                for score in of {
                    held += score.held.p85;
                    count += score.count;
                    pinball += score.pinball * f64::from(score.count);
                }
                (f64::from(held) / f64::from(count), pinball / f64::from(count))
            };
            let ((default, loss), (replay, replay_loss)) = (pooled(Method::Default), pooled(Method::Replay));
            println!(
                "{file}: 85% held {default:.3}, replay {replay:.3}; pinball {loss:.3}, replay {replay_loss:.3}"
            );
            assert!((0.80..=0.95).contains(&default), "{file}: {default}");
            assert!(loss < replay_loss, "{file}: {loss} {replay_loss}");
            assert!(replay < default, "{file}: {replay}");
        }
    }
}
