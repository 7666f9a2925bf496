//! The backtest: what the methods would have said over a past, and what came.

use crate::answer::{Answer, Column, NOTHING, Told, plain, table};
use crate::args;
use crate::desk::Desk;
use crate::forecast::{Past, method_word};
use cairn_core::forecast::{self as core, Calendar, History, LEVELS};
use cairn_core::words::{say, tell};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// A forecast of the past in JSON.
#[derive(Debug, Serialize)]
struct Row {
    as_of: NaiveDate,
    horizon_weeks: u16,
    at_least: ByLevel<u32>,
    actual: u32,
}

/// A value for each level, by its percentage.
type ByLevel<T> = BTreeMap<u8, T>;

/// `backtest`: what the method would have said over a past, and what came.
pub fn backtest(desk: &Desk, arguments: args::Backtest) -> Told {
    let Past { history, calendar, warnings, .. } = Past::read(desk, arguments.throughput.as_deref())?;
    if arguments.scores {
        return Ok(scores(&arguments, (&history, &calendar), &warnings));
    }
    let rows = core::backtest(
        &history,
        &calendar,
        arguments.method.of_core(),
        usize::from(arguments.window),
        &arguments.horizons,
        usize::from(arguments.every),
    );
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|row| Row {
            as_of: row.as_of,
            horizon_weeks: row.horizon_weeks,
            at_least: ByLevel::from(row.at_least.each()),
            actual: row.actual,
        })
        .collect();
    let mut header = vec![say("cli-as-of"), say("cli-weeks")];
    header.extend(LEVELS.iter().map(|level| format!("{level}%")));
    header.push(say("cli-actual"));
    let mut lines = vec![header];
    for row in &rows {
        let mut line = vec![row.as_of.to_string(), row.horizon_weeks.to_string()];
        line.extend(row.at_least.values().chain([&row.actual]).map(u32::to_string));
        lines.push(line);
    }
    let mut columns = vec![Column::Left];
    columns.extend([Column::Right; 6]);
    let mut text = if rows.is_empty() { String::new() } else { table(&columns, &lines) + "\n" };
    text.push_str(&held(&rows));
    Ok(Answer::new(&rows, warned(text, &warnings)))
}

/// A text with what has to be said of the file below it.
fn warned(mut text: String, warnings: &[String]) -> String {
    for warning in warnings {
        text.push_str(&format!("\n{}", plain(warning)));
    }
    text.push('\n');
    text
}

/// How often each level held.
fn held(rows: &[Row]) -> String {
    if rows.is_empty() {
        return say("cli-backtest-too-short");
    }
    let share = |level: u8| {
        let held = rows.iter().filter(|row| row.at_least.get(&level) <= Some(&row.actual)).count();
        format!("{:.0}%", 100.0 * held as f64 / rows.len() as f64)
    };
    tell(
        "cli-backtest-held",
        &[
            ("count", rows.len().into()),
            ("p50", share(50).into()),
            ("p70", share(70).into()),
            ("p85", share(85).into()),
            ("p95", share(95).into()),
        ],
    )
}

/// How well one method did at one horizon, in JSON.
#[derive(Debug, Serialize)]
struct Score {
    method: &'static str,
    horizon_weeks: u16,
    /// How many forecasts of the past.
    count: u32,
    /// The share of them that held at each level, 0 to 1; none without a forecast.
    coverage: Option<ByLevel<f64>>,
    /// Mean pinball loss in items.
    pinball: Option<f64>,
}

impl Score {
    fn of(score: &core::BacktestScore) -> Self {
        let some = score.count > 0;
        let share = |(level, held)| (level, f64::from(held) / f64::from(score.count));
        Self {
            method: method_word(score.method),
            horizon_weeks: score.horizon_weeks,
            count: score.count,
            coverage: some.then(|| score.held.each().map(share).into()),
            pinball: some.then_some(score.pinball),
        }
    }

    fn line(&self) -> Vec<String> {
        let share = |level| match self.coverage.as_ref().and_then(|held| held.get(&level)) {
            Some(share) => format!("{:.0}%", 100.0 * share),
            None => NOTHING.to_owned(),
        };
        let shares = LEVELS.map(share);
        let mut line = vec![self.horizon_weeks.to_string(), say(&format!("cli-method-{}", self.method))];
        line.push(self.count.to_string());
        line.extend(shares);
        line.push(self.pinball.map_or(NOTHING.to_owned(), |loss| format!("{loss:.2}")));
        line
    }
}

/// Both methods side by side.
fn scores(
    arguments: &args::Backtest,
    (history, calendar): (&History, &Calendar),
    warnings: &[String],
) -> Answer {
    let (window, every) = (usize::from(arguments.window), usize::from(arguments.every));
    let scores = core::backtest_scores(history, calendar, window, &arguments.horizons, every, |_, _| true);
    // Nothing stops it, so there are scores.
    let mut scores: Vec<Score> = scores.unwrap_or_default().iter().map(Score::of).collect();
    scores.sort_by_key(|score| score.horizon_weeks);
    let mut header = vec![say("cli-weeks"), say("cli-method"), say("cli-forecasts")];
    header.extend(LEVELS.iter().map(|level| format!("{level}%")));
    header.push(say("cli-pinball"));
    let mut lines = vec![header];
    lines.extend(scores.iter().map(Score::line));
    let mut columns = vec![Column::Right, Column::Left];
    columns.extend([Column::Right; 6]);
    let none = scores.iter().all(|score| score.count == 0);
    let key = if none { "cli-backtest-too-short" } else { "cli-backtest-scores" };
    let text = if none { say(key) } else { format!("{}\n{}", table(&columns, &lines), say(key)) };
    Answer::new(&scores, warned(text, warnings))
}
