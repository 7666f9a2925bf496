//! The backtest: what the methods would have said over a past, and what came.

use crate::answer::{Answer, Column, NOTHING, Told, plain, table};
use crate::args;
use crate::desk::Desk;
use crate::forecast::{Past, method_word, values};
use cairn_core::forecast::{self as core, Calendar, History, LEVELS};
use cairn_core::words::{say, tell};
use chrono::NaiveDate;
use serde::Serialize;

/// A forecast of the past in JSON.
#[derive(Debug, Serialize)]
struct Row {
    as_of: NaiveDate,
    horizon_weeks: u16,
    at_least: ByLevel<u32>,
    actual: u32,
}

#[derive(Debug, Serialize)]
struct ByLevel<T> {
    #[serde(rename = "50")]
    p50: T,
    #[serde(rename = "70")]
    p70: T,
    #[serde(rename = "85")]
    p85: T,
    #[serde(rename = "95")]
    p95: T,
}

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
        .map(|row| {
            let [p50, p70, p85, p95] = values(row.at_least);
            Row {
                as_of: row.as_of,
                horizon_weeks: row.horizon_weeks,
                at_least: ByLevel { p50, p70, p85, p95 },
                actual: row.actual,
            }
        })
        .collect();
    let mut header = vec![say("cli-as-of"), say("cli-weeks")];
    header.extend(LEVELS.iter().map(|level| format!("{level}%")));
    header.push(say("cli-actual"));
    let mut lines = vec![header];
    for row in &rows {
        let ByLevel { p50, p70, p85, p95 } = row.at_least;
        let mut line = vec![row.as_of.to_string()];
        let numbers = [u32::from(row.horizon_weeks), p50, p70, p85, p95, row.actual];
        line.extend(numbers.map(|number| number.to_string()));
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
    let share = |level: fn(&ByLevel<u32>) -> u32| {
        let held = rows.iter().filter(|row| row.actual >= level(&row.at_least)).count();
        format!("{:.0}%", 100.0 * held as f64 / rows.len() as f64)
    };
    tell(
        "cli-backtest-held",
        &[
            ("count", rows.len().into()),
            ("p50", share(|at| at.p50).into()),
            ("p70", share(|at| at.p70).into()),
            ("p85", share(|at| at.p85).into()),
            ("p95", share(|at| at.p95).into()),
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
        let [p50, p70, p85, p95] = values(score.held).map(|held| f64::from(held) / f64::from(score.count));
        Self {
            method: method_word(score.method),
            horizon_weeks: score.horizon_weeks,
            count: score.count,
            coverage: some.then_some(ByLevel { p50, p70, p85, p95 }),
            pinball: some.then_some(score.pinball),
        }
    }

    fn line(&self) -> Vec<String> {
        let share = |share: f64| format!("{:.0}%", 100.0 * share);
        let shares = match &self.coverage {
            Some(held) => [held.p50, held.p70, held.p85, held.p95].map(share),
            None => std::array::from_fn(|_| NOTHING.to_owned()),
        };
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
